import {
  Area,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis
} from "recharts"

export type FanPoint = {
  /** First day of the step, days since 1970. */
  day: number
  sold?: number
  mean?: number
  inner?: [number, number]
  outer?: [number, number]
}

type Props = {
  points: FanPoint[]
  /** What the picture says, in a sentence: its name for screen readers. */
  summary: string
  /** Where a line marks a day, with its words. */
  mark?: { day: number; label: string }
  formatDay: (day: number) => string
  formatUnits: (units: number) => string
}

/** What was sold, then what is expected with its 80 % and 95 % ranges. */
export function FanChart({ points, summary, mark, formatDay, formatUnits }: Props) {
  return (
    <div className="plot" role="img" aria-label={summary}>
      <ResponsiveContainer width="100%" height={180}>
        <ComposedChart
          data={points}
          accessibilityLayer={false}
          margin={{ top: 16, right: 8, bottom: 0, left: 0 }}
        >
          <XAxis
            dataKey="day"
            type="number"
            domain={["dataMin", "dataMax"]}
            tickFormatter={formatDay}
            minTickGap={32}
            tickLine={false}
            height={20}
          />
          <YAxis width={36} tickFormatter={formatUnits} tickLine={false} axisLine={false} />
          <Area dataKey="outer" className="fan outer" isAnimationActive={false} stroke="none" />
          <Area dataKey="inner" className="fan inner" isAnimationActive={false} stroke="none" />
          <Line dataKey="sold" className="fan sold" isAnimationActive={false} dot={false} />
          <Line dataKey="mean" className="fan mean" isAnimationActive={false} dot={false} />
          {mark && (
            <ReferenceLine
              x={mark.day}
              className="fan-mark"
              label={{ value: mark.label, position: "insideTopRight" }}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}
