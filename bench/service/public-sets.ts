import { argmax } from "../../models/service/intent-net"
import type { Labelled, LabelledSet } from "../../train/service/datasets"
import {
  accuracyOf,
  fitIntents,
  packedScores,
  packNet,
  scoreTexts,
  sureness
} from "../../train/service/fit-intents"
import type { Metric } from "../metric"
import { auroc } from "../ranking"
import { tfidfSvm } from "./tfidf-svm"

const seed = 1
const highest = (scores: Float32Array) => Math.max(...scores)

/** Mean distance between how sure and how right, in ten equal steps of sureness (Naeini et al. 2015). */
export function calibrationError(sure: number[], right: boolean[]): number {
  let error = 0
  for (let step = 0; step < 10; step++) {
    const at = sure.flatMap((value, i) => (Math.min(9, Math.floor(value * 10)) === step ? [i] : []))
    if (at.length === 0) continue
    const mean = at.reduce((sum, i) => sum + (sure[i] ?? 0), 0) / at.length
    const share = at.filter((i) => right[i]).length / at.length
    error += (at.length / sure.length) * Math.abs(mean - share)
  }
  return error
}

/**
 * Trains and tests the net (int8, as it would ship) and TF-IDF with a linear SVM on the same split, in the same run.
 * `outside`: test texts of no class, for the area under the ROC curve of the highest score.
 */
export async function publicSet(
  name: string,
  { train, test }: LabelledSet,
  outside: string[] = []
): Promise<Metric[]> {
  const start = Date.now()
  const float = await fitIntents(train, seed)
  const seconds = Math.round((Date.now() - start) / 1_000)
  const { labels, temperature, linearShare } = float
  const packed = packNet(float)
  const texts = test.map(({ text }) => text)
  const scores = await packedScores(packed, texts)
  const floatScores = await scoreTexts(float, texts)
  const labelAt = new Map(labels.map((label, i) => [label, i]))
  const places = (rows: Labelled[]) => rows.map(({ label }) => labelAt.get(label) ?? -1)
  const svm = tfidfSvm(
    { texts: train.map(({ text }) => text), places: places(train) },
    [...texts, ...outside],
    labels.length
  )
  const svmTest = svm.slice(0, test.length)
  const right = scores.map((row, i) => labels[argmax(row)] === test[i]?.label)
  const metric = (id: string, value: number, note?: string): Metric => ({
    id: `service.${name}.${id}`,
    value,
    unit: "",
    n: test.length,
    ...(note ? { note } : {})
  })
  const metrics = [
    metric(
      "accuracy",
      accuracyOf(scores, labels, test),
      `int8, ${train.length} texts to learn from, ${seconds} s, seed ${seed}, linear part × ${linearShare}`
    ),
    metric("accuracy.float32", accuracyOf(floatScores, labels, test)),
    metric("accuracy.tfidf_svm", accuracyOf(svmTest, labels, test), "linear, C = 1"),
    metric(
      "calibration_error",
      calibrationError(
        scores.map((row) => sureness(row, temperature)),
        right
      )
    ),
    { id: `service.${name}.bytes`, value: packed.file.length, unit: "bytes", n: 1 }
  ]
  if (outside.length === 0) return metrics
  const outsideScores = await packedScores(packed, outside)
  const inside = [...test.map(() => true), ...outside.map(() => false)]
  const area = (rows: Float32Array[]) => auroc(rows.map(highest), inside)
  return [
    ...metrics,
    metric("oos_auroc", area([...scores, ...outsideScores]), `${outside.length} texts of no class`),
    metric("oos_auroc.tfidf_svm", area(svm))
  ]
}
