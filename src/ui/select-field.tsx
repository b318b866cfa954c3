type Props = {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
  help?: string
}

/** A choice of one with its label above and, where it needs one, a line of help below. */
export function SelectField({ label, value, options, onChange, help }: Props) {
  return (
    <label className="labelled">
      <span>{label}</span>
      <select className="select" value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {help && <span className="soft small break">{help}</span>}
    </label>
  )
}
