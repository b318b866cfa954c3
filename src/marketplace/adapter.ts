import type { PageListing } from "../domain/listing"
import type { PageMessage } from "../domain/message"
import type { PageOrder } from "../domain/order"
import type { PageKind } from "../domain/reading"
import type { BadgeKind } from "../messaging/protocol"

/** A page without records that must never be read as "0 orders". */
export type BarredPage = "signed-out" | "challenge"

export type Rows<T> = {
  rows: T[]
  /** Rows this page must hold by its own words ("21–40 of 227" → 20), where it says so. */
  expected?: number
  /** Rows in the whole list, where the page says so. */
  total?: number
  /** Which way of reading won, kebab-case. */
  strategy: string
  /** How sure each field is (0..1), where the reader had to work out what a column means. */
  confidence?: Record<string, number>
  /** Fields of which the page says two different things. */
  doubts?: string[]
}

/** A record alone, or with how it was read. */
export type One<T> = T | Rows<T>

/** Where the page shows an order, a listing or a message, for the badge. */
export type Anchor = { kind: BadgeKind; nativeId: string; element: Element }

/** When and where a page is read: for "3 hours ago", for dates without a year, and for dates without a zone. */
export type PageMoment = {
  /** Epoch ms. */
  now: number
  /** IANA zone of the browser, used only where neither text nor page names one. */
  zone: string
}

/**
 * One marketplace. Everything is pure over (Document, URL, PageMoment): no network, no clicks, no storage, no clock.
 * A reader throws `MissingField` when a required field is missing, and returns fewer rows than
 * `expected` only if the page really shows fewer: `collect` reports the difference.
 */
export interface MarketplaceAdapter {
  id: string
  name: string
  /** Work that a page needs before it can be read, in slices that leave the page answerable. */
  prepare?(doc: Document, url: URL): Promise<void>
  /** What this page is; null: not a page of ours, or not rendered yet. */
  page(url: URL, doc: Document, moment?: PageMoment): PageKind | BarredPage | null
  /** The shop, without a colon: "admin.example.com" or "admin.example.com/shop-7". */
  account(url: URL, doc: Document): string
  /** False while the page still loads its rows (skeletons, spinners, busy). */
  ready(doc: Document): boolean
  orders?(doc: Document, url: URL, moment: PageMoment): Rows<PageOrder>
  order?(doc: Document, url: URL, moment: PageMoment): One<PageOrder>
  listings?(doc: Document, url: URL, moment: PageMoment): Rows<PageListing>
  /** The page of one listing, as its buyers or its seller see it. */
  listing?(doc: Document, url: URL, moment: PageMoment): One<PageListing>
  messages?(doc: Document, url: URL, moment: PageMoment): Rows<PageMessage>
  anchors(doc: Document, url: URL): Anchor[]
}

/** A required field is missing. The message names marketplace, page and field, and never what the page says. */
export class MissingField extends Error {
  constructor(
    readonly marketplace: string,
    readonly page: PageKind,
    readonly field: string
  ) {
    super(`${marketplace}: no ${field} on the ${page} page`)
    this.name = "MissingField"
  }
}
