import type { Intent } from "../domain/intent"
import type { MessageNote } from "../domain/message-note"
import type { RisingTopic } from "../domain/reply"
import { behindTopic } from "./behind-topic"

const hour = 3_600_000
const day = 24 * hour

/** Nothing is asked: a thank-you, an "ok", an offer of services. */
const noReply: readonly Intent[] = ["other/no-reply", "other/spam", "feedback/positive"]

/** Whether a message waits for an answer. */
export const wantsReply = ({
  answered,
  wishes
}: Pick<MessageNote, "answered" | "wishes">): boolean =>
  !answered && !wishes.every(({ intent }) => noReply.includes(intent))

/** Hours that urgency and anger are worth: an urgent message due at noon stands before a calm one due at nine. */
export function priorityAt(
  note: Pick<MessageNote, "urgency" | "sentiment" | "dueAt" | "readAt">
): number {
  const urgent = note.urgency >= 0.5 ? 4 * hour : 0
  const angry = note.sentiment === "negative" ? 2 * hour : 0
  return (note.dueAt ?? note.readAt + day) - urgent - angry
}

/** Fewer earlier messages say nothing of a usual week. */
const fewestEarlier = 10

/**
 * Topics with clearly more messages in the last 7 days than in a usual week of the 28 before: at least 3 messages, and
 * beyond two standard deviations of a Poisson count. What most of a topic's messages share stands behind it.
 */
export function risingTopics(notes: MessageNote[], now: number): RisingTopic[] {
  const week = new Map<Intent, MessageNote[]>()
  const earlier = new Map<Intent, number>()
  for (const note of notes) {
    const intent = note.wishes[0]?.intent
    const age = now - (note.sentAt ?? note.readAt)
    if (!intent || age < 0 || age > 35 * day) continue
    if (age <= 7 * day) week.set(intent, [...(week.get(intent) ?? []), note])
    else earlier.set(intent, (earlier.get(intent) ?? 0) + 1)
  }
  const known = [...earlier.values()].reduce((sum, count) => sum + count, 0)
  if (known < fewestEarlier) return []
  const recent = [...week.values()].flat()
  return [...week]
    .map(([intent, topic]): RisingTopic => {
      const behind = behindTopic(
        topic,
        recent.filter((note) => !topic.includes(note))
      )
      const before = (earlier.get(intent) ?? 0) / 4
      return { intent, thisWeek: topic.length, before, ...(behind && { behind }) }
    })
    .filter(
      ({ thisWeek, before }) => thisWeek >= 3 && thisWeek > before + 2 * Math.sqrt(before + 1)
    )
    .sort((a, b) => b.thisWeek - b.before - (a.thisWeek - a.before))
}
