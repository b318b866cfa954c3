import { type ReactNode, useEffect, useId, useRef } from "react"
import { Button } from "./button"

type Props = {
  title: string
  children: ReactNode
  confirm: string
  cancel: string
  onConfirm: () => void
  onClose: () => void
}

/** A question with two answers in the browser's own modal dialog: focus, Escape and backdrop come with it. */
export function Dialog({ title, children, confirm, cancel, onConfirm, onClose }: Props) {
  const id = useId()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => ref.current?.showModal(), [])
  return (
    <dialog ref={ref} className="dialog" aria-labelledby={id} onClose={onClose}>
      <div className="stack">
        <h2 id={id}>{title}</h2>
        <div>{children}</div>
        <div className="row">
          <Button
            main
            onPress={() => {
              // in the click itself: the browser asks for permissions only there
              onConfirm()
              ref.current?.close()
            }}
          >
            {confirm}
          </Button>
          <Button onPress={() => ref.current?.close()}>{cancel}</Button>
        </div>
      </div>
    </dialog>
  )
}
