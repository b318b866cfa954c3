import type { RecommendationQuality } from "../../src/domain/recommendation-quality"
import type { Baskets } from "../../src/features/baskets"
import { basketCount, earlier, rowOf } from "../../src/features/baskets"
import type { Trees } from "./boosting"
import { CandidateSource } from "./candidates"
import { breathe, type Evidence, type EvidenceOptions, gatherEvidence } from "./evidence"
import { type Case, casesOf, examplesOf, splitAt, type Task, tasks } from "./examples"
import { measureQuality, shown } from "./quality"
import { fitRanker, type Ranker, rank, treeDepth } from "./ranker"
import type { Similar } from "./similar"

export type Rankers = Record<Task, Ranker>
export type Learnt = { evidence: Evidence; rankers: Rankers; quality: RecommendationQuality[] }

/** The newest baskets ask the questions that the ranker learns from: so many, a fifth at most. */
const mostQuestions = 8_000
const mostShare = 0.2
const mostCases = 5_000
/** Of these, in time order: what trains, what says when to stop, and the rest, which only measures. */
const trainShare = 0.7
const stopShare = 0.15

/** A ranker's trees before anything is learnt. */
export const noTrees: Trees = {
  depth: treeDepth,
  feature: new Uint8Array(),
  threshold: new Float32Array(),
  leaf: new Float32Array()
}

const options: EvidenceOptions = { neighbours: 64, head: 3_072 }

const at = (cases: Case[], share: number) => Math.floor(cases.length * share)

/**
 * Learns from the past by its own order in time: counts what came before the newest baskets, asks what happened in
 * those, weighs the evidence by the answers, measures on the last of them, then counts everything again.
 */
export async function learn(
  baskets: Baskets,
  similar: Similar,
  priors: Record<Task, Trees>,
  evidenceOptions = options
): Promise<Learnt> {
  const end = splitAt(baskets, Math.min(mostShare, mostQuestions / basketCount(baskets)))
  const past = await gatherEvidence(earlier(baskets, end), evidenceOptions)
  const source = new CandidateSource(past, similar)
  const isKnown = (buyer: number) =>
    buyer > 0 && buyer + 1 < past.byBuyer.start.length && rowOf(past.byBuyer, buyer).length > 0
  const quality: RecommendationQuality[] = []
  const rankers = {} as Rankers
  for (const task of tasks) {
    const cases = casesOf(task, baskets, end, mostCases, isKnown)
    const stop = at(cases, trainShare)
    const test = at(cases, trainShare + stopShare)
    const examples = examplesOf(source, cases.slice(0, stop))
    await breathe()
    const held = examplesOf(source, cases.slice(stop, test))
    await breathe()
    const ranker = fitRanker(priors[task], examples, held)
    await breathe()
    rankers[task] = ranker
    quality.push(
      measureQuality(task, past, cases.slice(test), ({ query }) =>
        rank(ranker, source.candidates(query), shown).map(({ item }) => item)
      )
    )
    await breathe()
  }
  const evidence = await gatherEvidence(baskets, evidenceOptions)
  return { evidence, rankers, quality }
}
