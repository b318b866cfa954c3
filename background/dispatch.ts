import * as v from "valibot"
import { alertBudgetSchema } from "../src/domain/alert-budget"
import { feedbackSchema } from "../src/domain/feedback"
import { intents } from "../src/domain/intent"
import { limits } from "../src/domain/limit-values"
import {
  countrySchema,
  epochMsSchema,
  longTextSchema,
  nameSchema,
  textSchema
} from "../src/domain/limits"
import { writtenFields } from "../src/domain/listing-facts"
import { listingSettingsSchema, marginSchema } from "../src/domain/listing-settings"
import { macroSchema } from "../src/domain/macro"
import { claims } from "../src/domain/order"
import { planSettingsSchema, skuSchema } from "../src/domain/plan-settings"
import { pageReadingSchema } from "../src/domain/reading"
import { tones } from "../src/domain/reply"
import { sellingCostsSchema } from "../src/domain/selling-costs"
import { suggestionStates } from "../src/domain/suggestion"
import { taughtReaderSchema } from "../src/domain/taught"
import {
  type Answer,
  badgeKinds,
  type MessageType,
  type ProtocolError,
  type ReplyOf,
  type RequestOf
} from "../src/messaging/protocol"
import { isDiskFull, noteDiskFull } from "../src/store/disk-full"
import { dataRequestSchemas } from "./data-handlers"

const demandJob = v.picklist(["forecast-demand", "test-forecasts"])
const riskSchemas = {
  "panel:withdraw-feedback": v.strictObject({ orderId: textSchema }),
  "panel:restore": v.strictObject({ insightId: textSchema }),
  "panel:snooze": v.strictObject({ insightId: textSchema, until: epochMsSchema }),
  "panel:allow": v.strictObject({ orderId: textSchema, allow: v.boolean() }),
  "panel:set-budget": v.strictObject({ budget: alertBudgetSchema }),
  "panel:open-claim": v.strictObject({
    orderId: textSchema,
    claim: v.picklist(claims),
    openedAt: epochMsSchema
  }),
  "panel:close-claim": v.strictObject({ orderId: textSchema })
} as const

/** What a request must look like; strict, so unknown keys are refused. */
const requestSchemas = {
  ...dataRequestSchemas,
  "page:capture": pageReadingSchema,
  "page:words": v.strictObject({}),
  "page:badges": v.strictObject({
    marketplace: nameSchema,
    account: textSchema,
    kind: v.picklist(badgeKinds),
    nativeIds: v.pipe(v.array(textSchema), v.maxLength(limits.rowsPerReading))
  }),
  "panel:read-tab": v.strictObject({ tabId: v.pipe(v.number(), v.integer()) }),
  "panel:site": v.strictObject({ url: textSchema }),
  "panel:sites": v.strictObject({}),
  "panel:sync-sites": v.strictObject({}),
  "panel:analyse-tab": v.strictObject({ tabId: v.pipe(v.number(), v.integer()) }),
  "panel:analyse-listings": v.strictObject({}),
  "panel:check-text": v.strictObject({
    marketplace: nameSchema,
    store: v.optional(countrySchema),
    field: v.picklist(writtenFields),
    text: v.pipe(v.string(), v.maxLength(20_000))
  }),
  "panel:taught": v.strictObject({}),
  "panel:save-taught": v.strictObject({
    readers: v.pipe(v.array(taughtReaderSchema), v.maxLength(200))
  }),
  "panel:forget-taught": v.strictObject({ id: textSchema }),
  "panel:save-listing-settings": listingSettingsSchema,
  "panel:save-selling-costs": sellingCostsSchema,
  "panel:set-margin": v.strictObject({ margin: marginSchema }),
  "panel:decide-suggestion": v.strictObject({
    id: textSchema,
    state: v.picklist(suggestionStates)
  }),
  "panel:learn": v.strictObject({}),
  "panel:demand": v.strictObject({ job: demandJob }),
  "panel:cancel-demand": v.strictObject({ job: demandJob }),
  "panel:set-plan": v.strictObject({ sku: skuSchema, settings: planSettingsSchema }),
  "panel:purchase-plan": v.strictObject({
    budget: v.nullable(v.pipe(v.number(), v.minValue(0))),
    costShare: v.pipe(v.number(), v.minValue(0), v.maxValue(2))
  }),
  "panel:what-if": v.strictObject({
    sku: textSchema,
    settings: planSettingsSchema,
    promotion: v.strictObject({
      days: v.pipe(v.number(), v.minValue(0), v.maxValue(182)),
      uplift: v.pipe(v.number(), v.minValue(0.1), v.maxValue(20))
    })
  }),
  "panel:likely-buyers": v.strictObject({}),
  "panel:conversation": v.strictObject({ messageId: textSchema, tone: v.picklist(tones) }),
  "panel:check-draft": v.strictObject({
    messageId: textSchema,
    text: v.pipe(v.string(), v.maxLength(limits.longText))
  }),
  "panel:correct-message": v.strictObject({
    messageId: textSchema,
    intent: v.picklist(intents)
  }),
  "panel:message-done": v.strictObject({
    messageId: textSchema,
    done: v.boolean(),
    macroId: v.optional(nameSchema),
    reply: v.optional(longTextSchema)
  }),
  "panel:insert-reply": v.strictObject({ messageId: textSchema, text: longTextSchema }),
  "panel:product-reasons": v.strictObject({}),
  "panel:save-macro": v.omit(macroSchema, ["used", "updatedAt"]),
  "panel:delete-macro": v.strictObject({ id: nameSchema }),
  "panel:rising-topics": v.strictObject({}),
  "panel:give-feedback": v.pick(feedbackSchema, ["orderId", "verdict"]),
  "panel:dismiss": v.strictObject({ insightId: textSchema }),
  ...riskSchemas
} satisfies { [T in MessageType]: v.GenericSchema<unknown, RequestOf<T>> }

