import Dexie, { type EntityTable, type Table } from "dexie"
import type { BacktestReport } from "../domain/backtest"
import type { Feedback } from "../domain/feedback"
import type { ItemForecast, PlanSettings } from "../domain/forecast"
import type { StockNote } from "../domain/history"
import type { Insight } from "../domain/insight"
import type { Intent } from "../domain/intent"
import type { Listing } from "../domain/listing"
import type { ListingAnalysis, OwnSales } from "../domain/listing-analysis"
import type { ListingSettings } from "../domain/listing-settings"
import type { Macro } from "../domain/macro"
import type { Message } from "../domain/message"
import type { MessageNote } from "../domain/message-note"
import type { Money } from "../domain/money"
import type { Order } from "../domain/order"
import type { Reading } from "../domain/reading"
import type { SellingCosts } from "../domain/selling-costs"
import type { Suggestion } from "../domain/suggestion"
import type { BlockBytes, BlockIndex, Override, ReplacedListing, StoredImport } from "./blocks"
import type { StoredBuyerText } from "./buyer-text"
import type { Pulse } from "./pulse"
import type { ReadingWay } from "./reading-ways"
import type { Allowed, ClaimCase, RiskSetting } from "./risk"
import type { LearntState, ProductCompanions } from "./suggestions"

/** The newest rank of an order in the seller's history, flagged or not. */
export type OrderScore = {
  orderId: string
  percentile: number
  /** Calibrated; absent until it was scored. */
  probability?: number
  flagged: boolean
  modelVersion: string
  /** The fit that gave it; an older one is scored again. */
  fit: number
  /** What the model's head reads of a flagged or judged order, and its distance to the history: a verdict needs no more. */
  inputs?: Float32Array
  distance?: number
}

/**
 * Work that outlives the worker: a row stands until its results are committed, so a worker that dies leaves it
 * to its next life. One row a kind; more work of the kind raises `revision`.
 */
export type Job = {
  id:
    | "score-orders"
    | "learn-verdicts"
    | "watch-shops"
    | "analyse-listings"
    | "recommend"
    | "forecast-demand"
    | "test-forecasts"
  revision: number
  attempts: number
  /** After a failure: not before this time (epoch ms). */
  notBefore: number
  /** Why the last attempt failed, in our words. */
  lastError?: string
}

/** What a model learnt from this seller's history (structured-cloneable, typed arrays welcome). */
export type StoredFit = {
  model: string
  fit: number
  fittedAt: number
  orders: number
  state: unknown
}

/** The newest reading of each kind of page of each shop. */
export type StoredReading = Reading & {
  id: string
  /** How pages of this kind were read, the way that won last first. */
  ways?: ReadingWay[]
}

export type StoredOrder = Order & { time: number }

/** A listing of an import that is not committed yet. */
export type StagedListing = { import: number; id: string; listing: Listing }

/** What the seller said of the columns of a table without a known format; `id` is its header. */
export type StoredMapping = {
  id: string
  kind: "lines" | "listings"
  marketplace: string
  columns: Record<string, number[]>
}

/** What the seller said that a message is about: the message's vector under a model, not its text. */
export type StoredCorrection = {
  id: string
  modelVersion: string
  intent: Intent
  vector: Float32Array
  at: number
}

export type Status = { key: "runtime"; backend: string; reason: string; at: number }

/** The page that the seller asked about last: what became of it. */
export type ListingStatus = {
  key: "page"
  state: "reading" | "done" | "none" | "failed"
  analysisId?: string
  at: number
}

/** A price of another's listing that the seller looked at, for the position of their own. */
export type SeenListing = { id: string; title: string; price: Money; at: number }

/** How far a long job is; gone when it is done. */
export type Progress = { id: Job["id"]; done: number; total: number; at: number }

/** How an item is restocked; SKU "" holds for all items without their own. */
export type StoredPlanSettings = { sku: string; settings: Partial<PlanSettings> }

/** The schema's number; a stored one that is higher opens read-only. */
export const schemaVersion = 3

