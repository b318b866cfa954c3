const style = `
:host { all: initial; position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; }
.frame { position: fixed; box-sizing: border-box; border: 2px solid #1a5fb4; border-radius: 3px; background: rgb(26 95 180 / .12); }
.say { position: fixed; inset-block-start: 12px; inset-inline: 0; margin-inline: auto; width: fit-content; max-width: min(520px, calc(100vw - 24px)); padding: 10px 14px;
  border-radius: 8px; font: 600 14px/1.4 system-ui, sans-serif; color: #fff; background: #16324f; box-shadow: 0 4px 16px rgb(0 0 0 / .3); }
@media (forced-colors: active) { .frame { border-color: Highlight; } .say { border: 1px solid CanvasText; color: CanvasText; background: Canvas; } }
`

const swallowed = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "click",
  "dblclick",
  "auxclick",
  "contextmenu",
  "touchstart",
  "touchend"
] as const
const patienceMs = 120_000

/**
 * Lets the seller point at one element of the page: a frame follows the pointer, or the focus with Tab and Enter; Escape
 * ends it. Display and pointing only: no click reaches the page, and nothing of ours can be clicked. Null when nothing was chosen.
 */
export function pickElement(doc: Document, say: string): Promise<Element | null> {
  const host = doc.createElement("portside-picker")
  const shadow = host.attachShadow({ mode: "closed" })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  shadow.adoptedStyleSheets = [sheet]
  const [frame, tip] = [doc.createElement("div"), doc.createElement("div")]
  frame.className = "frame"
  tip.className = "say"
  tip.setAttribute("role", "status")
  tip.textContent = say
  shadow.append(frame, tip)
  doc.documentElement.append(host)
  const life = new AbortController()
  const options = { capture: true, signal: life.signal }
  return new Promise((resolve) => {
    const end = (element: Element | null) => {
      life.abort()
      clearTimeout(timer)
      host.remove()
      resolve(element)
    }
    const timer = setTimeout(() => end(null), patienceMs)
    const show = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      Object.assign(frame.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${height}px`
      })
    }
    const targetOf = (event: Event) => {
      const [first] = event.composedPath()
      return first instanceof Element ? first : null
    }
    addEventListener(
      "pointermove",
      (event) => {
        const target = targetOf(event)
        if (target) show(target)
      },
      options
    )
    addEventListener(
      "focusin",
      (event) => {
        const target = targetOf(event)
        if (target) show(target)
      },
      options
    )
    for (const name of swallowed) {
      addEventListener(
        name,
        (event) => {
          event.preventDefault()
          event.stopImmediatePropagation()
          if (name === "click" && event.isTrusted) end(targetOf(event))
        },
        { ...options, passive: false }
      )
    }
    addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape" && event.key !== "Enter") return
        event.preventDefault()
        event.stopImmediatePropagation()
        end(event.key === "Enter" && event.isTrusted ? doc.activeElement : null)
      },
      options
    )
  })
}
