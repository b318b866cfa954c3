import { type Words, wordsFor } from "../locales"
import { isOpen, type OrderRisk } from "../src/domain/insight"
import type { Badge } from "../src/messaging/protocol"
import type { Database } from "../src/store/database"
import { unscored } from "../src/store/save-reading"
import type { Shown } from "./badges"

/** A badge in finished sentences: the content script carries no dictionary. */
function badgeOf(
  words: Words,
  nativeId: string,
  scored: boolean,
  insight: OrderRisk | undefined
): Badge {
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

/** What the risk model says of each order; an order that is not known yet has no badge. */
export async function orderBadges(db: Database, shown: Shown[]): Promise<Badge[]> {
  const words = wordsFor(chrome.i18n.getUILanguage())
  const [scores, insights] = await Promise.all([
    db.scores.bulkGet(shown.map(({ id }) => id)),
    db.insights.bulkGet(shown.map(({ id }) => `order-risk:${id}`))
  ])
  return shown.flatMap(({ nativeId }, i) => {
    const score = scores[i]
    if (!score) return []
    const insight = insights[i]
    const open = insight?.kind === "order-risk" && isOpen(insight, Date.now()) ? insight : undefined
    return [badgeOf(words, nativeId, score.fit !== unscored, open)]
  })
}
