import { useEffect, useState } from "react"
import { diskFullSince } from "../store/disk-full"
import { Notice } from "./notice"
import { words } from "./words"

/** Stands above everything while nothing can be saved. */
export function DiskNotice() {
  const [since, setSince] = useState<number>()
  useEffect(() => {
    const look = () => void diskFullSince().then(setSince)
    look()
    const { onChanged } = chrome.storage.session
    onChanged.addListener(look)
    return () => onChanged.removeListener(look)
  }, [])
  if (since === undefined) return null
  return <Notice tone="error">{words.recovery.diskFull(words.format.moment(since))}</Notice>
}
