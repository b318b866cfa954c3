import { seededRandom } from "../../models/anomaly/random"
import { bagOf, weigh } from "../../models/service/encode"
import { type Intent, intents, sentiments } from "../../src/domain/intent"
import { bitext, clinc150, type Labelled, multidogo } from "./datasets"
import { expand, type Grammar, type Language, languages, readGrammar } from "./grammar"
import { scramble } from "./scramble"
import type { Example } from "./train-net"

/** Outputs of the shipped net: what is wanted, calm or urgent, the mood. */
export const groups = [intents.length, 2, sentiments.length] as const
const outputs = groups.reduce((sum, size) => sum + size, 0)

const bitextIntents: Record<string, Intent> = {
  cancel_order: "order/cancel",
  change_order: "order/change",
  change_shipping_address: "shipping/address",
  set_up_shipping_address: "shipping/address",
  check_invoice: "invoice/tax",
  get_invoice: "invoice/tax",
  check_payment_methods: "payment/problem",
  payment_issue: "payment/problem",
  check_refund_policy: "return/how",
  complaint: "feedback/negative",
  delivery_period: "shipping/time",
  get_refund: "refund/request",
  track_order: "shipping/status",
  track_refund: "refund/status",
  create_account: "other/question",
  delete_account: "other/question",
  edit_account: "other/question",
  switch_account: "other/question",
  recover_password: "other/question",
  registration_problems: "other/question",
  newsletter_subscription: "other/question"
}

/** What people ask an assistant, not a shop. */
const elsewhere =
  /^(weather|tell_joke|fun_fact|what_song|play_music|timer|alarm|recipe|calories|nutrition_info|flight_status|book_flight|book_hotel|traffic|directions|meeting_schedule|calendar|reminder|translate|spelling|definition|roll_dice|flip_coin|date|time|pto_request|restaurant_reservation|travel_suggestion|meal_suggestion|oil_change_how|tire_pressure|what_are_your_hobbies|are_you_a_bot|smart_home)$/

/** English sentences of open sets under the intents that they fit; the rest of those sets is left out. */
function openEnglish(): Map<Intent, string[]> {
  const from = (rows: Labelled[], intentOf: (label: string) => Intent | undefined) =>
    rows.flatMap(({ text, label }) => {
      const intent = intentOf(label)
      return intent ? [{ text: text.replace(/\{\{[^}]*\}\}/g, "DP-104233"), intent }] : []
    })
  const rows = [
    ...from(bitext(), (label) => bitextIntents[label]),
    ...from(clinc150().train, (label) => (elsewhere.test(label) ? "other/question" : undefined)),
    ...from(multidogo("fastfood"), (label) =>
      label === "thankyou" || label === "rejection"
        ? "other/no-reply"
        : label.startsWith("order")
          ? "other/question"
          : undefined
    )
  ]
  const byIntent = new Map<Intent, string[]>()
  for (const { text, intent } of rows) {
    const texts = byIntent.get(intent)
    if (texts) texts.push(text)
    else byIntent.set(intent, [text])
  }
  return byIntent
}

type Draft = { text: string; wanted: Intent[]; urgent: boolean; mood: number }

const neutral = sentiments.indexOf("neutral")
const moodOf = (intent: Intent): number =>
  intent === "feedback/negative" || intent === "dispute/claim"
    ? sentiments.indexOf("negative")
    : intent === "feedback/positive"
      ? sentiments.indexOf("positive")
      : neutral

function targetOf({ wanted, urgent, mood }: Draft): Float32Array {
  const target = new Float32Array(outputs)
  for (const intent of wanted) target[intents.indexOf(intent)] = 1 / wanted.length
  target[intents.length + (urgent ? 1 : 0)] = 1
  target[intents.length + 2 + mood] = 1
  return target
}

/** One message in the way people write: maybe a greeting, one wish or two, maybe pressure, feeling and an end. */
function compose(grammar: Grammar, intent: Intent, random: () => number): Draft {
  const pick = <T>(choices: T[]): T => choices[Math.floor(random() * choices.length)] as T
  const say = (wish: Intent) =>
    expand(pick(grammar.templates.get(wish) ?? [""]), grammar.slots, random)
  const slot = (name: string, chance: number) =>
    random() < chance ? [expand(`{${name}}`, grammar.slots, random)] : []
  const second = random() < 0.12 ? pick([...intents]) : intent
  const wanted = second === intent ? [intent] : [intent, second]
  const urgent = slot("urgent", 0.12)
  const feeling = random() < 0.15 ? (random() < 0.6 ? "angry" : "happy") : null
  const text = [
    ...slot("hello", 0.4),
    ...wanted.map(say),
    // a second and third way to say it: longer messages hold more of its words
    ...(random() < 0.4 ? [say(intent)] : []),
    ...(random() < 0.2 ? [say(intent)] : []),
    ...(feeling ? slot(feeling, 1) : []),
    ...urgent,
    ...slot("bye", 0.35)
  ]
  const mood =
    feeling === "angry"
      ? sentiments.indexOf("negative")
      : feeling === "happy"
        ? sentiments.indexOf("positive")
        : (wanted.map(moodOf).find((one) => one !== neutral) ?? neutral)
  return { text: text.join(random() < 0.8 ? ". " : " "), wanted, urgent: urgent.length > 0, mood }
}

/** Leaves out words, or letters where words are not spaced: no single one may carry the meaning alone. */
function thin(text: string, random: () => number): string {
  const rate = random() * 0.5
  const spaced = text.includes(" ") && !/[\p{Script=Han}\p{Script=Hiragana}]/u.test(text)
  const kept = text.split(spaced ? " " : "").filter(() => random() >= rate)
  return kept.length > 1 ? kept.join(spaced ? " " : "") : text
}

/** Makes the training messages of one epoch: `perIntent` for each intent and language, and open English text. */
export function sellerCorpus(seed: number) {
  const grammars = new Map<Language, Grammar>(languages.map((one) => [one, readGrammar(one)]))
  const english = openEnglish()
  const random = seededRandom(seed)
  return (perIntent: number): Draft[] => {
    const drafts = [...grammars.values()].flatMap((grammar) =>
      intents.flatMap((intent) =>
        Array.from({ length: perIntent }, () => compose(grammar, intent, random))
      )
    )
    const open = [...english].flatMap(([intent, texts]) =>
      Array.from({ length: perIntent }, (): Draft => {
        const text = texts[Math.floor(random() * texts.length)] ?? ""
        return { text, wanted: [intent], urgent: false, mood: moodOf(intent) }
      })
    )
    return [...drafts, ...open].map((draft) => ({
      ...draft,
      text: scramble(random() < 0.3 ? thin(draft.text, random) : draft.text, random)
    }))
  }
}

/** Drafts as the net reads them. */
export const toExamples = (drafts: Draft[], buckets: number, idf: Float32Array): Example[] =>
  drafts.map((draft) => ({ row: weigh(bagOf(draft.text, buckets), idf), target: targetOf(draft) }))
