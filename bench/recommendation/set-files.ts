import { textFile } from "../../train/recommendation/data"
import { MissingData } from "../metric"

/** Each user's baskets, oldest first. */
export type UserBaskets = Map<string, string[][]>

const refused = (file: string, why: string) => new MissingData(`${file}: ${why}`)

const isItem = (one: unknown): one is string | number =>
  (typeof one === "string" && one !== "") || (typeof one === "number" && Number.isFinite(one))

/** Some sets mark a gap by a basket of just −1. */
const isMarker = (basket: unknown[]) => basket.length === 1 && basket[0] === -1

/** @throws MissingData naming the user and the basket that cannot be read */
export function parseBaskets(file: string, text: string): UserBaskets {
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ""))
  } catch (error) {
    throw refused(file, `is not JSON (${error instanceof Error ? error.message : error})`)
  }
  if (typeof parsed !== "object" || parsed === null) {
    throw refused(file, 'must be {"user": [[item, …], …], …}, oldest basket first')
  }
  const users: UserBaskets = new Map()
  for (const [user, baskets] of Object.entries(parsed)) {
    if (!Array.isArray(baskets)) throw refused(file, `user "${user}": must be a list of baskets`)
    const own = baskets.map((basket: unknown, place) => {
      const where = `user "${user}", basket ${place + 1}`
      if (!Array.isArray(basket)) throw refused(file, `${where}: must be a list of items`)
      const odd = basket.findIndex((item) => !isItem(item))
      if (odd >= 0) throw refused(file, `${where}, item ${odd + 1}: must be a text or a number`)
      return isMarker(basket) ? [] : basket.map(String)
    })
    users.set(user, own)
  }
  return users
}

/** `{user: [[item, …], …]}`, oldest first. */
export const basketsFile = (file: string) => parseBaskets(file, textFile(file))

/**
 * `user item item …` a line, oldest first, set apart by spaces or tabs; each item is a basket of its own. A user's
 * further lines go on with the sequence.
 * @throws MissingData naming the first line without an item
 */
export function parseSequences(file: string, text: string): UserBaskets {
  const users: UserBaskets = new Map()
  for (const [at, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    const [user = "", ...items] = line.trim().split(/\s+/)
    if (user === "") continue
    if (items.length === 0) {
      throw refused(file, `line ${at + 1} holds no item: must be \`user item item …\``)
    }
    const own = users.get(user) ?? []
    for (const item of items) own.push([item])
    users.set(user, own)
  }
  return users
}

export const sequencesFile = (file: string) => parseSequences(file, textFile(file))
