import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { MissingData } from "../metric"

/** A text, or where a text is not ours to keep its SHA-256 (lower case, single spaces). Null: the page does not show it. */
export type ExpectedText = string | { sha256: string } | null
export type ExpectedItem = {
  sku?: ExpectedText
  title?: ExpectedText
  quantity?: number | null
  /** "14.90 USD" */
  price?: string | null
  stock?: number | null
}
/** A row as a person sees it. A field that is left out is not judged; null means that nothing may be read. */
export type ExpectedRow = ExpectedItem & {
  order?: string
  /** ISO 8601; a day alone is compared as a day of the page's zone. */
  date?: string | null
  total?: string | null
  /** In the page's own words. */
  status?: string | null
  items?: ExpectedItem[]
}
export type ExpectedPage = {
  name: string
  /** The saved page's file. */
  file: string
  url: string
  now: string
  zone: string
  kind: "orders" | "order" | "listings" | "listing"
  rows: ExpectedRow[]
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex")
export const plain = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim()

export function sameText(expected: string | { sha256: string }, read: string): boolean {
  return typeof expected === "string"
    ? plain(expected) === plain(read)
    : digest(plain(read)) === expected.sha256
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => join(folder, file))
}

/** A page lies beside its expectation (`source.html`), or under the folder of saved pages. */
function pageOf(file: string, named: string | undefined, pages: string): string {
  const beside = [named ?? "source.html", "source.html", "page.html"].map((one) =>
    join(dirname(file), one)
  )
  const found = [...beside, ...(named ? [join(pages, named)] : [])].find(
    (one) => existsSync(one) && statSync(one).isFile()
  )
  if (!found)
    throw new MissingData(
      `${file}: there is no saved page ${named ?? "source.html"} beside it or in ${pages}`
    )
  return found
}

/** Every expectation of a folder that has rows in this form. */
export function readExpected(folder: string, pages: string): ExpectedPage[] {
  if (!existsSync(folder)) throw new MissingData(`There is no folder ${resolve(folder)}.`)
  return filesIn(folder).flatMap((file): ExpectedPage[] => {
    const said = JSON.parse(readFileSync(file, "utf8"))
    if (!Array.isArray(said.rows)) return []
    const name = file.slice(folder.length + 1).replace(/(?:\/expected)?\.json$/, "")
    return [
      {
        now: new Date().toISOString(),
        zone: "UTC",
        ...said,
        name,
        file: pageOf(file, said.page, pages)
      }
    ]
  })
}
