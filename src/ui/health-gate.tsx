import { type ReactNode, useEffect, useState } from "react"
import { send } from "../messaging/messenger"
import { checkHealth, type Loss } from "../store/canary"
import { isDiskFullNow } from "../store/disk-full"
import { openStore, StoreBlocked } from "../store/open"
import { listSnapshots } from "../store/snapshot"
import { Button } from "./button"
import { Card } from "./card"
import { DiskNotice } from "./disk-notice"
import { ErrorNotice } from "./error-notice"
import { Notice } from "./notice"
import { SaveCopy } from "./save-copy"
import { useCommand } from "./use-command"
import { words } from "./words"

const text = words.recovery

type Verdict =
  | { state: "looking" }
  | { state: "ready" | "newer" | "blocked" | "full" }
  | { state: "lost"; loss?: Loss; snapshotAt?: number }

async function look(): Promise<Verdict> {
  try {
    const { db, readOnly } = await openStore()
    const health = readOnly ? undefined : await checkHealth(db)
    db.close()
    if (readOnly) return { state: "newer" }
    if (health?.state !== "lost") return { state: "ready" }
    const [newest] = await listSnapshots().catch(() => [])
    return { state: "lost", loss: health.loss, ...(newest && { snapshotAt: newest.at }) }
  } catch (error) {
    if (error instanceof StoreBlocked) return { state: "blocked" }
    // without room nothing opens, and nothing is lost
    if (await isDiskFullNow()) return { state: "full" }
    // files that do not open at all: what the canary would say of an empty store
    const [newest] = await listSnapshots().catch(() => [])
    return { state: "lost", ...(newest && { snapshotAt: newest.at }) }
  }
}

function Recovery({ loss, snapshotAt }: { loss?: Loss; snapshotAt?: number }) {
  const command = useCommand()
  const { run, busy, error } = command
  const then = (work: () => Promise<unknown>) =>
    run(async () => {
      await work()
      location.reload()
    })
  const had = loss?.expected.counts
  return (
    <Card title={text.title}>
      <Notice tone="error">
        <p>{text.what}</p>
        {had && loss.found && (
          <p>
            {text.held(had.orders, had.imports, loss.expected.at)}{" "}
            {text.holds(loss.found.orders, loss.found.imports)}
          </p>
        )}
      </Notice>
      <p>{text.safe}</p>
      {snapshotAt === undefined ? (
        <p>{text.noSnapshot}</p>
      ) : (
        <div className="stack">
          <p>{text.snapshot(words.format.moment(snapshotAt))}</p>
          <div className="row">
            <Button main busy={busy} onPress={() => then(() => send("panel:restore-snapshot", {}))}>
              {text.restore}
            </Button>
          </div>
          <SaveCopy {...command} />
        </div>
      )}
      <p className="soft">{text.acceptHelp}</p>
      <div className="row">
        <Button busy={busy} onPress={() => then(() => send("panel:accept-loss", {}))}>
          {text.accept}
        </Button>
      </div>
      <ErrorNotice error={error} />
      {error !== undefined && <p>{text.stuck}</p>}
    </Card>
  )
}

/** Nothing that shows a number is made before the store is known to be whole. */
export function HealthGate({ children }: { children: ReactNode }) {
  const [verdict, setVerdict] = useState<Verdict>({ state: "looking" })
  useEffect(() => {
    void look().then(setVerdict)
  }, [])
  if (verdict.state === "looking") return null
  if (verdict.state === "lost") return <Recovery {...verdict} />
  if (verdict.state === "blocked" || verdict.state === "full") {
    return (
      <Notice tone="warning">
        <p>{verdict.state === "full" ? text.diskFullNow : text.blocked}</p>
        <Button onPress={() => location.reload()}>{words.error.retry}</Button>
      </Notice>
    )
  }
  return (
    <>
      <DiskNotice />
      {verdict.state === "newer" && <Notice tone="warning">{words.error["read-only"]}</Notice>}
      {children}
    </>
  )
}
