import { useState } from "react"
import type { Macro } from "../../src/domain/macro"
import { send } from "../../src/messaging/messenger"
import { Button } from "../../src/ui/button"
import { Card } from "../../src/ui/card"
import { Dialog } from "../../src/ui/dialog"
import { ErrorNotice } from "../../src/ui/error-notice"
import { Notice } from "../../src/ui/notice"
import { useCommand } from "../../src/ui/use-command"
import { useStore } from "../../src/ui/use-store"
import { words } from "../../src/ui/words"
import { MacroForm } from "./macro-form"

const { customers } = words

/** The seller's own replies: write, change, delete. */
export function MacrosCard() {
  const macros = useStore((db) => db.macros.orderBy("id").toArray())
  const { run, error } = useCommand()
  const [edited, edit] = useState<Macro | "new">()
  const [asked, ask] = useState<Macro>()
  const [said, say] = useState("")
  return (
    <Card title={customers.macros}>
      <p className="soft small">{customers.macrosHelp}</p>
      {macros?.length === 0 && !edited && <p className="soft">{customers.noMacros}</p>}
      <ul className="items">
        {macros?.map((macro) => (
          <li key={macro.id} className="row spread item">
            <span className="break">{macro.title}</span>
            <span className="row">
              <Button label={`${customers.edit}: ${macro.title}`} onPress={() => edit(macro)}>
                {customers.edit}
              </Button>
              <Button label={`${customers.remove}: ${macro.title}`} onPress={() => ask(macro)}>
                {customers.remove}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {edited ? (
        <MacroForm
          key={edited === "new" ? "new" : edited.id}
          macro={edited === "new" ? undefined : edited}
          onCancel={() => edit(undefined)}
          onSaved={() => {
            edit(undefined)
            say(customers.saved)
          }}
        />
      ) : (
        <span className="row">
          <Button onPress={() => edit("new")}>{customers.newMacro}</Button>
        </span>
      )}
      {said && <Notice tone="good">{said}</Notice>}
      <ErrorNotice error={error} />
      {asked && (
        <Dialog
          title={customers.removeTitle(asked.title)}
          confirm={customers.remove}
          cancel={customers.cancel}
          onConfirm={() =>
            run(async () => {
              await send("panel:delete-macro", { id: asked.id })
            })
          }
          onClose={() => ask(undefined)}
        >
          {customers.removeText}
        </Dialog>
      )}
    </Card>
  )
}
