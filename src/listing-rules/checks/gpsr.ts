import { defineCheck, passed, text, unknown } from "../check"
import { languageOf, languagesOfStore } from "../language"

const email = /[^\s@]+@[^\s@]+\.[^\s@]+/
const url = /https?:\/\/|www\./i
/** A street number or postal code beside letters: enough to see that an address is there, not that it is right. */
const address = /\p{L}{2,}[^\n]{0,60}\d|\d[^\n]{0,60}\p{L}{2,}/u
const maker =
  /manufacturer|maker|hersteller|fabricant|fabricante|produttore|producent|fabrikant|výrobce|gyártó|κατασκευαστής|valmistaja|tillverkare|制造商|制造者/iu
const responsible =
  /responsible person|eu representative|authori[sz]ed representative|verantwortliche person|bevollmächtigte|personne responsable|persona responsable|persona responsabile|verantwoordelijke|osoba odpowiedzialna|欧盟负责人/iu

/**
 * What Regulation (EU) 2023/988, article 19 wants to see in an offer: maker with postal and electronic address, a
 * responsible person in the EU where the goods come from outside, in the language of the store. Only the parts
 * that a page shows can be missed; a page without any such block is unknown.
 */
export const gpsr = defineCheck("gpsr", {}, (_, { listing }) => {
  const block = listing.compliance
  if (block === undefined) return unknown
  const missing: string[] = []
  if (!maker.test(block)) missing.push("manufacturer")
  if (!address.test(block)) missing.push("address")
  if (!email.test(block) && !url.test(block)) missing.push("contact")
  const outside = listing.shipsFrom !== undefined && !insideEu.has(listing.shipsFrom)
  if (outside && !responsible.test(block)) missing.push("responsible-person")
  const written = languageOf(block)
  const read = languagesOfStore(listing.store)
  if (written && read.length > 0 && !read.includes(written)) missing.push("language")
  if (missing.length === 0) return passed
  return { outcome: "failed", facts: { missing: text(missing.join(",")) } }
})

/** The 27 members, and Northern Ireland through GB ("XI" is not an ISO country). */
export const insideEu = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ")
)
