import type { ClockRule } from "../domain/reply"

const hour = 3_600_000
const day = 24 * hour

/** MARKET.md §c2, as read on 2026-11-23. */
export const clockRules: Record<string, ClockRule> = {
  amazon: { hours: 24, rule: true, asOf: "2026-11-23", source: "Seller Central help 202152030" },
  walmart: {
    hours: 48,
    rule: true,
    asOf: "2026-11-23",
    source: "Marketplace Learn: Customer Care"
  },
  etsy: { hours: 24, rule: true, asOf: "2026-11-23", source: "help.etsy.com 29654393638679" },
  tiktok: { hours: 12, rule: true, asOf: "2026-11-23", source: "duoke.com 2026 (Malaysia)" },
  shopee: { hours: 12, rule: true, asOf: "2026-11-23", source: "duoke.com 2026" },
  lazada: {
    hours: "lazada-evening",
    rule: true,
    asOf: "2026-11-23",
    source: "duoke.com 2026 (Malaysia)"
  },
  ebay: { hours: "three-business-days", rule: true, asOf: "2026-11-23", source: "export.ebay.com" }
}

/** Where no marketplace counts, a day is what buyers expect. */
export const courtesy: ClockRule = { hours: 24, rule: false, asOf: "2026-11-23", source: "" }

/** Etsy counts only the first message of a conversation. */
const firstOnly = new Set(["etsy"])

/** `first`: whether the message begins its conversation. */
export const clockFor = (marketplace: string, first = true): ClockRule =>
  (first || !firstOnly.has(marketplace) ? clockRules[marketplace] : undefined) ?? courtesy

/** Kuala Lumpur has kept UTC+8 since 1982. */
const malaysia = 8 * hour

/** Messages until 18:00 there are to be answered by 19:00, later ones by 19:00 of the next day. */
function lazadaEvening(sentAt: number): number {
  const local = sentAt + malaysia
  const midnight = local - (local % day)
  const due = midnight + 19 * hour
  return (local - midnight < 18 * hour ? due : due + day) - malaysia
}

/** The same time of day, three weekdays later (UTC weekdays: the market's holidays are not known). */
function threeBusinessDays(sentAt: number): number {
  let at = sentAt
  for (let left = 3; left > 0; ) {
    at += day
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left--
  }
  return at
}

/** When the answer to a message of this time is due (epoch ms). Weekends count except on eBay. */
export function dueAt(marketplace: string, sentAt: number, first = true): number {
  const { hours } = clockFor(marketplace, first)
  if (hours === "lazada-evening") return lazadaEvening(sentAt)
  if (hours === "three-business-days") return threeBusinessDays(sentAt)
  return sentAt + hours * hour
}
