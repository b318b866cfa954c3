import type { ProductText } from "../../models/recommendation/text-tower"
import { languages, looks, materials, things } from "./lexicon"
import type { DrawPair, Pair } from "./tower"

const pick = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T

/** A title as another seller might type it: words dropped, swapped, a letter wrong, a unit moved. */
export function disturbed(random: () => number, title: string): string {
  const words = title.split(/\s+/).filter(Boolean)
  const kept = words.filter(() => words.length < 3 || random() > 0.18)
  if (kept.length > 2 && random() < 0.3) {
    const at = Math.floor(random() * (kept.length - 1))
    kept.splice(at, 2, kept[at + 1] ?? "", kept[at] ?? "")
  }
  const text = kept.join(" ")
  if (text.length < 5 || random() > 0.3) return text
  const at = 1 + Math.floor(random() * (text.length - 2))
  return random() < 0.5
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + text.slice(at - 1)
}

/** An invented title in one language from the same choice of words. */
function phrase(
  language: number,
  thing: string[],
  material: string[] | null,
  look: string[] | null
): string {
  const word = (entry: string[] | null) => entry?.[language] ?? ""
  const spaced = language < 4
  // adjective before the noun in English, German, Chinese and Japanese, after it in French and Spanish
  const parts =
    language === 1
      ? [word(look), word(thing), word(material)]
      : language === 2 || language === 3
        ? [word(thing), word(material), word(look)]
        : [word(look), word(material), word(thing)]
  return parts.filter(Boolean).join(spaced ? " " : "")
}

/** The same invented product in two languages. */
export const drawTranslation: DrawPair = (random) => {
  const thing = pick(random, things)
  const material = random() < 0.5 ? pick(random, materials) : null
  const look = random() < 0.7 ? pick(random, looks) : null
  const from = Math.floor(random() * languages)
  const to = (from + 1 + Math.floor(random() * (languages - 1))) % languages
  return [from, to].map((one) => ({ title: phrase(one, thing, material, look) })) as Pair
}

/** Two offers of one product. */
export function drawWithin(groups: ProductText[][]): DrawPair {
  const usable = groups.filter((group) => group.length > 1)
  return (random) => {
    const group = pick(random, usable)
    const first = Math.floor(random() * group.length)
    const second = (first + 1 + Math.floor(random() * (group.length - 1))) % group.length
    return [group[first], group[second]] as Pair
  }
}

/** A product and itself as somebody else would write it. */
export function drawDisturbed(products: ProductText[]): DrawPair {
  return (random) => {
    const product = pick(random, products)
    return [product, { ...product, title: disturbed(random, product.title) }]
  }
}

/** Category and price are often missing on a page: each is left out half of the time. */
export function partly(draw: DrawPair): DrawPair {
  return (random) =>
    draw(random).map(({ title, category, price }) => ({
      title,
      ...(category && random() < 0.5 ? { category } : {}),
      ...(price && random() < 0.5 ? { price } : {})
    })) as Pair
}

/** Draws from several sources, each with its share. */
export function mixed(sources: [share: number, draw: DrawPair][]): DrawPair {
  return (random) => {
    let left = random()
    for (const [share, draw] of sources) {
      left -= share
      if (left < 0) return draw(random)
    }
    return (sources.at(-1)?.[1] ?? drawTranslation)(random)
  }
}
