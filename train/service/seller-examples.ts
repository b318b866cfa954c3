import { seededRandom } from "../../models/anomaly/random"
import { type Encoder, encode } from "../../models/service/encode"
import { type Intent, intents, sentiments } from "../../src/domain/intent"
import type { Classed } from "./choose-vocabulary"
import { bitext, clinc150, type Labelled, multidogo } from "./datasets"
import { expand, type Grammar, type Language, languages, readGrammar } from "./grammar"
import { Lexicon } from "./lexicon"
import type { Phrase } from "./phrases"
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

/** `urgent` null: not known, so nothing is taught. */
type Draft = { text: string; wanted: Intent[]; urgent: boolean | null; mood: number }

/** A single thing that is said tells too little of an intent. */
const fewestConcepts = 2

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
  if (urgent !== null) target[intents.length + (urgent ? 1 : 0)] = 1
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

/** A message written as a whole, or its things in the words of another language. */
const written = (text: string, intent: Intent): Draft => ({
  text,
  wanted: [intent],
  urgent: null,
  mood: moodOf(intent)
})

/** How a corpus is mixed: templates for each intent and language, and renderings of each phrase in other languages. */
export type Mix = { templates: number; crossings: number }

/**
 * Makes the training messages of one epoch: messages from templates, the whole messages of `phrases`, the same in the
 * words of other languages by the lexicon (each thing that is said, in its order: what is learnt in one language helps
 * the nine others), and open English text.
 */
export function sellerCorpus(phrases: Phrase[], seed: number) {
  const grammars = new Map<Language, Grammar>(languages.map((one) => [one, readGrammar(one)]))
  const english = openEnglish()
  const lexicon = new Lexicon()
  const random = seededRandom(seed)
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T
  const spoken = phrases.map((phrase) => ({
    ...phrase,
    concepts: lexicon.conceptsOf(phrase.text, phrase.language)
  }))
  const byLabel = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const key = `${phrase.language} ${phrase.intent}`
    byLabel.set(key, [...(byLabel.get(key) ?? []), phrase])
  }

  function around(phrase: Phrase): Draft {
    const { language, intent, text } = phrase
    const { slots, templates } = grammars.get(language) as Grammar
    const slot = (name: string) => (random() < 0.15 ? [expand(`{${name}}`, slots, random)] : [])
    const more = () =>
      random() < 0.5
        ? pick(byLabel.get(`${language} ${intent}`) ?? [phrase]).text
        : expand(pick(templates.get(intent) ?? [""]), slots, random)
    const parts = [...slot("hello"), text, ...(random() < 0.3 ? [more()] : []), ...slot("bye")]
    return written(parts.join(" "), intent)
  }

  const badly = (draft: Draft): Draft => ({
    ...draft,
    text: scramble(random() < 0.3 ? thin(draft.text, random) : draft.text, random)
  })

  return ({ templates, crossings }: Mix): Draft[] => {
    const made = [...grammars.values()].flatMap((grammar) =>
      intents.flatMap((intent) =>
        Array.from({ length: templates }, () => compose(grammar, intent, random))
      )
    )
    const open = [...english].flatMap(([intent, texts]) =>
      Array.from({ length: templates }, () => written(pick(texts), intent))
    )
    const crossed = Array.from({ length: crossings }, () =>
      spoken.flatMap(({ concepts, language, intent }) => {
        if (concepts.length < fewestConcepts) return []
        const other = pick(languages.filter((one) => one !== language))
        return written(lexicon.say(concepts, other, random), intent)
      })
    )
    return [...[...made, ...phrases.map(around), ...open].map(badly), ...crossed.flat()]
  }
}

/** Drafts as the net reads them. */
export const toExamples = (drafts: Draft[], encoder: Encoder): Example[] =>
  drafts.map((draft) => ({ row: encode(draft.text, encoder), target: targetOf(draft) }))

/** Drafts with the intent that they begin with. */
export const toClassed = (drafts: Draft[]): Classed[] =>
  drafts.map(({ text, wanted: [first] }) => ({
    text,
    place: first ? intents.indexOf(first) : 0
  }))
