import type { TaughtAnchor, TaughtField } from "../src/domain/taught"
import { Button } from "../src/ui/button"
import { words } from "../src/ui/words"

export type Picked = { anchor: TaughtAnchor; sample: string; rows: number }
export type Picks = Partial<Record<TaughtField, Picked>>

type Props = {
  fields: readonly TaughtField[]
  picks: Picks
  busy: boolean
  onPoint: (field: TaughtField) => void
}

/** One line a field: what was pointed at, and the button to point. */
export function TeachFields({ fields, picks, busy, onPoint }: Props) {
  const { teach } = words
  return (
    <ul className="items">
      {fields.map((field) => {
        const pick = picks[field]
        return (
          <li key={field} className="row spread">
            <span className="break">
              <strong>{teach.fields[field]}</strong>
              {pick && <span className="soft"> {teach.picked(pick.sample, pick.rows)}</span>}
            </span>
            <Button
              busy={busy}
              label={teach.pointLabel(teach.fields[field])}
              onPress={() => onPoint(field)}
            >
              {pick ? teach.pointAgain : teach.point}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
