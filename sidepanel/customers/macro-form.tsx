import { useId, useRef, useState } from "react"
import { type Intent, intents, isIntent } from "../../src/domain/intent"
import {
  type Macro,
  type MacroLanguage,
  macroLanguages,
  macroVariables
} from "../../src/domain/macro"
import { send } from "../../src/messaging/messenger"
import { Button } from "../../src/ui/button"
import { ErrorNotice } from "../../src/ui/error-notice"
import { useCommand } from "../../src/ui/use-command"
import { words } from "../../src/ui/words"

const { customers, format } = words
const languageName = (code: string) =>
  new Intl.DisplayNames([format.locale], { type: "language" }).of(code) ?? code

type Props = { macro: Macro | undefined; onSaved: () => void; onCancel: () => void }

/** Name, wishes and one text a language; a variable is put in where the cursor stands. */
export function MacroForm({ macro, onSaved, onCancel }: Props) {
  const id = useId()
  const { run, busy, error } = useCommand()
  const area = useRef<HTMLTextAreaElement>(null)
  const [title, setTitle] = useState(macro?.title ?? "")
  const [chosen, setChosen] = useState<Intent[]>(macro?.intents ?? [])
  const [language, setLanguage] = useState<MacroLanguage>(
    macroLanguages.find((one) => macro?.texts[one]) ??
      (format.locale.startsWith("zh") ? "zh" : "en")
  )
  const [texts, setTexts] = useState<Macro["texts"]>(macro?.texts ?? {})
  const text = texts[language] ?? ""
  const setText = (value: string) => setTexts({ ...texts, [language]: value })
  const insert = (name: string) => {
    const at = area.current?.selectionStart ?? text.length
    setText(`${text.slice(0, at)}{${name}}${text.slice(area.current?.selectionEnd ?? at)}`)
    area.current?.focus()
  }
  const written = Object.fromEntries(Object.entries(texts).filter(([, value]) => value?.trim()))
  const ready = title.trim() && chosen.length > 0 && Object.keys(written).length > 0
  const save = () =>
    run(async () => {
      const key = macro?.id ?? `macro-${crypto.randomUUID()}`.slice(0, 40)
      await send("panel:save-macro", {
        id: key,
        title: title.trim(),
        intents: chosen,
        texts: written
      })
      onSaved()
    })
  return (
    <div className="stack">
      <label htmlFor={`${id}-title`}>{customers.macroTitle}</label>
      <input
        id={`${id}-title`}
        className="select"
        maxLength={100}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <label htmlFor={`${id}-intents`}>{customers.macroIntents}</label>
      <select
        id={`${id}-intents`}
        className="select"
        multiple
        size={5}
        value={chosen}
        onChange={({ target }) =>
          setChosen([...target.selectedOptions].map(({ value }) => value).filter(isIntent))
        }
      >
        {intents.map((intent) => (
          <option key={intent} value={intent}>
            {customers.intents[intent]}
          </option>
        ))}
      </select>
      <span className="row">
        <label htmlFor={`${id}-language`}>{customers.macroLanguage}</label>
        <select
          id={`${id}-language`}
          className="select"
          value={language}
          onChange={({ target }) =>
            setLanguage(macroLanguages.find((one) => one === target.value) ?? "en")
          }
        >
          {macroLanguages.map((one) => (
            <option key={one} value={one}>
              {languageName(one)}
              {texts[one] ? " ✓" : ""}
            </option>
          ))}
        </select>
      </span>
      <label htmlFor={`${id}-text`}>{customers.macroText(languageName(language))}</label>
      <textarea
        id={`${id}-text`}
        ref={area}
        className="draft"
        dir="auto"
        lang={language}
        rows={5}
        maxLength={2_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <fieldset className="row plain" aria-label={customers.insert}>
        {macroVariables.map((name) => (
          <Button key={name} onPress={() => insert(name)}>
            {customers.variables[name]}
          </Button>
        ))}
      </fieldset>
      <div className="row">
        {ready && (
          <Button main busy={busy} onPress={save}>
            {customers.save}
          </Button>
        )}
        <Button onPress={onCancel}>{customers.cancel}</Button>
      </div>
      <ErrorNotice error={error} />
    </div>
  )
}
