import type { Rule } from "../rule"

/** The day on which all packs that ship were last compared with their sources. */
const checkedOn = "2026-11-23"

type Shared = Pick<Rule, "marketplace" | "source" | "confidence"> & Partial<Rule>
type Own = Pick<Rule, "id" | "field" | "check" | "severity"> & Partial<Rule>

/** Rules that share marketplace and source; a rule's own entries win. Ids get the marketplace in front. */
export function rules(shared: Shared, list: Own[]): Rule[] {
  return list.map((own) => ({
    checkedOn,
    ...shared,
    ...own,
    id: `${shared.marketplace}.${own.id}`
  }))
}
