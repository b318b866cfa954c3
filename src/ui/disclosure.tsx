import { type ReactNode, useState } from "react"

type Props = {
  summary: string
  /** What it belongs to, for those who hear it out of its place. */
  about?: string
  children: () => ReactNode
}

/** Native details; its content is made only once it is open. */
export function Disclosure({ summary, about, children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <details className="disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {summary}
        {about && <span className="unseen">, {about}</span>}
      </summary>
      {open && <div className="stack">{children()}</div>}
    </details>
  )
}
