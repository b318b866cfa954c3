import type { MessageNote } from "../domain/message-note"
import type { RisingTopic } from "../domain/reply"

type Subject = Pick<MessageNote, "sku" | "carrier">

/** Fewer messages about the same thing are chance. */
const fewest = 3

function countBy(notes: Subject[], kind: "sku" | "carrier"): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { [kind]: name } of notes) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/**
 * The product or carrier that stands behind a topic: half of its messages at least, and twice the share that it has
 * among the other messages of that time.
 */
export function behindTopic(topic: Subject[], others: Subject[]): RisingTopic["behind"] {
  const found = (["sku", "carrier"] as const).flatMap((kind) => {
    const elsewhere = countBy(others, kind)
    return [...countBy(topic, kind)]
      .filter(([name, messages]) => {
        const usual = (elsewhere.get(name) ?? 0) / Math.max(1, others.length)
        return (
          messages >= fewest && messages >= topic.length / 2 && messages / topic.length >= 2 * usual
        )
      })
      .map(([name, messages]) => ({ kind, name, messages }))
  })
  return found.sort((a, b) => b.messages - a.messages)[0]
}
