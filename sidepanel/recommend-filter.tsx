import { Button } from "../src/ui/button"
import { type SuggestionGroup, suggestionGroups } from "../src/ui/suggestion-rows"
import { words } from "../src/ui/words"

type Props = {
  group: SuggestionGroup
  decided: boolean
  counts: { open: number; decided: number }
  onGroup: (group: SuggestionGroup) => void
  onDecided: (decided: boolean) => void
}

export function RecommendFilter({ group, decided, counts, onGroup, onDecided }: Props) {
  return (
    <fieldset className="row plain" aria-label={words.recommend.show}>
      <Button pressed={!decided} onPress={() => onDecided(false)}>
        {words.recommend.openCount(counts.open)}
      </Button>
      <Button pressed={decided} onPress={() => onDecided(true)}>
        {words.recommend.decidedCount(counts.decided)}
      </Button>
      <select
        className="select"
        aria-label={words.recommend.show}
        value={group}
        onChange={({ target }) => {
          const chosen = suggestionGroups.find((one) => one === target.value)
          if (chosen) onGroup(chosen)
        }}
      >
        {suggestionGroups.map((one) => (
          <option key={one} value={one}>
            {words.recommend.groups[one]}
          </option>
        ))}
      </select>
    </fieldset>
  )
}
