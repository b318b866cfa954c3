import type { Answer, Envelope, MessageType, ProtocolError, ReplyOf, RequestOf } from "./protocol"

/** A message that was refused or never answered. `code` says which; `message` is fit for a log, not for a face. */
export class MessageError extends Error {
  constructor(readonly error: ProtocolError) {
    super(error.message)
    this.name = "MessageError"
  }
  get code(): ProtocolError["code"] {
    return this.error.code
  }
}

const attempts = 4
/** A page waits for a model to be fitted; the panel's requests are short, and a person waits for them. */
const answerWithinMs = (type: MessageType) => (type.startsWith("panel:") ? 5_000 : 20_000)

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === "object" && value !== null && "ok" in value
}

/** One try: undefined when the worker died, was asleep too long, or answered nothing (RELIABILITY M2, M3). */
async function ask(envelope: Envelope): Promise<Answer<unknown> | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answerWithinMs(envelope.type))
  })
  try {
    const answer: unknown = await Promise.race([chrome.runtime.sendMessage(envelope), timeout])
    return isAnswer(answer) ? answer : undefined
  } catch (error) {
    // after an update of the extension this page's script is an orphan: no later try can succeed
    if (chrome.runtime?.id === undefined) throw error
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Sends a message to the worker and waits for its answer. Every message of the protocol is idempotent,
 * so a lost answer (the worker was stopped between commit and reply) is simply asked again.
 * @throws MessageError with the worker's own error, or code "no-answer" after several tries
 */
export async function send<T extends MessageType>(
  type: T,
  request: RequestOf<T>
): Promise<ReplyOf<T>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await pause(250 * 2 ** attempt)
    const answer = await ask({ type, request })
    if (answer === undefined) continue
    if (answer.ok) return answer.reply as ReplyOf<T>
    if (answer.error.code !== "too-many") throw new MessageError(answer.error)
  }
  throw new MessageError({ code: "no-answer", message: `no answer to ${type}` })
}