export type Sender = { tabId?: number; origin: string }
export type Handlers = {
  [T in MessageType]: (request: RequestOf<T>, sender: Sender) => Promise<ReplyOf<T>>
}

/** What a handler throws to answer with a code of its own. */
export class Refusal extends Error {
  constructor(
    readonly code: ProtocolError["code"],
    message: string
  ) {
    super(message)
  }
}

const perSecond = 20

/** A bucket a tab: 20 messages at once, 20 more each second (RELIABILITY §3.3). */
export function createRateLimit(now: () => number = Date.now): (key: string) => boolean {
  const buckets = new Map<string, { level: number; at: number }>()
  return (key) => {
    const time = now()
    const bucket = buckets.get(key) ?? { level: perSecond, at: time }
    const level = Math.min(perSecond, bucket.level + ((time - bucket.at) / 1000) * perSecond)
    if (level < 1) return false
    if (buckets.size > 1_000) buckets.clear()
    buckets.set(key, { level: level - 1, at: time })
    return true
  }
}

const isMessageType = (type: unknown): type is MessageType =>
  typeof type === "string" && Object.hasOwn(requestSchemas, type)

/**
 * Who may send what (RELIABILITY §3.3): `panel:` only our own pages, `page:` only our own content scripts in the
 * top frame. Never by `sender.url` or `tab.url`: a sandboxed frame shows a good one there.
 */
export function isAllowedSender(
  type: MessageType,
  sender: chrome.runtime.MessageSender,
  extensionId: string
): boolean {
  if (sender.id !== extensionId || !sender.origin) return false
  const ownPage = sender.origin === `chrome-extension://${extensionId}`
  if (type.startsWith("panel:")) return ownPage
  return (
    !ownPage &&
    /^https?:\/\//.test(sender.origin) &&
    sender.frameId === 0 &&
    sender.tab?.id !== undefined
  )
}

/** Listens for every message and answers every one: refused, invalid, failed or done. */
export function createDispatch(handlers: Handlers, extensionId: string) {
  const withinRate = createRateLimit()

  async function answer(
    raw: unknown,
    sender: chrome.runtime.MessageSender
  ): Promise<Answer<unknown>> {
    const refuse = (code: ProtocolError["code"], message: string): Answer<never> => ({
      ok: false,
      error: { code, message }
    })
    const type = (raw as { type?: unknown } | null)?.type
    if (!isMessageType(type)) return refuse("invalid", "unknown message")
    if (!isAllowedSender(type, sender, extensionId)) return refuse("refused", "sender not allowed")
    if (!withinRate(String(sender.tab?.id ?? "panel")))
      return refuse("too-many", "too many messages")
    const request = (raw as { request?: unknown }).request
    if (JSON.stringify(request ?? null).length > limits.messageBytes) {
      return refuse("too-large", "message over 1 MiB")
    }
    const parsed = v.safeParse(requestSchemas[type], request, { abortEarly: true })
    if (!parsed.success) {
      // the path only: the value may be a buyer's
      return refuse("invalid", `${type}: ${v.getDotPath(parsed.issues[0]) ?? "not an object"}`)
    }
    const handle = handlers[type] as (request: unknown, sender: Sender) => Promise<unknown>
    const tabId = sender.tab?.id
    const from: Sender = { origin: sender.origin ?? "", ...(tabId === undefined ? {} : { tabId }) }
    try {
      return { ok: true, reply: await handle(parsed.output, from) }
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.code, error.message)
      if (isDiskFull(error)) {
        await noteDiskFull(Date.now())
        return refuse("disk-full", "the disk is full")
      }
      return refuse("failed", error instanceof Error ? `${error.name}: ${error.message}` : "failed")
    }
  }

  return (
    raw: unknown,
    sender: chrome.runtime.MessageSender,
    respond: (answer: Answer<unknown>) => void
  ): true => {
    void answer(raw, sender).then(respond, (error) => {
      respond({ ok: false, error: { code: "failed", message: String(error) } })
    })
    return true
  }
}
