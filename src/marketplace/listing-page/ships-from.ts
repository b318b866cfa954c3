import { textOf } from "../page-text"

const phrase =
  /ships? from|dispatche[ds] from|versand aus|artikelstandort|expédié depuis|(?:se )?env[ií]a? desde|envío desde|envoyé depuis|wird versandt aus|verzonden vanaf|spedito dall?a?|spedito da|enviado de|发货地|item location|located in|standort/iu
const codes =
  "AE AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IT JP KR LT LU LV MT MX MY NL NO NZ PE PH PL PT RO RU SA SE SG SI SK TH TR TW UA US VN ZA".split(
    " "
  )
/** Names that no dictionary of countries has. */
const others: [string, string][] = [
  ["US", "usa"],
  ["GB", "uk"],
  ["CN", "mainland china"]
]
const mostNodes = 60_000

function countryIn(place: string, language: string): string | undefined {
  const names = ["en", language].flatMap((locale) => {
    const regions = new Intl.DisplayNames([locale], { type: "region" })
    return codes.map((code): [string, string] => [code, (regions.of(code) ?? code).toLowerCase()])
  })
  const text = ` ${place.toLowerCase().replace(/[^\p{L}]+/gu, " ")} `
  return [...names, ...others].find(([, name]) => text.includes(` ${name} `))?.[0]
}

const placeIn = (around: string) => {
  const at = around.search(phrase)
  return at < 0 ? "" : around.slice(at, at + 80)
}

/** The country that goods are sent from, in the page's words; undefined when it names none that is known. */
export function shipsFrom(doc: Document, language = "en"): string | undefined {
  if (!doc.body) return undefined
  // 4: texts only
  const walker = doc.createTreeWalker(doc.body, 4)
  for (let left = mostNodes; left > 0 && walker.nextNode(); left--) {
    const node = walker.currentNode
    const said = node.nodeValue ?? ""
    const at = said.length < 300 ? said.search(phrase) : -1
    if (at < 0) continue
    const parent = node.parentElement
    // the country stands in the same text, or in the element beside it
    const country = [said, textOf(parent), textOf(parent?.parentElement)]
      .map((around) => countryIn(placeIn(around), language))
      .find(Boolean)
    if (country) return country
  }
  return undefined
}
