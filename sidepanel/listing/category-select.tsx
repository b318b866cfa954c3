import { useId } from "react"
import { type FeeCategory, feeCategories } from "../../src/domain/fee"
import { words } from "../../src/ui/words"

const { profit } = words.listing

type Props = { value: FeeCategory | undefined; onChange: (value: FeeCategory | undefined) => void }

/** The marketplace's kind of goods, which some fees depend on. */
export function CategorySelect({ value, onChange }: Props) {
  const id = useId()
  return (
    <div className="labelled">
      <label htmlFor={id}>{profit.category}</label>
      <select
        id={id}
        className="select"
        value={value ?? ""}
        onChange={({ target }) => onChange(feeCategories.find((one) => one === target.value))}
      >
        <option value="">{profit.anyCategory}</option>
        {feeCategories.map((one) => (
          <option key={one} value={one}>
            {profit.categories[one]}
          </option>
        ))}
      </select>
    </div>
  )
}
