import "@tensorflow/tfjs-backend-cpu"
import { adbenchOwner, evaluateAdbench } from "./anomaly/adbench"
import { calibration } from "./anomaly/calibration"
import { evaluateDemo } from "./anomaly/demo"
import { loadShippedModel } from "./anomaly/shipped"
import { dataPath } from "./data"
import { type Measurement, type Metric, MissingData } from "./metric"

/** `--npz FOLDER`: only the detectors, on that folder of ADBench files. */
async function run(options: string[]): Promise<Metric[]> {
  const [option, folder] = options
  if (option === "--npz") return evaluateAdbench(folder ?? "")
  const model = await loadShippedModel("cpu")
  const metrics = [...(await evaluateDemo(model)), ...(await calibration(model))]
  model.dispose()
  const missing: string[] = []
  for (const evaluate of [() => evaluateAdbench(dataPath("adbench", adbenchOwner))]) {
    try {
      metrics.push(...evaluate())
    } catch (error) {
      if (!(error instanceof MissingData)) throw error
      missing.push(error.message)
    }
  }
  if (missing.length > 0) throw new MissingData(missing.join("\n"), metrics)
  return metrics
}

export const anomalyEvaluation: Measurement = { name: "anomaly", run }
