import type { Piece } from "./pieces"

const clock =
  /^(?:at|um|à|às|a las|alle|om|kl\.?|,|·|-)?\s*\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s\(?[A-Z]{2,5}\)?)?$/i

const wallClock = /^@?\s*(\d{1,2})\s*:\s*(\d\d)$/
const isDay = (text: string) => /\d/.test(text) && text.length <= 32 && !/\d:\d\d/.test(text)

/** A date and the time of day in the line below it are one value, also where hour and minute are fields of their own. */
export function joinClocks(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    const last = joined.at(-1)
    if (!piece) continue
    if (!last || !isDay(last.text)) {
      joined.push(piece)
      continue
    }
    const parts = pieces.slice(i, i + 4).map(({ text }) => text)
    const length = [4, 3].find((count) => wallClock.test(parts.slice(0, count).join("")))
    const [, hour, minute] = length ? (wallClock.exec(parts.slice(0, length).join("")) ?? []) : []
    if (length && hour && minute && /^\d{4}-\d\d-\d\d$/.test(last.text)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${hour}:${minute}` }
      i += length - 1
    } else if (clock.test(piece.text)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${piece.text}` }
    } else joined.push(piece)
  }
  return joined
}
