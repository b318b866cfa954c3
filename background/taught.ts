import * as v from "valibot"
import { type TaughtReader, taughtId, taughtReaderSchema } from "../src/domain/taught"
import { allWords } from "../src/marketplace/records/all-words"
import type { Handlers } from "./dispatch"

const key = "taught-readers"
const most = 200

async function stored(): Promise<TaughtReader[]> {
  const { [key]: kept } = await chrome.storage.local.get(key)
  const parsed = v.safeParse(v.array(taughtReaderSchema), kept ?? [])
  return parsed.success ? parsed.output : []
}

async function keep(readers: TaughtReader[]): Promise<TaughtReader[]> {
  const newest = readers.toSorted((a, b) => b.taughtAt - a.taughtAt).slice(0, most)
  await chrome.storage.local.set({ [key]: newest })
  return newest
}

type Taught = Pick<
  Handlers,
  "page:words" | "panel:taught" | "panel:save-taught" | "panel:forget-taught"
>

/** What the seller taught, and the words that pages are read by. */
export const taughtHandlers: Taught = {
  async "page:words"(_, { origin }) {
    const { host } = new URL(origin)
    const taught = (await stored()).filter((reader) => reader.host === host)
    return { fields: allWords.fields, statuses: allWords.statuses, taught } as Awaited<
      ReturnType<Handlers["page:words"]>
    >
  },
  "panel:taught": () => stored(),
  async "panel:save-taught"({ readers }) {
    const replaced = new Set(readers.map(taughtId))
    const others = (await stored()).filter((reader) => !replaced.has(taughtId(reader)))
    return keep([...readers, ...others])
  },
  async "panel:forget-taught"({ id }) {
    return keep((await stored()).filter((reader) => taughtId(reader) !== id))
  }
}
