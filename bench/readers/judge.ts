import { currencyDigits } from "../../src/domain/currency-digits"
import type { PageListing } from "../../src/domain/listing"
import type { Money } from "../../src/domain/money"
import type { OrderItem, PageOrder } from "../../src/domain/order"
import type { PageReading } from "../../src/domain/reading"
import {
  type ExpectedItem,
  type ExpectedPage,
  type ExpectedRow,
  type ExpectedText,
  plain,
  sameText
} from "./expected"

/** Fields of one page: how many are shown, read rightly, read wrongly, and not read. */
export type Tally = {
  expected: number
  read: number
  wrong: number
  missing: number
  faults: string[]
}

type Verdict = "right" | "wrong" | "missing"

const moneyText = (money: Money) =>
  `${(money.minor / 10 ** currencyDigits(money.currency)).toFixed(currencyDigits(money.currency))} ${money.currency}`

function judgeText(expected: ExpectedText, read: string | undefined): Verdict {
  if (read === undefined) return expected === null ? "right" : "missing"
  return expected !== null && sameText(expected, read) ? "right" : "wrong"
}

function judgeNumber(expected: number | null, read: number | undefined): Verdict {
  if (read === undefined) return expected === null ? "right" : "missing"
  return read === expected ? "right" : "wrong"
}

function judgeMoney(expected: string | null, read: Money | undefined): Verdict {
  if (!read) return expected === null ? "right" : "missing"
  if (expected === null) return "wrong"
  const [amount, currency] = expected.split(" ")
  return currency === read.currency && Number(amount) === Number(moneyText(read).split(" ")[0])
    ? "right"
    : "wrong"
}

function judgeDate(expected: string | null, read: number | undefined, zone: string): Verdict {
  if (read === undefined) return expected === null ? "right" : "missing"
  if (expected === null) return "wrong"
  if (expected.length > 10)
    return Math.abs(Date.parse(expected) - read) < 60_000 ? "right" : "wrong"
  const day = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit"
  }).format(read)
  return day === expected ? "right" : "wrong"
}

const judgeOrderId = (expected: string, read: string): Verdict =>
  plain(expected).replace(/^#/, "") === plain(read).replace(/^#/, "") ? "right" : "wrong"

/** The page's own words, or our word for the state. */
function judgeStatus(expected: string | null, read: PageOrder): Verdict {
  if (read.statusText === undefined && read.status === "unknown")
    return expected === null ? "right" : "missing"
  if (expected === null) return "wrong"
  return plain(read.statusText ?? "") === plain(expected) || read.status === expected
    ? "right"
    : "wrong"
}

class Judge {
  readonly tally: Tally = { expected: 0, read: 0, wrong: 0, missing: 0, faults: [] }
  constructor(readonly zone: string) {}

  /** Null fields count only when something was read where nothing is shown. */
  note(field: string, shown: boolean, verdict: Verdict) {
    if (shown) this.tally.expected++
    if (shown && verdict === "right") this.tally.read++
    if (verdict === "wrong") this.tally.wrong++
    if (shown && verdict === "missing") this.tally.missing++
    if (verdict !== "right") this.tally.faults.push(`${field} ${verdict}`)
  }

  item(
    at: string,
    expected: ExpectedItem,
    read: (OrderItem & Partial<PageListing>) | PageListing | undefined
  ) {
    const price = read && ("quantity" in read ? read.unitPrice : (read as PageListing).price)
    if (expected.sku !== undefined)
      this.note(`${at} sku`, expected.sku !== null, judgeText(expected.sku, read?.sku))
    if (expected.title !== undefined)
      this.note(`${at} title`, expected.title !== null, judgeText(expected.title, read?.title))
    if (expected.price !== undefined)
      this.note(`${at} price`, expected.price !== null, judgeMoney(expected.price, price))
    if (expected.quantity !== undefined) {
      const quantity = read && "quantity" in read ? read.quantity : undefined
      this.note(
        `${at} quantity`,
        expected.quantity !== null,
        judgeNumber(expected.quantity, quantity)
      )
    }
    if (expected.stock !== undefined) {
      const listing = read as PageListing | undefined
      const said =
        listing?.onHand === expected.stock
          ? listing?.onHand
          : (listing?.available ?? listing?.onHand)
      this.note(`${at} stock`, expected.stock !== null, judgeNumber(expected.stock, said))
    }
  }

  order(at: string, expected: ExpectedRow, read: PageOrder | undefined) {
    if (expected.order !== undefined)
      this.note(`${at} order`, true, read ? judgeOrderId(expected.order, read.nativeId) : "missing")
    if (expected.date !== undefined)
      this.note(
        `${at} date`,
        expected.date !== null,
        judgeDate(expected.date, read?.placedAt, this.zone)
      )
    if (expected.total !== undefined)
      this.note(`${at} total`, expected.total !== null, judgeMoney(expected.total, read?.total))
    if (expected.status !== undefined)
      this.note(
        `${at} status`,
        expected.status !== null,
        read ? judgeStatus(expected.status, read) : "missing"
      )
    expected.items?.forEach((item, i) => {
      this.item(`${at} item ${i}`, item, read?.items?.[i])
    })
    for (const _ of read?.items?.slice(expected.items?.length ?? Number.POSITIVE_INFINITY) ?? [])
      this.note(`${at} item too many`, false, "wrong")
  }
}

/** Rows are paired by what names them, and by their place where nothing does. */
function pair<T>(rows: T[], isIt: (row: T) => boolean, index: number): T | undefined {
  return rows.find(isIt) ?? rows[index]
}

/** Compares a reading with what a person sees on the page. */
export function judge(page: ExpectedPage, reading: PageReading | null): Tally {
  const judged = new Judge(page.zone)
  const isOrder = page.kind === "orders" || page.kind === "order"
  page.rows.forEach((expected, i) => {
    const at = `row ${i}`
    if (isOrder) {
      const read = pair(
        reading?.orders ?? [],
        ({ nativeId }) => judgeOrderId(expected.order ?? "", nativeId) === "right",
        i
      )
      judged.order(at, expected, read)
      return
    }
    const named = ({ sku, title }: PageListing) =>
      (typeof expected.sku === "string" && plain(sku ?? "") === plain(expected.sku)) ||
      (expected.sku === undefined && !!expected.title && sameText(expected.title, title ?? ""))
    judged.item(at, expected, pair(reading?.listings ?? [], named, i))
  })
  const rows = (isOrder ? reading?.orders : reading?.listings) ?? []
  for (const _ of rows.slice(page.rows.length)) judged.note("row too many", false, "wrong")
  return judged.tally
}
