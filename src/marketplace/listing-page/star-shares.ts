/** "5 stars", "4 Sterne", "1 estrella", "5つ星", "3星". */
const label =
  /^([1-5])\s*(?:stars?|sterne?|étoiles?|estrellas?|estrelas?|stell[ae]|sterren?|gwiazd(?:ka|ki|ek)|stjärnor?|звезд[аы]?|つ星|星|★|☆)$/iu
/** For screen readers: "83 percent of reviews have 5 stars", "68 Prozent der Rezensionen haben 5 Sterne". */
const spoken =
  /(\d{1,3})\s?(?:%|percent|prozent|por ciento|por cento|pour cent|per cento|procent|パーセント).{0,60}?([1-5])\s?(?:-?stars?|sterne?n?|étoiles?|estrellas?|estrelas?|stell[ae]|sterren?|つ星|星)/iu
const percent = /^(\d{1,3})\s?[%％]$/
const whole = /^\(?(\d{1,3}(?:[.,]\d{3})*|\d+)\)?$/
const mostNodes = 60_000
/** The share stands beside its label, or behind a bar. */
const reach = 3

type Said = { percent: boolean; value: number }

function shareIn(text: string): Said | undefined {
  const share = percent.exec(text)?.[1]
  if (share !== undefined) return { percent: true, value: Number(share) }
  const count = whole.exec(text)?.[1]
  return count === undefined
    ? undefined
    : { percent: false, value: Number(count.replace(/[.,]/g, "")) }
}

/** The histogram by what it tells screen readers. */
function spokenShares(doc: Document): Map<number, Said> {
  const said = new Map<number, Said>()
  for (const element of Array.from(doc.querySelectorAll("[aria-label]")).slice(0, 3_000)) {
    const label = element.getAttribute("aria-label") ?? ""
    const [, value, stars] = label.length < 120 ? (spoken.exec(label) ?? []) : []
    if (value && stars) said.set(Number(stars), { percent: true, value: Number(value) })
  }
  return said
}

/** The histogram by its texts: a label, and its share or count soon behind it. */
function writtenShares(body: Element, doc: Document): Map<number, Said> {
  const said = new Map<number, Said>()
  let [stars, left] = [0, 0]
  // 4: texts only
  const walker = doc.createTreeWalker(body, 4)
  for (let nodes = mostNodes; nodes > 0 && walker.nextNode(); nodes--) {
    const text = walker.currentNode.nodeValue ?? ""
    if (text.length > 60) continue
    const plain = text.replace(/\s+/g, " ").trim()
    if (plain === "") continue
    const found = label.exec(plain)?.[1]
    if (found) {
      stars = Number(found)
      left = reach
      continue
    }
    const value = left > 0 ? shareIn(plain) : undefined
    left--
    if (!value || said.has(stars)) continue
    said.set(stars, value)
    left = 0
  }
  return said
}

/**
 * Shares of reviews with 1 to 5 stars, from a histogram that a page prints in percent or in counts; undefined when
 * it prints none, or one that does not add up.
 */
export function starShares(doc: Document): number[] | undefined {
  if (!doc.body) return undefined
  const heard = spokenShares(doc)
  const said = heard.size === 5 ? heard : writtenShares(doc.body, doc)
  const rows = [1, 2, 3, 4, 5].flatMap((one) => said.get(one) ?? [])
  if (rows.length < 5 || rows.some((row) => row.percent !== rows[0]?.percent)) return undefined
  const total = rows.reduce((sum, { value }) => sum + value, 0)
  // rounded percentages miss a hundred by a few
  if (total === 0 || (rows[0]?.percent && Math.abs(total - 100) > 3)) return undefined
  return rows.map(({ value }) => value / total)
}
