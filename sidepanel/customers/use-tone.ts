import { useState } from "react"
import { type Tone, tones } from "../../src/domain/reply"

const key = "portside-tone"

/** The tone of starter replies; the panel remembers the last one. */
export function useTone(): [Tone, (tone: string) => void] {
  const [tone, setTone] = useState<Tone>(
    () => tones.find((one) => one === localStorage.getItem(key)) ?? "plain"
  )
  return [
    tone,
    (wanted) => {
      const chosen = tones.find((one) => one === wanted) ?? "plain"
      localStorage.setItem(key, chosen)
      setTone(chosen)
    }
  ]
}
