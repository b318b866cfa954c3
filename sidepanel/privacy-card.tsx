import { useEffect, useState } from "react"
import { type BuyerTextKind, buyerTextKinds, type VaultState } from "../src/domain/buyer-text"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { Card } from "../src/ui/card"
import { ErrorNotice } from "../src/ui/error-notice"
import { Notice } from "../src/ui/notice"
import { TextField } from "../src/ui/text-field"
import { type Command, useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"
import { ClockNotice } from "./clock-notice"
import { KeptText } from "./kept-text"

const text = words.protection
const shortest = 10

type Part = { command: Command; onState: (state: VaultState) => void }

function NewPassphrase({ command: { run, busy }, onState, label }: Part & { label: string }) {
  const [passphrase, setPassphrase] = useState("")
  const [again, setAgain] = useState("")
  const [complaint, complain] = useState("")
  const [code, setCode] = useState("")
  const set = () => {
    if (passphrase.length < shortest) return complain(text.short)
    if (passphrase !== again) return complain(text.differ)
    complain("")
    run(async () => {
      const { recoveryCode } = await send("panel:set-passphrase", { passphrase })
      setCode(recoveryCode)
      setPassphrase("")
      setAgain("")
    })
  }
  if (code) {
    return (
      <Notice tone="warning">
        <h3>{text.codeTitle}</h3>
        <p className="code">{code}</p>
        <p>{text.code}</p>
        <Button
          main
          onPress={() => {
            setCode("")
            run(async () => onState(await send("panel:vault", {})))
          }}
        >
          {text.noted}
        </Button>
      </Notice>
    )
  }
  return (
    <div className="stack">
      <TextField label={text.passphrase} secret value={passphrase} onChange={setPassphrase} />
      <TextField label={text.again} secret value={again} onChange={setAgain} />
      {complaint && <Notice tone="warning">{complaint}</Notice>}
      <div className="row">
        <Button busy={busy} onPress={set}>
          {label}
        </Button>
      </div>
    </div>
  )
}

function Unlock({ command: { run, busy }, onState }: Part) {
  const [secret, setSecret] = useState("")
  const [wrong, setWrong] = useState(false)
  const unlock = () =>
    run(async () => {
      const { unlocked } = await send("panel:unlock", { secret })
      setWrong(!unlocked)
      if (unlocked) onState(await send("panel:vault", {}))
    })
  return (
    <div className="stack">
      <TextField label={text.secret} secret value={secret} onChange={setSecret} />
      {wrong && <Notice tone="error">{text.wrong}</Notice>}
      <div className="row">
        <Button main busy={busy} onPress={unlock}>
          {text.unlock}
        </Button>
      </div>
    </div>
  )
}

/** Which buyer text is kept, how it is protected, and the way to change both. */
export function PrivacyCard() {
  const command = useCommand()
  const [state, setState] = useState<VaultState>()
  const [first] = useState(() => command.run)
  useEffect(() => first(async () => setState(await send("panel:vault", {}))), [first])
  const toggle = (kind: BuyerTextKind, on: boolean) => {
    if (!state) return
    const kinds = buyerTextKinds.filter((one) => (one === kind ? on : state.kinds.includes(one)))
    setState({ ...state, kinds })
    command.run(async () => setState(await send("panel:keep-kinds", { kinds })))
  }
  const lock = () =>
    command.run(async () => {
      await send("panel:lock", {})
      setState(await send("panel:vault", {}))
    })
  const part = { command, onState: setState }
  return (
    <Card title={text.title}>
      <p>{text.intro}</p>
      <ClockNotice {...command} />
      {state && (
        <fieldset className="plain stack" aria-label={text.title}>
          {buyerTextKinds.map((kind) => (
            <label key={kind} className="row">
              <input
                type="checkbox"
                disabled={command.busy}
                checked={state.kinds.includes(kind)}
                onChange={({ target }) => toggle(kind, target.checked)}
              />
              {text.kinds[kind]}
            </label>
          ))}
        </fieldset>
      )}
      {state?.protection === "open" && (
        <>
          <Notice tone="warning">{text.open}</Notice>
          <NewPassphrase {...part} label={text.set} />
        </>
      )}
      {state?.protection === "locked" && (
        <>
          <Notice>{text.locked}</Notice>
          <Unlock {...part} />
        </>
      )}
      {state?.protection === "unlocked" && (
        <>
          <Notice tone="good">{text.unlocked}</Notice>
          <div className="row">
            <Button busy={command.busy} onPress={lock}>
              {text.lock}
            </Button>
          </div>
          <NewPassphrase {...part} label={text.change} />
        </>
      )}
      {state && state.protection !== "none" && <KeptText {...command} />}
      <ErrorNotice error={command.error} />
    </Card>
  )
}
