import type { Mark } from "../../domain/listing-analysis"
import { markedOrPassed, text, unknown } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"

/** "EU 38", "US size 8", "UK 10", "CN 165/88A": a size system with a number. */
const sizes =
  /(?<![\p{L}\p{N}])(EU|EUR|US|UK|CN|JP|BR|MX)\s?(?:size\s?)?\d{1,3}(?:[.,]5)?(?![\p{L}\p{N}])/gu

const systems: Record<string, string> = {
  US: "US",
  CA: "US",
  GB: "UK",
  AU: "UK",
  IE: "UK",
  CN: "CN",
  JP: "JP",
  BR: "BR",
  MX: "MX"
}
const european =
  "AT BE DE DK ES FI FR GR IT LU NL NO PL PT SE CH CZ SK HU RO BG HR SI EE LV LT".split(" ")

const systemOf = (mark: Mark) =>
  mark.text
    .replace(/[^A-Z]/g, "")
    .replace("EUR", "EU")
    .slice(0, 2)

/** Clothing and shoe sizes are given in the system of the store's country, alone or beside others. */
export const sizesOfStore = defineTextCheck("sizes", {}, (pieces, _, { listing }) => {
  const { store } = listing
  const wanted = store && (systems[store] ?? (european.includes(store) ? "EU" : undefined))
  if (!wanted) return unknown
  const marks = marksOf(pieces, sizes)
  if (marks.some((mark) => systemOf(mark) === wanted)) return markedOrPassed([])
  return markedOrPassed(marks, { system: text(wanted) })
})
