import { trainAnomaly } from "./anomaly"

const trainers: Record<string, () => void> = { anomaly: trainAnomaly }

const [name = ""] = process.argv.slice(2)
const train = trainers[name]
if (!train) {
  console.error(`Usage: npm run train -- <${Object.keys(trainers).join("|")}>`)
  process.exit(2)
}
train()
