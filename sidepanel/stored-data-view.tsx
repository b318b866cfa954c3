import { Card } from "../src/ui/card"
import { useStore } from "../src/ui/use-store"
import { words } from "../src/ui/words"
import { ImportCard } from "./import-card"
import { ImportsCard } from "./imports-card"
import { PrivacyCard } from "./privacy-card"
import { ReadingsTable } from "./readings-table"
import { SitesCard } from "./sites-card"
import { TeachCard } from "./teach-card"
import { YourDataCard } from "./your-data-card"

function Stored() {
  const counts = useStore(async (db) => ({
    orders: await db.orders.count(),
    products: await db.listings.count()
  }))
  return counts && <p>{words.data.stored(counts.orders, counts.products)}</p>
}

/** The backend in words, and why it was chosen in a support person's terms. */
function Engine() {
  const status = useStore(async (db) => (await db.status.get("runtime")) ?? null)
  const engines: Record<string, string> = words.data.engineOf
  return (
    <Card title={words.data.engine}>
      {status === null && <p>{words.data.engineNone}</p>}
      {status && <p>{engines[status.backend] ?? status.backend}</p>}
    </Card>
  )
}

function Privacy() {
  const { privacy, kept, keptList, notKept, notKeptList } = words.data
  return (
    <Card title={privacy}>
      <h3>{kept}</h3>
      <ul className="reasons">
        {keptList.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h3>{notKept}</h3>
      <ul className="reasons">
        {notKeptList.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Card>
  )
}

/** What was read and how it went, which sites may be read, what computes, what is stored. */
export function StoredDataView() {
  return (
    <div className="stack">
      <ImportCard />
      <ImportsCard />
      <Card title={words.data.title}>
        <Stored />
        <ReadingsTable />
      </Card>
      <SitesCard />
      <TeachCard />
      <Engine />
      <Privacy />
      <PrivacyCard />
      <YourDataCard />
    </div>
  )
}
