import { useId } from "react"

type Props = {
  label: string
  value: number
  onChange: (value: number) => void
  min: number
  max: number
  step?: number
}

/** A labelled number; what is typed outside its bounds is taken to the nearest bound. */
export function NumberField({ label, value, onChange, min, max, step = 1 }: Props) {
  const id = useId()
  return (
    <div className="plan-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="select"
        type="number"
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={({ target }) => {
          const typed = target.valueAsNumber
          if (!Number.isNaN(typed)) onChange(Math.max(min, Math.min(max, typed)))
        }}
      />
    </div>
  )
}
