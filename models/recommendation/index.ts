import { type Baskets, basketCount } from "../../src/features/baskets"
import { type Model, ModelDamaged, type ModelFiles } from "../model"
import { decodeWeights } from "../weights"
import type { Trees } from "./boosting"
import { CandidateSource, type Query } from "./candidates"
import { extendEvidence } from "./evidence"
import type { Task } from "./examples"
import { knownCosines } from "./known-answer"
import { type Learnt, learn } from "./learn"
import { type Ranked, rank, treeDepth } from "./ranker"
import { nearestItems, type Similar, similarProducts } from "./similar"
import { type FitState, restoreFit, stateOf } from "./state"
import {
  type ProductText,
  productBuckets,
  towerBuckets,
  towerVector,
  towerWidth
} from "./text-tower"
import type { Entry } from "./top-rows"

export type Request = Query & {
  task: Task
  /** How many suggestions. */
  k: number
  /** Rank exactly these instead of the whole range. */
  among?: Uint32Array
}

/** From fewer baskets nothing is learnt. */
export const fewestBaskets = 100

type InUse = Learnt & { similar: Similar; source: CandidateSource }

/** Suggests what goes with a basket and what a buyer takes next, learnt from the seller's own orders. */
export class RecommendationModel implements Model<Request, Ranked[]> {
  readonly id = "recommendation"
  private current: InUse | null = null

  private constructor(
    readonly version: string,
    private readonly tower: Float32Array,
    private readonly priors: Record<Task, Trees>
  ) {}

  /**
   * Checks the hash, decodes the text tower and the prior trees, runs the known answer on the active backend.
   * @throws ModelDamaged
   */
  static async load(files: ModelFiles): Promise<RecommendationModel> {
    const arrays = await decodeWeights(files)
    const array = (name: string) => {
      const found = arrays.get(name)
      if (!found) throw new ModelDamaged(`recommendation: no array ${name}`)
      return found
    }
    const tower = array("tower")
    if (tower.length !== towerBuckets * towerWidth) {
      throw new ModelDamaged("recommendation: the text tower has another size")
    }
    const trees = (task: Task): Trees => ({
      depth: treeDepth,
      feature: Uint8Array.from(array(`${task}.feature`)),
      threshold: array(`${task}.threshold`),
      leaf: array(`${task}.leaf`)
    })
    const { input, expected, tolerance } = files.manifest.knownAnswer
    const answers = await knownCosines(tower, input)
    const right = expected.every((row, i) =>
      row.every((value, j) => Math.abs((answers[i]?.[j] ?? Number.NaN) - value) <= tolerance)
    )
    if (!right) throw new ModelDamaged("recommendation: the known answer is wrong on this backend")
    const { version, weights } = files.manifest
    return new RecommendationModel(
      `recommendation@${version}+${weights.sha256.slice(0, 8)}`,
      tower,
      { next: trees("next"), with: trees("with") }
    )
  }

  /** Learns from all orders; false (and nothing changes) when there are too few. `products[i]` is item i. */
  async fit(baskets: Baskets, products: ProductText[]): Promise<boolean> {
    if (basketCount(baskets) < fewestBaskets) return false
    const similar = await similarProducts(this.tower, products)
    this.take(await learn(baskets, similar, this.priors), similar)
    return true
  }

  /** Takes in newer orders: `baskets` begins with those of the last fit or update. */
  async update(baskets: Baskets, products: ProductText[]): Promise<void> {
    const { similar, ...learnt } = this.inUse
    const same = products.length === similar.rows.scales.length
    const evidence = extendEvidence(learnt.evidence, baskets)
    this.take({ ...learnt, evidence }, same ? similar : await similarProducts(this.tower, products))
  }

  /** What to keep for the next life of the worker; `use` continues with it. */
  state(): FitState {
    return stateOf(this.inUse, this.inUse.similar)
  }

  /** Continues with a fit of an earlier life and takes in what came after it. @throws StaleFit */
  async use(state: FitState, baskets: Baskets, products: ProductText[]): Promise<void> {
    const { learnt, similar } = restoreFit(state, baskets, this.priors)
    this.take(learnt, similar)
    await this.update(baskets, products)
  }

  async predict(batch: Request[]): Promise<Ranked[][]> {
    const { source, rankers } = this.inUse
    return batch.map((request) => {
      if (!Number.isFinite(request.now) || !request.basket.every(Number.isInteger)) {
        throw new RangeError("recommendation: input is not finite")
      }
      const candidates = source.candidates(request, request.among)
      return rank(rankers[request.task], candidates, request.k)
    })
  }

  /** For each text (a listing of somebody else) the own items most like it, nearest first. */
  nearest(texts: ProductText[], k: number): Promise<Entry[][]> {
    return nearestItems(this.tower, this.inUse.similar, texts, k)
  }

  /** Unit vectors of products by their texts, `towerWidth` numbers each; needs no fit. */
  embed(products: ProductText[]): Float32Array[] {
    return products.map((product) => towerVector(this.tower, productBuckets(product)))
  }

  /** Counts, neighbours and texts behind the suggestions, for the reasons; null before a fit. */
  get knowledge(): Readonly<InUse> | null {
    return this.current
  }

  dispose(): void {
    this.current = null
  }

  private get inUse(): InUse {
    if (!this.current) throw new Error("recommendation: no fit in use")
    return this.current
  }

  private take(learnt: Learnt, similar: Similar): void {
    this.current = { ...learnt, similar, source: new CandidateSource(learnt.evidence, similar) }
  }
}
