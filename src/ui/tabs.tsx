import { type KeyboardEvent, type ReactNode, useId, useState } from "react"

export type Tab = { id: string; title: string; view: () => ReactNode }

type Props = {
  label: string
  tabs: Tab[]
  /** A tab that something else asks for; each `request` is followed once, then the seller chooses again. */
  wanted?: { id: string; request: number } | undefined
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last
}

/**
 * The WAI-ARIA tabs pattern: one stop for Tab, arrows move and select.
 * Ours, since the React Aria tabs inject a style element, which the extension's CSP refuses.
 */
export function Tabs({ label, tabs, wanted }: Props) {
  const base = useId()
  const [selected, setSelected] = useState(0)
  const [followed, follow] = useState<number>()
  if (wanted && wanted.request !== followed) {
    follow(wanted.request)
    setSelected(
      Math.max(
        0,
        tabs.findIndex(({ id }) => id === wanted.id)
      )
    )
  }
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = steps[event.key]?.(selected, tabs.length - 1)
    if (next === undefined) return
    event.preventDefault()
    setSelected(next)
    event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus()
  }
  const tab = tabs[selected]
  return (
    <div className="tabs">
      <div role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ id, title }, i) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}${id}`}
            aria-selected={i === selected}
            aria-controls={`${base}panel`}
            tabIndex={i === selected ? 0 : -1}
            onClick={() => setSelected(i)}
          >
            {title}
          </button>
        ))}
      </div>
      {tab && (
        <div role="tabpanel" id={`${base}panel`} aria-labelledby={`${base}${tab.id}`}>
          {tab.view()}
        </div>
      )}
    </div>
  )
}
