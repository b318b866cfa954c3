import { type ReactNode, useState } from "react"

export type Column<T> = {
  id: string
  title: string
  cell: (row: T) => ReactNode
  /** What the column sorts by; without it the column does not sort. */
  value?: (row: T) => number | string
}

type Props<T> = {
  caption: string
  columns: Column<T>[]
  rows: T[]
  rowId: (row: T) => string
}
type Order = { column: string; down: boolean }

function sorted<T>({ columns, rows }: Props<T>, order: Order | null): T[] {
  const value = columns.find(({ id }) => id === order?.column)?.value
  if (!order || !value) return rows
  const sign = order.down ? -1 : 1
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)]
    return x === y ? 0 : x < y ? -sign : sign
  })
}

/** A table that sorts by its headers; in a narrow window each row becomes a block with its headers beside. */
export function DataTable<T>(props: Props<T>) {
  const [order, setOrder] = useState<Order | null>(null)
  const { caption, columns, rowId } = props
  const press = (column: string) =>
    setOrder({ column, down: order?.column === column && !order.down })
  return (
    // the roles stay when CSS turns rows into blocks, which would otherwise take them away
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table className="table" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, title, value }) => {
            const direction =
              order?.column === id ? (order.down ? "descending" : "ascending") : "none"
            return (
              <th
                key={id}
                role="columnheader"
                scope="col"
                aria-sort={value ? direction : undefined}
              >
                {value ? (
                  <button type="button" className="sort" onClick={() => press(id)}>
                    {title}
                  </button>
                ) : (
                  title
                )}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sorted(props, order).map((row) => (
          <tr key={rowId(row)} role="row">
            {columns.map(({ id, title, cell }) => (
              <td key={id} role="cell" data-title={title}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}
