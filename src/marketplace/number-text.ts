/** Code points of the digit zero of the scripts that back-offices print. Superscripts are left out on purpose: 12⁹⁹ is not 1299. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

function plainChar(char: string): string {
  const code = char.codePointAt(0) ?? 0
  const zero = zeros.find((start) => code >= start && code <= start + 9)
  if (zero !== undefined) return String(code - zero)
  if (code === 0xffe5) return "¥"
  if (code === 0xffe1) return "£"
  if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0)
  return char
}

/** The text with ASCII digits, plain spaces, one kind of minus and no direction marks. */
export function plainText(text: string): string {
  // printable ASCII, as most texts are, holds nothing to translate
  if (/^[ -~]*$/.test(text)) return text.replace(/ +/g, " ").trim()
  return Array.from(
    text.replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ""),
    plainChar
  )
    .join("")
    .replace(/[\s\u00a0\u2007\u2009\u202f]+/g, " ")
    .replace(/[−–‒﹣]/g, "-")
    .trim()
}

export type Decimal = "." | ","

const decimals = new Map<string, Decimal | undefined>()

/** The decimal sign of a language, where it is a point or a comma. */
export function decimalOf(locale: string | undefined): Decimal | undefined {
  if (!locale) return undefined
  if (!decimals.has(locale)) decimals.set(locale, findDecimal(locale))
  return decimals.get(locale)
}

function findDecimal(locale: string): Decimal | undefined {
  try {
    const sign = new Intl.NumberFormat(locale)
      .formatToParts(1.5)
      .find(({ type }) => type === "decimal")?.value
    return sign === "." || sign === "," ? sign : undefined
  } catch {
    return undefined // not a language tag: the page gives no hint
  }
}

type Split = { whole: string; fraction: string }

const groupedByThree = /^\d{1,3}(?:([.,'’٬ ])\d{3})(?:\1\d{3})*$/
const groupedIndian = /^\d{1,2}(?:,\d{2})+,\d{3}$/

function ungroup(whole: string): string | null {
  if (/^\d+$/.test(whole)) return whole
  if (!groupedByThree.test(whole) && !groupedIndian.test(whole)) return null
  return whole.replace(/\D/g, "")
}

/** Where the fraction starts, or null when the text can be read in two ways. */
function split(text: string, digits: number, decimal: Decimal | undefined): Split | null {
  const last = text.search(/[.,٫](?=\d*$)/)
  if (last < 0) return { whole: text, fraction: "" }
  const sign = text[last]
  const whole = text.slice(0, last)
  const fraction = text.slice(last + 1)
  const onlySign = sign === "٫" || /[^\d]/.test(whole)
  if (onlySign && sign !== undefined && !whole.includes(sign)) {
    // another sign groups the whole part, so this one is the decimal sign
    return { whole, fraction }
  }
  if (whole.includes(sign ?? "")) return { whole: text, fraction: "" }
  if (fraction.length !== 3 || !/^[1-9]\d{0,2}$/.test(whole)) return { whole, fraction }
  // "1.234": twelve hundred or one and a bit; only the page's own sign decides
  if (decimal === undefined) return digits === 0 ? { whole: text, fraction: "" } : null
  if (decimal !== sign) return { whole: text, fraction: "" }
  return digits >= 3 ? { whole, fraction } : null
}

/**
 * An unsigned number of plain text as an integer of 10^-digits units, exactly or not at all:
 * ("1.234,56", 2) → 123456. Null for anything that can be read in two ways.
 */
export function parseUnits(
  text: string,
  digits: number,
  decimal: Decimal | undefined
): number | null {
  if (text.length > 40 || !/^\d(?:[\d.,'’٬٫ ]*\d)?$/.test(text)) return null
  const parts = split(text, digits, decimal)
  const whole = parts && ungroup(parts.whole)
  if (!parts || !whole || !/^\d*$/.test(parts.fraction)) return null
  const surplus = parts.fraction.slice(digits)
  if (/[^0]/.test(surplus)) return null
  const units = Number(whole + parts.fraction.slice(0, digits).padEnd(digits, "0"))
  return Number.isSafeInteger(units) ? units : null
}
