import "../src/ui/tokens.css"
import "../src/ui/components.css"
import "./popup.css"
import { ErrorBoundary } from "../src/ui/error-boundary"
import { HealthGate } from "../src/ui/health-gate"
import { words } from "../src/ui/words"
import { AnalysePage } from "./analyse-page"
import { Attention } from "./attention"
import { DueMessages } from "./due-messages"
import { StockLine } from "./stock-line"
import { ThisPage } from "./this-page"
import { Today } from "./today"
import { useActiveTab } from "./use-active-tab"
import { WorkbenchButton } from "./workbench-button"

/** The glance: this page, what needs a check first, today, and the way to the workbench. */
export default function Popup() {
  const tab = useActiveTab()
  return (
    <main className="popup stack">
      <header className="row spread">
        <h1>{words.name}</h1>
        {tab && <WorkbenchButton windowId={tab.windowId} />}
      </header>
      <ErrorBoundary>
        {tab !== undefined && <ThisPage tab={tab} />}
        {tab && <AnalysePage tab={tab} />}
        <HealthGate>
          <Attention />
          <StockLine />
          <DueMessages />
          <Today />
        </HealthGate>
      </ErrorBoundary>
    </main>
  )
}
