import type { Effect, SuggestionState } from "../src/domain/suggestion"
import { send } from "../src/messaging/messenger"
import { Button } from "../src/ui/button"
import { Disclosure } from "../src/ui/disclosure"
import { ErrorNotice } from "../src/ui/error-notice"
import type { SuggestionRow } from "../src/ui/suggestion-rows"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"

type Props = { row: SuggestionRow; onMoved: (said: string) => void }

type Say = (expected: string, low: string, high: string) => string

function amounts({ low, expected, high, currency }: Effect, say: Say): string {
  const money = (minor: number) => words.format.moneyRounded({ minor: Math.round(minor), currency })
  return say(money(expected), money(low), money(high))
}

function Outcome({ suggestion }: Pick<SuggestionRow, "suggestion">) {
  const { outcome, state, control } = suggestion
  if (state !== "done" || control.length === 0) return null
  if (!outcome) return <p className="soft small">{words.recommend.measuring}</p>
  const unsure = outcome.low <= 1 && outcome.high >= 1
  return (
    <p>
      {words.recommend.outcome(outcome.days, outcome.ratio)}{" "}
      {words.recommend.outcomeRange(outcome.low, outcome.high)}{" "}
      {outcome.gain && `${amounts(outcome.gain, words.recommend.gain)} `}
      {unsure && words.recommend.outcomeUnsure}
    </p>
  )
}

/** The states that a suggestion may go to from where it is, with the word of the button. */
function actions(state: SuggestionState): [SuggestionState, string][] {
  const { accept, done, dismiss, reopen } = words.recommend
  if (state === "open")
    return [
      ["accepted", accept],
      ["done", done],
      ["dismissed", dismiss]
    ]
  if (state === "accepted")
    return [
      ["done", done],
      ["dismissed", dismiss]
    ]
  return [["open", reopen]]
}

/** One thing to do: what, how much it may bring, why, and what came of it. */
export function RecommendItem({ row: { suggestion, names }, onMoved }: Props) {
  const { run, busy, error } = useCommand()
  const title = words.suggestion(suggestion, names)
  const decide = (state: SuggestionState) =>
    run(async () => {
      await send("panel:decide-suggestion", { id: suggestion.id, state })
      onMoved(words.recommend.moved(title, words.recommend.states[state]))
    })
  const { effect } = suggestion
  const [first, ...rest] = suggestion.reasons
  return (
    <li className="card">
      <strong className="break">{title}</strong>
      {suggestion.state !== "open" && (
        <span className="soft small">{words.recommend.states[suggestion.state]}</span>
      )}
      {effect && <p>{amounts(effect, words.recommend.effects[effect.of ?? "revenue"])}</p>}
      {first && <p className="break">{words.suggestionReason(first)}</p>}
      {rest.length > 0 && (
        <Disclosure summary={words.recommend.why} about={title}>
          {() => (
            <ul className="reasons">
              {rest.map((reason) => (
                <li key={reason.code} className="break">
                  {words.suggestionReason(reason)}
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
      <Outcome suggestion={suggestion} />
      <div className="row">
        {actions(suggestion.state).map(([state, label]) => (
          <Button
            key={state}
            busy={busy}
            label={words.recommend.about(label, title)}
            onPress={() => decide(state)}
          >
            {label}
          </Button>
        ))}
      </div>
      <ErrorNotice error={error} />
    </li>
  )
}
