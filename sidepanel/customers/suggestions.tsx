import { type Suggestion, type Tone, tones } from "../../src/domain/reply"
import { Button } from "../../src/ui/button"
import { EmptyState } from "../../src/ui/empty-state"
import { SelectField } from "../../src/ui/select-field"
import { words } from "../../src/ui/words"

const { customers, format } = words
const languageName = (code: string) =>
  new Intl.DisplayNames([format.locale], { type: "language" }).of(code) ?? code

const list = new Intl.ListFormat(format.locale)
const nameOf = (variable: string) =>
  (customers.variables as Record<string, string>)[variable] ?? variable

type Props = {
  suggestions: Suggestion[]
  tone: Tone
  onTone: (tone: string) => void
  onUse: (suggestion: Suggestion) => void
}

/** Replies that fit, best first; what is not known of the order stays a visible blank. */
export function Suggestions({ suggestions, tone, onTone, onUse }: Props) {
  if (suggestions.length === 0) return <EmptyState text={customers.noReplies} />
  return (
    <>
      {suggestions.some(({ origin }) => origin === "starter") && (
        <SelectField
          label={customers.tone}
          value={tone}
          options={tones.map((value) => ({ value, label: customers.tones[value] }))}
          onChange={onTone}
        />
      )}
      <ol className="items">
        {suggestions.map((suggestion) => (
          <li key={`${suggestion.origin} ${suggestion.id}`} className="item stack">
            <p lang={suggestion.language} dir="auto" className="break lines">
              {suggestion.text}
            </p>
            <div className="row spread">
              <span className="soft small">
                {suggestion.title ?? customers[suggestion.origin]} ·{" "}
                {customers.inLanguage(languageName(suggestion.language))}
              </span>
              <Button onPress={() => onUse(suggestion)}>{customers.use}</Button>
            </div>
            {suggestion.origin === "past" && <p className="soft small">{customers.pastHelp}</p>}
            {suggestion.blanks.length > 0 && (
              <p className="soft small">
                {customers.openBlanks(list.format(suggestion.blanks.map(nameOf)))}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
