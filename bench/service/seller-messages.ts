import { readFileSync } from "node:fs"
import { seededRandom } from "../../models/anomaly/random"
import type { ModelManifest } from "../../models/model"
import { ServiceModel } from "../../models/service"
import { rankReplies } from "../../src/customer-service/rank-replies"
import { starterMacros } from "../../src/customer-service/starter-macros"
import { type Intent, intents } from "../../src/domain/intent"
import { type Language, languages } from "../../train/service/grammar"
import { labelledTexts } from "../../train/service/labelled-texts"
import { scramble } from "../../train/service/scramble"
import { bootstrap, meanOf } from "../bootstrap"
import type { Metric } from "../metric"
import { auroc } from "../ranking"
import { calibrationError } from "./public-sets"

/** Messages of each intent in a file. */
const perIntent = 2

type Message = { language: Language; intent: Intent; text: string }

/** `messages/<language>.txt`: "# intent", then messages that nobody trained on. */
function heldOut(language: Language): Message[] {
  const file = new URL(`messages/${language}.txt`, import.meta.url)
  return labelledTexts(file).map((message) => ({ language, ...message }))
}

/** The shipped files on the backend in use. */
export function loadServiceModel(): Promise<ServiceModel> {
  const manifest = JSON.parse(readFileSync("models/service/model.json", "utf8")) as ModelManifest
  const weights = new Uint8Array(readFileSync("models/service/weights.bin")).buffer
  return ServiceModel.load({ manifest, weights })
}

/** Mean F1 over the intents; an intent that is never right counts 0. */
function macroF1(truth: Intent[], guess: (Intent | undefined)[]): number {
  const scores = intents.map((intent) => {
    const right = truth.filter((one, i) => one === intent && guess[i] === intent).length
    const said = guess.filter((one) => one === intent).length
    const wanted = truth.filter((one) => one === intent).length
    return said + wanted === 0 ? 1 : (2 * right) / (said + wanted)
  })
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

/**
 * 95 % interval of macro-F1, as a note: messages are drawn anew within each intent (they lie in the file by intent,
 * `perIntent` each), so that no intent goes missing.
 */
function f1Interval(truth: Intent[], guess: (Intent | undefined)[]): string {
  const { low, high } = bootstrap(truth.length, (chosen) => {
    const at = chosen.map((draw, i) => i - (i % perIntent) + (draw % perIntent))
    const pick = <T>(values: T[]) => at.map((i) => values[i] as T)
    return macroF1(pick(truth), pick(guess))
  })
  return `95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}`
}

/** Two wishes in one message count when exactly both are found. */
async function severalWishes(model: ServiceModel, messages: Message[]): Promise<number> {
  const pairs = messages.flatMap((first, i) => {
    const second = messages[(i + 37) % messages.length]
    const small = /^(other|feedback|scam)/
    if (!second || first.language !== second.language || first.intent === second.intent) return []
    return small.test(first.intent) || small.test(second.intent) ? [] : [{ first, second }]
  })
  const found = await model.predict(
    pairs.map(({ first, second }) => `${first.text} ${second.text}`)
  )
  let right = 0
  let said = 0
  pairs.forEach(({ first, second }, i) => {
    const names = found[i]?.intents.map(({ intent }) => intent) ?? []
    said += names.length
    right += [first.intent, second.intent].filter((intent) => names.includes(intent)).length
  })
  return (2 * right) / (said + 2 * pairs.length)
}

/** Whether a reply for this intent is among the first three, for an order that was sent and one that was not. */
function hits(wishes: { intent: Intent; probability: number }[], intent: Intent): boolean[] {
  return (["shipped", "paid"] as const).map((status) => {
    const state = status === "shipped" ? "shipped" : "not-shipped"
    const fitting = starterMacros.filter(
      (macro) => macro.intents.includes(intent) && (!macro.when || macro.when === state)
    )
    const shown = rankReplies(wishes, { macros: [], status }).map(({ id }) => id)
    return fitting.length === 0 || fitting.some(({ id }) => shown.includes(id))
  })
}

/** The shipped model on messages written apart from its grammar, per language. */
export async function sellerMessages(): Promise<Metric[]> {
  const model = await loadServiceModel()
  const messages = languages.flatMap(heldOut)
  const found = await model.predict(messages.map(({ text }) => text))
  const likely = found.map((one) => one.likely[0])
  const guess = likely.map((one) => one?.intent)
  const truth = messages.map(({ intent }) => intent)
  const byLanguage = languages.map((language) => {
    const at = messages.flatMap((one, i) => (one.language === language ? [i] : []))
    const pick = <T>(values: T[]) => at.map((i) => values[i] as T)
    const [right, said] = [pick(truth), pick(guess)]
    return { language, score: macroF1(right, said), interval: f1Interval(right, said) }
  })
  const random = seededRandom(5)
  const spelt = await model.predict(
    messages.map(({ text }) => {
      let bad = text
      while (bad === text) bad = scramble(text, random)
      return bad
    })
  )
  const inside = truth.map((intent) => intent !== "other/question")
  const outside = found.map(
    ({ likely: list }) =>
      list.find(({ intent }) => intent === "other/question")?.probability ??
      1 - list.reduce((sum, { probability }) => sum + probability, 0)
  )
  const replies = messages.flatMap(({ intent }, i) =>
    starterMacros.some((macro) => macro.intents.includes(intent))
      ? hits([...(found[i]?.intents ?? []), ...(found[i]?.likely ?? [])], intent)
      : []
  )
  const several = await severalWishes(model, messages)
  const metric = (id: string, value: number, n = messages.length, note?: string): Metric => ({
    id: `service.${id}`,
    value,
    unit: "",
    n,
    ...(note ? { note } : {})
  })
  const weakest = byLanguage.reduce((low, one) => (one.score < low.score ? one : low))
  model.dispose()
  return [
    metric(
      "seller.macro_f1",
      meanOf(byLanguage.map(({ score }) => score)),
      messages.length,
      `${intents.length} intents, mean of ${languages.length} languages, ${f1Interval(truth, guess)} of all together`
    ),
    metric("seller.macro_f1_min_language", weakest.score, messages.length, weakest.language),
    ...byLanguage.map(({ language, score, interval }) =>
      metric(`seller.macro_f1.${language}`, score, messages.length / languages.length, interval)
    ),
    metric(
      "seller.accuracy",
      guess.filter((intent, i) => intent === truth[i]).length / messages.length
    ),
    metric(
      "seller.accuracy.scrambled",
      spelt.filter((one, i) => one.likely[0]?.intent === truth[i]).length / messages.length,
      messages.length,
      "typing slips, lookalike letters, digits for letters"
    ),
    metric(
      "seller.calibration_error",
      calibrationError(
        likely.map((one) => one?.probability ?? 0),
        guess.map((intent, i) => intent === truth[i])
      )
    ),
    metric(
      "seller.oos_auroc",
      auroc(
        outside.map((value) => -value),
        inside
      )
    ),
    metric("seller.several_wishes_f1", several, messages.length, "two messages in one"),
    metric("reply.hit3", replies.filter(Boolean).length / replies.length, replies.length),
    {
      id: "service.model_bytes",
      value: readFileSync("models/service/weights.bin").length,
      unit: "bytes",
      n: 1
    }
  ]
}
