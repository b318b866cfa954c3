const end = /(?<=[.!?؟…]["'”»)]?)\s+|(?<=[。！？；]["”」』）]?)\s*|\n+/u

/** The sentences of a message in reading order, at most `most`: the last holds the rest. Never empty strings. */
export function sentencesOf(text: string, most = 12): string[] {
  const parts = text.split(end).flatMap((part) => part.trim() || [])
  return parts.length <= most
    ? parts
    : [...parts.slice(0, most - 1), parts.slice(most - 1).join(" ")]
}
