import type { RecommendationQuality } from "../../src/domain/recommendation-quality"
import {
  type Baskets,
  basketCount,
  basketsByBuyer,
  basketsByItem,
  earlier
} from "../../src/features/baskets"
import type { Trees } from "./boosting"
import type { Evidence } from "./evidence"
import type { Task } from "./examples"
import type { Learnt } from "./learn"
import { countPopularity } from "./popularity"
import type { Similar } from "./similar"

/** A fit without its history: small, structured-cloneable, no buyer in it. */
export type FitState = {
  items: number
  baskets: number
  newestAt: number
  evidence: Pick<
    Evidence,
    "repurchase" | "together" | "after" | "also" | "easeBasket" | "easeBuyer"
  >
  own: Record<Task, Trees>
  counts: Record<Task, number>
  quality: RecommendationQuality[]
  similar: Similar
}

/** The history no longer begins with the one that was learnt from: learn again. */
export class StaleFit extends Error {
  override name = "StaleFit"
}

export function stateOf({ evidence, rankers, quality }: Learnt, similar: Similar): FitState {
  const { baskets, repurchase, together, after, also, easeBasket, easeBuyer } = evidence
  return {
    items: baskets.items,
    baskets: basketCount(baskets),
    newestAt: baskets.at.at(-1) ?? 0,
    evidence: { repurchase, together, after, also, easeBasket, easeBuyer },
    own: { next: rankers.next.own, with: rankers.with.own },
    counts: { next: rankers.next.counts, with: rankers.with.counts },
    quality,
    similar
  }
}

/** @throws StaleFit when the first baskets of the history are not those of the fit */
export function restoreFit(
  state: FitState,
  baskets: Baskets,
  priors: Record<Task, Trees>
): { learnt: Learnt; similar: Similar } {
  if (baskets.at[state.baskets - 1] !== state.newestAt) throw new StaleFit("older orders came in")
  const past = { ...earlier(baskets, state.baskets), items: state.items }
  const evidence: Evidence = {
    ...state.evidence,
    baskets: past,
    byItem: basketsByItem(past),
    byBuyer: basketsByBuyer(past),
    popularity: countPopularity(past)
  }
  const rankers = {
    next: { prior: priors.next, own: state.own.next, counts: state.counts.next },
    with: { prior: priors.with, own: state.own.with, counts: state.counts.with }
  }
  return { learnt: { evidence, rankers, quality: state.quality }, similar: state.similar }
}
