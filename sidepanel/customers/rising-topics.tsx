import { useEffect, useState } from "react"
import type { RisingTopic } from "../../src/domain/reply"
import { send } from "../../src/messaging/messenger"
import { Card } from "../../src/ui/card"
import { words } from "../../src/ui/words"

const { customers, format } = words

/** Topics that came clearly more often this week; nothing where there are none. */
export function RisingTopics() {
  const [topics, setTopics] = useState<RisingTopic[]>([])
  useEffect(() => {
    send("panel:rising-topics", {}).then(setTopics, () => setTopics([]))
  }, [])
  if (topics.length === 0) return null
  return (
    <Card title={customers.rising}>
      <ul className="reasons">
        {topics.map(({ intent, thisWeek, before, behind }) => (
          <li key={intent}>
            {customers.risingText(
              customers.intents[intent],
              format.count(thisWeek),
              format.times(before)
            )}
            {behind && ` · ${customers.behind(behind.name, format.count(behind.messages))}`}
          </li>
        ))}
      </ul>
    </Card>
  )
}
