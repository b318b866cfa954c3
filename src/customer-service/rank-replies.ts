import type { Intent } from "../domain/intent"
import { type Macro, type MacroLanguage, macroLanguages } from "../domain/macro"
import type { OrderStatus } from "../domain/order-status"
import type { Suggestion } from "../domain/reply"
import { starterMacros, starterTexts } from "./starter-macros"

export type Reply = {
  id: string
  origin: Suggestion["origin"]
  title?: string
  language: MacroLanguage
  template: string
}

/** What the seller answered to an earlier message, as a template. */
export type PastReply = {
  id: string
  intents: Intent[]
  language?: string
  template: string
}

export type Wish = { intent: Intent; probability: number }

const sent: readonly OrderStatus[] = ["shipped", "delivered", "refunded"]
/** The seller's own words come first among equals, more so the oftener they were taken. */
const ownBonus = (used: number) => 0.2 + 0.1 * Math.log1p(used)

const languageOf = (language: string | undefined): MacroLanguage | undefined =>
  macroLanguages.find((one) => one === language?.toLowerCase().split("-")[0])

/** An answer that was once given: after the seller's macros, before ours. */
const pastBonus = 0.1

type Candidate = { intents: Intent[]; score: number; reply: Reply }

function candidates(
  macros: Macro[],
  past: PastReply[],
  language: MacroLanguage,
  status?: OrderStatus
): Candidate[] {
  const known = status !== undefined && status !== "unknown"
  const state = known ? (sent.includes(status) ? "shipped" : "not-shipped") : undefined
  const own = macros.flatMap((macro): Candidate[] => {
    const written = macro.texts[language] ? language : languageOf(Object.keys(macro.texts)[0])
    const template = written && macro.texts[written]
    if (!written || !template) return []
    const reply: Reply = {
      id: macro.id,
      origin: "own",
      title: macro.title,
      language: written,
      template
    }
    return [{ intents: macro.intents, score: ownBonus(macro.used), reply }]
  })
  const starters = starterMacros
    .filter(({ when }) => !when || !state || when === state)
    .map(({ id, intents }): Candidate => {
      const template = starterTexts[language][id]
      return { intents, score: 0, reply: { id, origin: "starter", language, template } }
    })
  const earlier = past
    .filter((reply) => languageOf(reply.language) === language)
    .map(({ id, intents, template }): Candidate => {
      return { intents, score: pastBonus, reply: { id, origin: "past", language, template } }
    })
  return [...own, ...earlier, ...starters]
}

/**
 * The replies that answer these wishes best, at most `most`: by the probability of what they answer, the seller's own
 * before ours and of several past answers to the same wish the first one only. A reply that contradicts the order's state is left out.
 */
export function rankReplies(
  wishes: Wish[],
  options: {
    macros: Macro[]
    past?: PastReply[]
    language?: string
    status?: OrderStatus
    most?: number
  }
): Reply[] {
  const language = languageOf(options.language) ?? "en"
  const probability = new Map(wishes.map((wish) => [wish.intent, wish.probability]))
  return candidates(options.macros, options.past ?? [], language, options.status)
    .map(({ intents, score, reply }) => {
      const answered = Math.max(0, ...intents.map((intent) => probability.get(intent) ?? 0))
      return { reply, score: answered * (1 + score) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .filter(({ reply, score }, i, all) => {
      const same = ({ reply: other, score: rank }: (typeof all)[number]) =>
        other.origin === "past" && rank === score
      return reply.origin !== "past" || all.findIndex(same) === i
    })
    .slice(0, options.most ?? 3)
    .map(({ reply }) => reply)
}
