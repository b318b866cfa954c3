import { useId } from "react"
import type { ListingSettings } from "../../src/domain/listing-settings"
import { Button } from "../../src/ui/button"
import { Card } from "../../src/ui/card"
import { words } from "../../src/ui/words"

const { setup } = words.listing
type Packs = ListingSettings["packs"]

/** The seller's rule files; the worker checks them when they are saved. */
export function PacksCard({ packs, onChange }: { packs: Packs; onChange: (packs: Packs) => void }) {
  const id = useId()
  const add = async (file: File | undefined) => {
    if (!file) return
    const json = (await file.text()).slice(0, 500_000)
    onChange([...packs.filter(({ name }) => name !== file.name), { name: file.name, json }])
  }
  return (
    <Card title={setup.packs}>
      <p className="soft small">{setup.packsHelp}</p>
      <ul className="items">
        {packs.map(({ name }) => (
          <li key={name} className="row spread">
            <span className="break">{name}</span>
            <Button onPress={() => onChange(packs.filter((one) => one.name !== name))}>
              {setup.removePack(name)}
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor={id}>{setup.addPack}</label>
      <input
        id={id}
        type="file"
        accept="application/json,.json"
        onChange={({ target }) => void add(target.files?.[0])}
      />
    </Card>
  )
}
