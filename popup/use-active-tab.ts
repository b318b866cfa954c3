import { useEffect, useState } from "react"

export type ActiveTab = { id: number; windowId: number; url: string }

/** The tab in front, with its address by activeTab ("" where the browser keeps it); undefined while asking. */
export function useActiveTab(): ActiveTab | null | undefined {
  const [tab, setTab] = useState<ActiveTab | null>()
  useEffect(() => {
    chrome.tabs
      .query({ active: true, currentWindow: true })
      .then(([found]) =>
        setTab(
          found?.id === undefined
            ? null
            : { id: found.id, windowId: found.windowId, url: found.url ?? "" }
        )
      )
  }, [])
  return tab
}
