import { forecastLevels, type ItemForecast } from "../src/domain/forecast"
import { FanChart, type FanPoint } from "../src/ui/fan-chart"
import { words } from "../src/ui/words"

const shownWeeks = 13
const levelCount = forecastLevels.length
const at = (level: (typeof forecastLevels)[number]) => forecastLevels.indexOf(level)
const { demand, format } = words

/** Whole weeks of the history, newest last; a week without a day in stock is left out. */
function pastWeeks({ history, firstDay }: ItemForecast): FanPoint[] {
  const weeks = Math.min(26, Math.floor(history.length / 7))
  return Array.from({ length: weeks }, (_, i): FanPoint => {
    const start = history.length - (weeks - i) * 7
    const days = [...history.slice(start, start + 7)].filter((value) => !Number.isNaN(value))
    const day = firstDay - (weeks - i) * 7
    return days.length === 0 ? { day } : { day, sold: days.reduce((a, b) => a + b, 0) }
  })
}

function weeksAhead({ weekly, firstDay }: ItemForecast): FanPoint[] {
  return Array.from({ length: Math.min(shownWeeks, weekly.mean.length) }, (_, w) => {
    const value = (level: (typeof forecastLevels)[number]) =>
      weekly.quantiles[w * levelCount + at(level)] ?? 0
    return {
      day: firstDay + w * 7,
      mean: weekly.mean[w] ?? 0,
      inner: [value(0.1), value(0.9)],
      outer: [value(0.025), value(0.975)]
    }
  })
}

const rangeText = (range: [number, number] | undefined) =>
  range ? `${format.times(range[0])}–${format.times(range[1])}` : ""

/** Sales and forecast by week with the day on which stock likely runs out, and the same numbers as a table. */
export function DemandChart({ item }: { item: ItemForecast }) {
  const ahead = weeksAhead(item)
  const points = [...pastWeeks(item), ...ahead]
  const likely = item.plan?.runsOut?.likely
  const [first] = ahead
  const summary = demand.chart(
    format.times(item.weekly.quantiles[at(0.1)] ?? 0),
    format.times(item.weekly.quantiles[at(0.9)] ?? 0),
    demand.units(item.next28)
  )
  const last = first ? first.day + (shownWeeks - 1) * 7 : 0
  return (
    <figure className="stack chart">
      <figcaption>
        <h3>{demand.chartTitle}</h3>
        <p>{summary}</p>
      </figcaption>
      <FanChart
        points={points}
        summary={summary}
        {...(typeof likely === "number" &&
          likely <= last && { mark: { day: likely, label: demand.stockoutMark } })}
        formatDay={format.epochDay}
        formatUnits={format.times}
      />
      <ul className="legend">
        <li data-kind="sold">{demand.sold}</li>
        <li data-kind="mean">{demand.expected}</li>
        <li data-kind="inner">{demand.range80}</li>
        <li data-kind="outer">{demand.range95}</li>
      </ul>
      <details className="disclosure">
        <summary>{demand.showTable}</summary>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{demand.week}</th>
              <th scope="col">{demand.expected}</th>
              <th scope="col">{demand.range80}</th>
              <th scope="col">{demand.range95}</th>
            </tr>
          </thead>
          <tbody>
            {ahead.map(({ day, mean, inner, outer }) => (
              <tr key={day}>
                <td>{format.epochDay(day)}</td>
                <td>{format.times(mean ?? 0)}</td>
                <td>{rangeText(inner)}</td>
                <td>{rangeText(outer)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
