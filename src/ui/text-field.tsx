import { useId } from "react"

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** Told below the field, and to screen readers with it. */
  problem?: string | undefined
  inputMode?: "decimal" | "numeric" | "text"
  lines?: number
  /** Not shown while it is typed, and not offered to a password manager as a site's. */
  secret?: boolean
}

/** A labelled field for one line, or for several. */
export function TextField({
  label,
  value,
  onChange,
  problem,
  inputMode = "text",
  lines = 1,
  secret = false
}: Props) {
  const id = useId()
  const shared = {
    id,
    className: "text-field",
    value,
    "aria-invalid": problem !== undefined,
    "aria-describedby": problem === undefined ? undefined : `${id}problem`
  }
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input
          {...shared}
          type={secret ? "password" : "text"}
          autoComplete={secret ? "new-password" : "off"}
          inputMode={inputMode}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {problem !== undefined && (
        <span id={`${id}problem`} className="problem small">
          {problem}
        </span>
      )}
    </div>
  )
}
