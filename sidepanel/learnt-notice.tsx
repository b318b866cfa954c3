import { send } from "../src/messaging/messenger"
import type { LearntState } from "../src/store/suggestions"
import { Button } from "../src/ui/button"
import { EmptyState } from "../src/ui/empty-state"
import { ErrorNotice } from "../src/ui/error-notice"
import { Progress } from "../src/ui/progress"
import { useCommand } from "../src/ui/use-command"
import { words } from "../src/ui/words"

/** What the suggestions rest on, and a way to learn again. */
export function LearntNotice({ learnt }: { learnt: LearntState | null }) {
  const { run, busy, error } = useCommand()
  const learn = () =>
    run(async () => {
      await send("panel:learn", {})
    })
  return (
    <>
      {learnt ? (
        <p className="soft">
          {words.recommend.learnt(learnt.orders, learnt.products)}{" "}
          {words.recommend.learntAt(learnt.at)}
        </p>
      ) : (
        <EmptyState text={words.recommend.notYet} help={words.recommend.notYetHelp} />
      )}
      <div className="row">
        <Button busy={busy} onPress={learn}>
          {words.recommend.learn}
        </Button>
        {busy && <Progress label={words.recommend.learning} />}
      </div>
      <ErrorNotice error={error} />
    </>
  )
}
