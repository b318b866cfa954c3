import type { ReactNode } from "react"

type Props = {
  onPress: () => void
  children: ReactNode
  /** The one action that the view is about. */
  main?: boolean
  /** For a choice that stays: announced as pressed or not. */
  pressed?: boolean
  /** Where the visible text alone is not clear out of its row. */
  label?: string
  busy?: boolean
}

/** A busy button stays focusable, so that the keyboard does not lose its place. */
export function Button({ onPress, children, main, pressed, label, busy }: Props) {
  return (
    <button
      type="button"
      className="button"
      data-main={main || undefined}
      aria-pressed={pressed}
      aria-label={label}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onPress}
    >
      {children}
    </button>
  )
}
