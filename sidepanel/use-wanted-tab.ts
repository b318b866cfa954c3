import { useState } from "react"
import { useStore } from "../src/ui/use-store"

/** A page that was analysed shortly before the panel opened is why it opened. */
const shortlyBeforeMs = 15_000

/** The tab that a click elsewhere asks for: the listing view, once for each analysed page. */
export function useWantedTab(): { id: string; request: number } | undefined {
  const [opened] = useState(() => Date.now())
  const status = useStore((db) => db.listingStatus.get("page").then((found) => found ?? null))
  if (!status || status.at < opened - shortlyBeforeMs) return undefined
  return { id: "listing", request: status.at }
}
