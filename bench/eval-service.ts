import "@tensorflow/tfjs-backend-cpu"
import * as tf from "@tensorflow/tfjs-core"
import { banking77, clinc150, labelledFile } from "../train/service/datasets"
import { type Measurement, type Metric, MissingData } from "./metric"
import { publicSet } from "./service/public-sets"
import { sellerMessages } from "./service/seller-messages"

const optionOf = (options: string[], name: string) => {
  const at = options.indexOf(name)
  return at >= 0 ? options[at + 1] : undefined
}

/** Any other set of the same shape; a test label that training has not is a text of no class. */
function otherSet(trainFile: string, testFile: string): Promise<Metric[]> {
  const [train, rows] = [labelledFile(trainFile), labelledFile(testFile)]
  const labels = new Set(train.map(({ label }) => label))
  const test = rows.filter(({ label }) => labels.has(label))
  const outside = rows.flatMap(({ text, label }) => (labels.has(label) ? [] : [text]))
  return publicSet("file", { train, test }, outside)
}

const parts: Record<string, () => Promise<Metric[]>> = {
  seller: sellerMessages,
  banking77: () => publicSet("banking77", banking77()),
  clinc150: () => {
    const { outside, ...set } = clinc150()
    return publicSet("clinc150", set, outside)
  }
}

/**
 * `npm run eval -- service [seller|banking77|clinc150 …]`, all of them without a name, or
 * `npm run eval -- service --train FILE --test FILE` for another set of texts and labels.
 */
async function run(options: string[]): Promise<Metric[]> {
  await tf.setBackend("cpu")
  const [train, test] = [optionOf(options, "--train"), optionOf(options, "--test")]
  if (train && test) return otherSet(train, test)
  if (options.some((one) => one.startsWith("--"))) {
    throw new MissingData("--train and --test each take a file with a text and a label column")
  }
  const unknown = options.find((one) => !(one in parts))
  if (unknown) throw new MissingData(`no part ${unknown}: ${Object.keys(parts).join(", ")}`)
  const metrics: Metric[] = []
  for (const [name, measure] of Object.entries(parts)) {
    if (options.length === 0 || options.includes(name)) metrics.push(...(await measure()))
  }
  return metrics
}

export const serviceEvaluation: Measurement = { name: "service", run }
