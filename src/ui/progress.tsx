import { useId } from "react"

/** Work whose end is not known yet. */
export function Progress({ label }: { label: string }) {
  const id = useId()
  return (
    <div className="progress" role="status">
      <span id={id}>{label}</span>
      <progress aria-labelledby={id} />
    </div>
  )
}
