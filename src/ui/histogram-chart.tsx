import { Bar, BarChart, Cell, ResponsiveContainer, XAxis, YAxis } from "recharts"
import type { Bin } from "./histogram"
import { words } from "./words"

type Props = {
  bins: Bin[]
  /** What the picture says, in a sentence: shown, and its name for screen readers. */
  summary: string
  caption: string
  format: (value: number) => string
}

/** A distribution with one bar marked; the same numbers stand in a table below. */
export function HistogramChart({ bins, summary, caption, format }: Props) {
  return (
    <figure className="stack chart">
      <figcaption>
        <h3>{caption}</h3>
        <p>{summary}</p>
      </figcaption>
      <div className="plot" role="img" aria-label={summary}>
        <ResponsiveContainer width="100%" height={120}>
          <BarChart
            data={bins}
            accessibilityLayer={false}
            barCategoryGap={1}
            margin={{ top: 4, right: 4, bottom: 0, left: 4 }}
          >
            <XAxis
              dataKey="from"
              tickFormatter={format}
              interval="preserveStartEnd"
              minTickGap={24}
              tickLine={false}
              height={20}
            />
            <YAxis hide domain={[0, "dataMax"]} />
            <Bar dataKey="count" isAnimationActive={false} minPointSize={2}>
              {bins.map((bin) => (
                <Cell key={bin.from} className={bin.marked ? "bar marked" : "bar"} />
              ))}
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      <details className="disclosure">
        <summary>{words.chart.table}</summary>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{words.chart.from}</th>
              <th scope="col">{words.chart.to}</th>
              <th scope="col">{words.chart.orders}</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ from, to, count, marked, open }) => (
              <tr key={from}>
                <td>{format(from)}</td>
                <td>{open ? words.chart.andMore : format(to)}</td>
                <td>
                  {words.format.count(count)}
                  {marked && ` (${words.chart.thisOrder})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
