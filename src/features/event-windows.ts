/** Something happened: who did it, where it went, and how many of what. */
export type Event = {
  time: number
  id: string
  by: string
  to?: string
  items?: readonly (readonly [sku: string, quantity: number])[]
}
export type EventWindows = Map<string, Event[]>

const hour = 3_600_000
export const windows = { hour, day: 24 * hour, week: 168 * hour, month: 720 * hour } as const

/** Events of a key are kept this long behind its newest one, and no more of them than this. */
const keptFor = windows.month
const keptMost = 5_000

function firstAt(events: Event[], time: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((events[middle]?.time ?? 0) < time) low = middle + 1
    else high = middle
  }
  return low
}

/** Notes that something happened; pages come newest first, so events may arrive in any order. */
export function addEvent(all: EventWindows, key: string, event: Event): void {
  const events = all.get(key)
  if (!events) {
    all.set(key, [event])
    return
  }
  events.splice(firstAt(events, event.time + 1), 0, event)
  const newest = events.at(-1)?.time ?? event.time
  const stale = Math.max(firstAt(events, newest - keptFor), events.length - keptMost)
  // a few at a time: cutting the front of a long array at every event would be quadratic
  if (stale > 64) events.splice(0, stale)
}

/** Events of a key in (time − span, time], the order itself left out. */
export function eventsWithin(
  all: EventWindows,
  key: string,
  time: number,
  span: number,
  id: string
): Event[] {
  const events = all.get(key)
  if (!events) return []
  return events
    .slice(firstAt(events, time - span + 1), firstAt(events, time + 1))
    .filter((event) => event.id !== id)
}

/** How many distinct actors stand behind events. */
export function countActors(events: Event[]): number {
  return new Set(events.map(({ by }) => by)).size
}
