import { useState } from "react"
import { Button } from "../src/ui/button"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"
import { AnalysisPage } from "./listing/analysis-page"
import { Catalogue } from "./listing/catalogue"
import { SettingsPage } from "./listing/settings-page"

const sections = ["thisListing", "allListings", "settings"] as const
type Section = (typeof sections)[number]

/** One listing with its findings, all listings by money at stake, and what the seller sets. */
export function ListingView() {
  const [section, setSection] = useState<Section>("thisListing")
  const [chosen, choose] = useState<string>()
  const status = useStore((db) => db.listingStatus.get("page").then((found) => found ?? null))
  const [followed, follow] = useState<number>()
  // a new page was analysed: it is what the seller wants to see
  if (status && status.at !== followed) {
    follow(status.at)
    setSection("thisListing")
    choose(status.analysisId)
  }
  if (status === undefined) return null
  return (
    <section className="stack" aria-label={words.listing.title}>
      <fieldset className="row plain" aria-label={words.listing.sections}>
        {sections.map((one) => (
          <Button key={one} pressed={section === one} onPress={() => setSection(one)}>
            {words.listing[one]}
          </Button>
        ))}
      </fieldset>
      {section === "thisListing" && <AnalysisPage status={status} id={chosen} />}
      {section === "allListings" && (
        <Catalogue
          onOpen={(id) => {
            choose(id)
            setSection("thisListing")
          }}
        />
      )}
      {section === "settings" && <SettingsPage />}
    </section>
  )
}
