import { brokenness, type ListingAnalysis } from "../../src/domain/listing-analysis"

export type CatalogueRow = {
  analysis: ListingAnalysis
  broken: number
  coming: number
  missed: number
  /** Money at stake × how broken, in minor units; listings without money rank by how broken they are, below the others. */
  weight: number
}

/** Own listings, the most money times the most broken first. Amounts of different currencies rank side by side as they are. */
export function catalogueRows(analyses: ListingAnalysis[]): CatalogueRow[] {
  return analyses
    .filter(({ own }) => own)
    .map((analysis): CatalogueRow => {
      const of = (wanted: string) =>
        analysis.findings.filter(({ outcome }) => outcome === wanted).length
      const how = brokenness(analysis.findings)
      return {
        analysis,
        broken: of("broken"),
        coming: of("coming"),
        missed: of("missed"),
        weight: how * Math.max(analysis.stake?.minor ?? 0, 0) + how / 1_000
      }
    })
    .toSorted((a, b) => b.weight - a.weight)
}
