import type { StoredReading } from "../src/store/database"
import { isDrift, wayGroup } from "../src/ui/reading-way"
import { words } from "../src/ui/words"

/** Below this a field is named as unsure. */
const sure = 0.6

const fieldNames: Record<string, string> = Object.fromEntries(
  Object.entries(words.teach.fields).map(([field, name]) => [field.toLowerCase(), name])
)
/** The seller's own calendar day, as days since 1970. */
const dayOf = (at: number) =>
  Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / 86_400_000)
const nameOf = (field: string) => fieldNames[field] ?? field

/** How pages of this kind are read, since when, by what before, and where the reading is in doubt. */
export function ReadingWays({ reading }: { reading: StoredReading }) {
  const { strategy, ways = [], confidence = {}, doubts = [] } = reading
  const say = words.ways
  const [now, ...before] = ways
  const unsure = Object.entries(confidence).filter(([, value]) => value < sure)
  const twofold = doubts.filter((field) => field !== "taught")
  const way = (name: string) => say.of[wayGroup(name)]
  return (
    <div>
      <p>
        {now
          ? say.since(way(now.strategy), words.format.epochDay(dayOf(now.first)), now.readings)
          : way(strategy)}
      </p>
      {before.slice(0, 2).map((one) => (
        <p key={one.strategy} className="soft small">
          {say.before(way(one.strategy), words.format.epochDay(dayOf(one.last)))}
        </p>
      ))}
      {isDrift(ways.map((one) => one.strategy)) && <p>{say.drift}</p>}
      {doubts.includes("taught") && <p>{say.lost}</p>}
      {twofold.length > 0 && (
        <p>
          {strategy === "taught"
            ? words.teach.lost(twofold.map(nameOf).join(", "))
            : say.doubts(twofold.map(nameOf).join(", "))}
        </p>
      )}
      {unsure.length > 0 && (
        <p className="soft small">
          {say.unsure(unsure.map(([field, value]) => say.field(nameOf(field), value)).join(", "))}
        </p>
      )}
    </div>
  )
}
