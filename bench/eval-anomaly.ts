import "@tensorflow/tfjs-backend-cpu"
import { adbenchOwner, evaluateAdbench } from "./anomaly/adbench"
import { calibration } from "./anomaly/calibration"
import { evaluateDemo } from "./anomaly/demo"
import { evaluateFraud, fraudOwner } from "./anomaly/fraud"
import { evaluateReturns, retailOwner } from "./anomaly/returns"
import { loadShippedModel } from "./anomaly/shipped"
import { dataPath } from "./data"
import { type Measurement, type Metric, MissingData } from "./metric"

/** `--npz FOLDER`: only the detectors, on that folder of ADBench files. */
async function run(options: string[]): Promise<Metric[]> {
  const [option, folder] = options
  if (option === "--npz") return evaluateAdbench(folder ?? "")
  const model = await loadShippedModel("cpu")
  const metrics = [...(await evaluateDemo(model)), ...(await calibration(model))]
  const missing: string[] = []
  const onData: (() => Metric[] | Promise<Metric[]>)[] = [
    () => evaluateAdbench(dataPath("adbench", adbenchOwner)),
    () => evaluateFraud(dataPath("fraud-ecommerce/fraud_data.csv.gz", fraudOwner)),
    () =>
      evaluateReturns(
        model,
        dataPath("online-retail/online_retail_I_2010-2011.csv.gz", retailOwner)
      )
  ]
  for (const evaluate of onData) {
    try {
      metrics.push(...(await evaluate()))
    } catch (error) {
      if (!(error instanceof MissingData)) throw error
      missing.push(error.message)
    }
  }
  model.dispose()
  if (missing.length > 0) throw new MissingData(missing.join("\n"), metrics)
  return metrics
}

export const anomalyEvaluation: Measurement = { name: "anomaly", run }
