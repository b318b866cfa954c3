import { Area, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from "recharts"
import type { ShopDay } from "../domain/shop-change"
import { words } from "./words"

type Props = { days: ShopDay[]; summary: string; format: (value: number) => string }

type DotProps = { cx?: number; cy?: number; payload?: ShopDay }

/** Only the days that left their band are marked. */
function OutDot({ cx, cy, payload }: DotProps) {
  return payload?.out ? <circle cx={cx} cy={cy} r={4} className="bar marked" /> : <g />
}

/** A value a day in the band that it usually lies in; the marked days stand as text beside the chart. */
export function BandChart({ days, summary, format }: Props) {
  const data = days.map((day) => ({ ...day, band: [day.low, day.high] }))
  return (
    <div className="plot" role="img" aria-label={summary}>
      <ResponsiveContainer width="100%" height={140}>
        <ComposedChart
          data={data}
          accessibilityLayer={false}
          margin={{ top: 4, right: 4, bottom: 0, left: 4 }}
        >
          <XAxis
            dataKey="day"
            tickFormatter={words.format.dayOf}
            interval="preserveStartEnd"
            minTickGap={40}
            tickLine={false}
            height={20}
          />
          <YAxis width={56} tickFormatter={format} tickCount={3} tickLine={false} />
          <Area dataKey="band" className="band" stroke="none" isAnimationActive={false} />
          <Line
            dataKey="value"
            className="trace"
            dot={(props: DotProps) => <OutDot key={props.payload?.day} {...props} />}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}
