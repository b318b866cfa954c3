import type { RecommendationQuality } from "../../src/domain/recommendation-quality"
import type { Baskets } from "../../src/features/baskets"
import { basketCount, earlier, rowOf } from "../../src/features/baskets"
import type { Trees } from "./boosting"
import { CandidateSource } from "./candidates"
import { breathe, type Evidence, type EvidenceOptions, gatherEvidence } from "./evidence"
import { type Case, casesOf, examplesOf, splitAt, type Task, tasks } from "./examples"
import { measureQuality, rankQuality, shown } from "./quality"
import { fitOwn, type Ranker, rank, treeDepth, usualCounts } from "./ranker"
import type { Similar } from "./similar"

export type Rankers = Record<Task, Ranker>
export type Learnt = { evidence: Evidence; rankers: Rankers; quality: RecommendationQuality[] }

/** The newest baskets ask the questions that the ranker learns from: so many, a fifth at most. */
const mostQuestions = 8_000
const mostShare = 0.2
const mostCases = 5_000
/** On fewer questions a worse result may be chance. */
const fewestToDoubt = 40
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
 * Lets counts alone rank where the trees find less of what was taken, or where no question of the past asks for them (nobody
 * came back). With few questions the trees have the benefit of the doubt.
 */
function choose(
  trees: Ranker,
  task: Task,
  source: CandidateSource,
  held: Case[],
  asked: number
): Ranker {
  const plain = { ...trees, counts: 1 }
  if (task === "next" && asked === 0) return plain
  if (held.length < fewestToDoubt) return trees
  const found = { trees: 0, plain: 0 }
  for (const { query, answer } of held) {
    const candidates = source.candidates(query)
    for (const [name, ranker] of Object.entries({ trees, plain })) {
      const ranked = rank(ranker, candidates, shown).map(({ item }) => item)
      found[name as keyof typeof found] += rankQuality(ranked, new Set(answer)).ndcg
    }
  }
  return found.plain > found.trees ? plain : trees
}

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
    const prior = priors[task]
    const trees = { prior, own: fitOwn(prior, examples, held), counts: usualCounts[task] }
    const ranker = choose(trees, task, source, cases.slice(stop, test), cases.length)
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
