/** Nothing here, and what to do about it. */
export function EmptyState({ text, help }: { text: string; help?: string }) {
  return (
    <div className="empty">
      <p>
        <strong>{text}</strong>
      </p>
      {help && <p>{help}</p>}
    </div>
  )
}
