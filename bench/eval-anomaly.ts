import "@tensorflow/tfjs-backend-cpu"
import { adbenchOwner, evaluateAdbench } from "./anomaly/adbench"
import { calibration } from "./anomaly/calibration"
import { evaluateDemo } from "./anomaly/demo"
import { loadShippedModel } from "./anomaly/shipped"
import { dataPath } from "./data"
import { type Measurement, type Metric, MissingData } from "./metric"

/** `--npz FOLDER`: only the detectors, on that folder of ADBench files. */
function otherFolder(): string | undefined {
  const at = process.argv.indexOf("--npz")
  return at < 0 ? undefined : process.argv[at + 1]
}

async function run(): Promise<Metric[]> {
  const other = otherFolder()
  if (other) return evaluateAdbench(other)
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
