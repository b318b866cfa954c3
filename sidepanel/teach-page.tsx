import { useState } from "react"
import * as v from "valibot"
import { pathPattern } from "../src/domain/path-pattern"
import {
  pointedSchema,
  type TaughtField,
  type TaughtKind,
  type TaughtReader,
  taughtFields
} from "../src/domain/taught"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"
import { type Picks, TeachFields } from "./teach-fields"

type Tab = { id: number; url: URL }

/** The page in front, whose address the browser tells after the seller clicked Portside's button on it. */
async function pageInFront(): Promise<Tab | null> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  const url = tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : null
  return tab?.id !== undefined && url && /^https?:$/.test(url.protocol) ? { id: tab.id, url } : null
}

/** Teaching: the list's kind, one value of each field pointed at in the page, and keeping it. */
export function TeachPage({ onSaved }: { onSaved: (readers: TaughtReader[]) => void }) {
  const { teach } = words
  const command = useCommand()
  const [kind, setKind] = useState<TaughtKind>("orders")
  const [picks, setPicks] = useState<Picks>({})
  const [tab, setTab] = useState<Tab | null>(null)
  const [said, say] = useState("")
  const start = () =>
    command.run(async () => {
      const front = await pageInFront()
      say(front ? "" : teach.noPage)
      if (!front) return
      await send("panel:read-tab", { tabId: front.id })
      setTab(front)
      setPicks({})
    })
  const point = (field: TaughtField) =>
    command.run(async () => {
      if (!tab) return
      const answer = await chrome.tabs.sendMessage(tab.id, {
        type: "portside:pick",
        say: teach.say(teach.fields[field])
      })
      const pointed = v.parse(pointedSchema, answer)
      if (pointed.outcome === "picked") {
        setPicks({ ...picks, [field]: pointed })
        say("")
      } else say(pointed.outcome === "cancelled" ? teach.cancelled : teach.notInList)
    })
  const save = () =>
    command.run(async () => {
      const isKnown = kind === "orders" ? picks.order : (picks.product ?? picks.sku ?? picks.title)
      if (!tab || !isKnown) return say(teach.needs)
      const fields = Object.fromEntries(
        Object.entries(picks).map(([field, { anchor }]) => [field, anchor])
      )
      const reader: TaughtReader = {
        host: tab.url.host,
        path: pathPattern(tab.url),
        kind,
        fields,
        taughtAt: Date.now()
      }
      onSaved(await send("panel:save-taught", { readers: [reader] }))
      await send("panel:read-tab", { tabId: tab.id })
      setTab(null)
      say(teach.saved)
    })
  return (
    <div className="stack">
      {!tab && (
        <Button main busy={command.busy} onPress={start}>
          {teach.start}
        </Button>
      )}
      {tab && (
        <>
          <p className="break soft">{teach.pages(tab.url.host, pathPattern(tab.url))}</p>
          <fieldset className="row">
            <legend>{teach.kind}</legend>
            {(["orders", "listings"] as const).map((one) => (
              <Button key={one} pressed={kind === one} onPress={() => setKind(one)}>
                {teach[one]}
              </Button>
            ))}
          </fieldset>
          <TeachFields
            fields={taughtFields[kind]}
            picks={picks}
            busy={command.busy}
            onPoint={point}
          />
          <Button main busy={command.busy} onPress={save}>
            {teach.save}
          </Button>
        </>
      )}
      {said && <Notice>{said}</Notice>}
      <ErrorNotice error={command.error} />
    </div>
  )
}
