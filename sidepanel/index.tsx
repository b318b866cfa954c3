import "../src/ui/tokens.css"
import "../src/ui/components.css"
import "../src/ui/data-components.css"
import "./sidepanel.css"
import { ErrorBoundary } from "../src/ui/error-boundary"
import { Tabs } from "../src/ui/tabs"
import { words } from "../src/ui/words"
import { RiskView } from "./risk-view"
import { StoredDataView } from "./stored-data-view"

const tabs = [
  { id: "risk", title: words.tabs.risk, view: () => <RiskView /> },
  { id: "data", title: words.tabs.data, view: () => <StoredDataView /> }
]

/** The workbench: one tab a view. */
export default function SidePanel() {
  return (
    <main className="panel stack">
      <h1>{words.name}</h1>
      <ErrorBoundary>
        <Tabs label={words.tabs.label} tabs={tabs} />
      </ErrorBoundary>
    </main>
  )
}
