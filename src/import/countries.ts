const languages = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "ja", "zh-CN", "id", "ru"]

/** What files call countries beside the names that CLDR has. */
const aliases: Record<string, string> = {
  usa: "US",
  unitedstatesofamerica: "US",
  uk: "GB",
  greatbritain: "GB",
  england: "GB",
  uae: "AE",
  korea: "KR",
  southkorea: "KR",
  russia: "RU",
  czechia: "CZ",
  czechrepublic: "CZ",
  holland: "NL",
  hongkong: "HK",
  macau: "MO",
  taiwan: "TW",
  vietnam: "VN",
  brasil: "BR",
  türkiye: "TR",
  turkey: "TR"
}

const spelled = (name: string) =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, "")

/** Withdrawn codes have names too: "DD" is a "Deutschland" that CLDR maps to "DE". */
const isCurrent = (code: string) => new Intl.Locale(`und-${code}`).region === code

let names: Map<string, string> | undefined

function countryNames(): Map<string, string> {
  const made = new Map(Object.entries(aliases))
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" })
    for (let a = 65; a <= 90; a++) {
      for (let b = 65; b <= 90; b++) {
        const code = String.fromCharCode(a, b)
        const name = isCurrent(code) ? display.of(code) : undefined
        if (name && !made.has(spelled(name))) made.set(spelled(name), code)
      }
    }
  }
  return made
}

const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" })

const known = new Map<string, string>()

/** The ISO 3166-1 alpha-2 code of a country's code or name; "" when it is neither ("美国站" is a site: 美国). */
export function countryCode(raw: string): string {
  let code = known.get(raw)
  if (code === undefined) {
    code = find(raw.trim())
    if (known.size > 2_000) known.clear()
    known.set(raw, code)
  }
  return code
}

function find(text: string): string {
  if (text === "") return ""
  const upper = text.toUpperCase()
  if (/^[A-Z]{2}$/.test(upper)) return upper === "UK" ? "GB" : english.of(upper) ? upper : ""
  names ??= countryNames()
  const name = spelled(text)
  return names.get(name) ?? names.get(name.replace(/站$/, "")) ?? ""
}
