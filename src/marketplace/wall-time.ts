/** What a clock on the wall shows; month 1..12. */
export type WallTime = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

function utcOf({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function exists(wall: WallTime): boolean {
  const date = new Date(utcOf(wall))
  return (
    wall.year >= 2000 &&
    wall.year < 2100 &&
    date.getUTCMonth() === wall.month - 1 &&
    date.getUTCDate() === wall.day
  )
}

const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone)
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat("en-u-hc-h23", {
        timeZone: zone,
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric"
      })
    } catch {
      format = null // not a zone: the page's hint is of no use
    }
    formats.set(zone, format)
  }
  return format
}

/** How far the zone's clock is ahead of UTC at an instant, in ms. */
function offsetAt(at: number, format: Intl.DateTimeFormat): number {
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part
  return utcOf({ year, month, day, hour, minute, second }) - at
}

function fixedOffset(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? []
  if (!sign) return undefined
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -60_000 : 60_000)
}

/**
 * The instant (epoch ms UTC) at which the clock of a zone ("Europe/Berlin", "UTC", "+05:30") shows this time, for the years 2000 to 2099.
 * Null if the day does not exist, or if the clock shows the time never or twice (summer time).
 */
export function epochOf(wall: WallTime, zone: string): number | null {
  if (!exists(wall)) return null
  const asUtc = utcOf(wall)
  const offset = fixedOffset(zone)
  if (offset !== undefined) return asUtc - offset
  const format = formatOf(zone)
  if (!format) return null
  const halfDay = 43_200_000
  const guesses = [-halfDay, halfDay].map((away) => asUtc - offsetAt(asUtc + away, format))
  const fitting = new Set(guesses.filter((at) => at + offsetAt(at, format) === asUtc))
  const [at] = fitting
  return fitting.size === 1 && at !== undefined ? at : null
}
