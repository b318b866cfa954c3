import "../src/ui/tokens.css"
import "../src/ui/components.css"
import "../src/ui/data-components.css"
import "../src/ui/data-entry.css"
import "./sidepanel.css"
import "./demand.css"
import { ErrorBoundary } from "../src/ui/error-boundary"
import { HealthGate } from "../src/ui/health-gate"
import { Tabs } from "../src/ui/tabs"
import { words } from "../src/ui/words"
import { DemandView } from "./demand-view"
import "./customers/customers.css"
import { CustomersView } from "./customers/customers-view"
import { ListingView } from "./listing-view"
import { RecommendView } from "./recommend-view"
import { RiskView } from "./risk-view"
import { StoredDataView } from "./stored-data-view"
import { useWantedTab } from "./use-wanted-tab"

const tabs = [
  { id: "risk", title: words.tabs.risk, view: () => <RiskView /> },
  { id: "demand", title: words.tabs.demand, view: () => <DemandView /> },
  { id: "listing", title: words.listing.tab, view: () => <ListingView /> },
  { id: "recommend", title: words.recommend.tab, view: () => <RecommendView /> },
  { id: "customers", title: words.tabs.customers, view: () => <CustomersView /> },
  { id: "data", title: words.tabs.data, view: () => <StoredDataView /> }
]

/** The workbench: one tab a view. */
export default function SidePanel() {
  const wanted = useWantedTab()
  return (
    <main className="panel stack">
      <h1>{words.name}</h1>
      <ErrorBoundary>
        <HealthGate>
          <Tabs label={words.tabs.label} tabs={tabs} wanted={wanted} />
        </HealthGate>
      </ErrorBoundary>
    </main>
  )
}
