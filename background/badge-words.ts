import type { Words } from "../locales"
import type { Insight } from "../src/domain/insight"
import type { OrderBadge } from "../src/messaging/protocol"

/** A badge in finished sentences: the content script carries no dictionary. */
export function badgeOf(
  words: Words,
  nativeId: string,
  scored: boolean,
  insight: Insight | undefined
): OrderBadge {
  if (!scored) {
    return {
      nativeId,
      state: "too-little-history",
      label: words.badge.tooLittleHistory,
      reasons: []
    }
  }
  if (!insight) return { nativeId, state: "clear", label: words.badge.clear, reasons: [] }
  return {
    nativeId,
    state: "flagged",
    severity: insight.severity,
    label: words.badge.flagged,
    reasons: insight.reasons.map((reason) => words.reason(reason))
  }
}
