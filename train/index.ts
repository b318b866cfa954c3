import { MissingData } from "../bench/metric"
import { trainAnomaly } from "./anomaly"
import { trainDemand } from "./demand"
import { trainRecommendation } from "./recommendation"
import { trainService } from "./service"

const trainers: Record<string, (options: string[]) => void | Promise<void>> = {
  anomaly: trainAnomaly,
  demand: trainDemand,
  recommendation: trainRecommendation,
  service: trainService
}

const [name = "", ...options] = process.argv.slice(2)
const train = trainers[name]
if (!train) {
  console.error(`Usage: npm run train -- <${Object.keys(trainers).join("|")}>`)
  process.exit(2)
}
try {
  await train(options)
} catch (error) {
  if (!(error instanceof MissingData)) throw error
  console.error(error.message)
  process.exitCode = 2
}