export class Database extends Dexie {
  readonly orders!: EntityTable<StoredOrder, "id">
  readonly listings!: EntityTable<Listing, "id">
  readonly readings!: EntityTable<StoredReading, "id">
  readonly scores!: EntityTable<OrderScore, "orderId">
  readonly insights!: EntityTable<Insight, "id">
  readonly feedback!: EntityTable<Feedback, "orderId">
  readonly jobs!: EntityTable<Job, "id">
  readonly fits!: EntityTable<StoredFit, "model">
  readonly status!: EntityTable<Status, "key">
  readonly stockNotes!: Table<StockNote, [listingId: string, day: number]>
  readonly messages!: EntityTable<Message, "id">
  readonly messageNotes!: EntityTable<MessageNote, "id">
  readonly macros!: EntityTable<Macro, "id">
  readonly corrections!: EntityTable<StoredCorrection, "id">
  readonly allowed!: EntityTable<Allowed, "key">
  readonly riskSettings!: EntityTable<RiskSetting, "key">
  readonly claimCases!: EntityTable<ClaimCase, "orderId">
  readonly imports!: EntityTable<StoredImport, "id">
  readonly blocks!: EntityTable<BlockIndex, "id">
  readonly blockBytes!: EntityTable<BlockBytes, "id">
  readonly overrides!: Table<Override, [block: number, import: number]>
  /** Orders of pages whose lines stand in blocks, in the order's present state. */
  readonly linesInBlocks!: EntityTable<{ id: string }, "id">
  readonly stagedListings!: Table<StagedListing, [import: number, id: string]>
  readonly replacedListings!: Table<ReplacedListing, [import: number, id: string]>
  readonly keys!: EntityTable<{ id: "history"; raw: Uint8Array<ArrayBuffer> }, "id">
  readonly suggestions!: EntityTable<Suggestion, "id">
  readonly companions!: EntityTable<ProductCompanions, "sku">
  readonly learnt!: EntityTable<LearntState, "model">
  readonly mappings!: EntityTable<StoredMapping, "id">
  readonly listingAnalyses!: EntityTable<ListingAnalysis, "id">
  /** By SKU, or by title where there is none. */
  readonly ownSales!: EntityTable<OwnSales & { product: string }, "product">
  readonly listingStatus!: EntityTable<ListingStatus, "key">
  readonly seenListings!: EntityTable<SeenListing, "id">
  readonly sellingCosts!: EntityTable<SellingCosts, "listingId">
  readonly listingSettings!: EntityTable<ListingSettings & { key: "settings" }, "key">

  readonly forecasts!: EntityTable<ItemForecast, "sku">
  readonly planSettings!: EntityTable<StoredPlanSettings, "sku">
  readonly progress!: EntityTable<Progress, "id">
  readonly backtests!: EntityTable<BacktestReport, "id">
  readonly pulse!: EntityTable<Pulse, "id">
  readonly buyerTexts!: EntityTable<StoredBuyerText, "id">

  constructor(name = "portside") {
    // strict: flushed before we say saved; it costs about 1 ms a write (RELIABILITY M5)
    super(name, { chromeTransactionDurability: "strict" })
    this.version(1).stores({
      orders: "id, time, firstReadAt",
      listings: "id",
      readings: "id, readAt",
      scores: "orderId, fit",
      insights: "id, createdAt, percentile",
      feedback: "orderId",
      jobs: "id",
      fits: "model",
      status: "key"
    })
    this.version(2).stores({
      insights: "id, kind, createdAt, percentile",
      stockNotes: "[listingId+day], day",
      messages: "id, sentAt",
      messageNotes: "id, priorityAt, orderId, sentAt",
      macros: "id",
      corrections: "id",
      imports: "++id, fingerprint, state",
      blocks: "id, import, kind",
      blockBytes: "id",
      overrides: "[block+import], block, import",
      stagedListings: "[import+id], import",
      replacedListings: "[import+id], import",
      keys: "id",
      mappings: "id",
      listingAnalyses: "id, at",
      listingStatus: "key",
      ownSales: "product",
      seenListings: "id, at",
      sellingCosts: "listingId",
      listingSettings: "key",
      suggestions: "id, kind, state",
      companions: "sku",
      learnt: "model",
      forecasts: "sku",
      planSettings: "sku",
      backtests: "id",
      progress: "id",
      allowed: "key",
      riskSettings: "key",
      claimCases: "orderId",
      pulse: "id",
      buyerTexts: "id, buyer, purgeAt"
    })
    // a Portside of before would misread packed columns: it opens a store of this version read-only
    this.version(schemaVersion).stores({ linesInBlocks: "id" })
  }
}
