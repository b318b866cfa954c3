import type { ReactNode } from "react"

type Tone = "note" | "good" | "warning" | "error"

/** Read out when it appears; an error interrupts, the rest waits. */
export function Notice({ tone = "note", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className="notice" data-tone={tone} role={tone === "error" ? "alert" : "status"}>
      {children}
    </div>
  )
}
