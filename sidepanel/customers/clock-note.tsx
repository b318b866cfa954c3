import type { ClockRule } from "../../src/domain/reply"
import { marketplaceName, words } from "../../src/ui/words"

const { customers, format } = words

/** Whether the marketplace counts the time to the answer, by which source and since when that is known. */
export function ClockNote({ marketplace, clock }: { marketplace: string; clock: ClockRule }) {
  const { rule, courtesy } = customers.clock
  return (
    <p className="soft small break">
      {clock.rule
        ? rule(marketplaceName(marketplace), clock.source, format.day(clock.asOf))
        : courtesy}
    </p>
  )
}
