/** Area under the ROC curve by the rank sum (Hanley and McNeil 1982), ties counted half. */
export function auroc(scores: number[], labels: boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  let rankSum = 0
  for (let start = 0; start < order.length; ) {
    let end = start
    const value = scores[order[start] ?? 0]
    while (end < order.length && scores[order[end] ?? 0] === value) end++
    const rank = (start + end + 1) / 2
    for (let i = start; i < end; i++) if (labels[order[i] ?? 0]) rankSum += rank
    start = end
  }
  const positives = labels.filter(Boolean).length
  const negatives = labels.length - positives
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

export type Counts = { precision: number; recall: number; f1: number; rate: number }

/** Precision, recall, F1 and the share that was flagged; 0 where nothing was flagged. */
export function flagCounts(flags: boolean[], labels: boolean[]): Counts {
  const flagged = flags.filter(Boolean).length
  const right = flags.filter((flag, i) => flag && labels[i]).length
  const positives = labels.filter(Boolean).length
  const precision = flagged > 0 ? right / flagged : 0
  const recall = positives > 0 ? right / positives : 0
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
  return { precision, recall, f1, rate: flagged / flags.length }
}

/** Average precision: the mean of the precision at each positive, ties in the order given. */
export function averagePrecision(scores: number[], labels: boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  let found = 0
  let sum = 0
  order.forEach((i, rank) => {
    if (!labels[i]) return
    found += 1
    sum += found / (rank + 1)
  })
  return found > 0 ? sum / found : 0
}
