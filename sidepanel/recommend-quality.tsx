import type { RankQuality, RecommendationQuality } from "../src/domain/recommendation-quality"
import { Card } from "../src/ui/card"
import { type Column, DataTable } from "../src/ui/data-table"
import { words } from "../src/ui/words"

type Row = { name: string; quality: RankQuality }

const columns: Column<Row>[] = [
  { id: "way", title: words.recommend.method, cell: ({ name }) => name },
  {
    id: "found",
    title: words.recommend.found,
    cell: ({ quality }) => words.recommend.share(quality.recall),
    value: ({ quality }) => quality.recall
  },
  {
    id: "hit",
    title: words.recommend.hit,
    cell: ({ quality }) => words.recommend.share(quality.hit),
    value: ({ quality }) => quality.hit
  }
]

function Task({ quality }: { quality: RecommendationQuality }) {
  const { ours, personal, popular, share, tasks, warmCold, repeatExplore } = words.recommend
  const rows = [
    { name: ours, quality: quality.ours },
    { name: personal, quality: quality.personal },
    { name: popular, quality: quality.popular }
  ]
  return (
    <>
      <DataTable
        caption={tasks[quality.task]}
        columns={columns}
        rows={rows}
        rowId={({ name }) => name}
      />
      <p className="soft small">
        {words.recommend.qualityHelp(quality.cases)}{" "}
        {warmCold(share(quality.warm.ours), share(quality.cold.ours))}{" "}
        {repeatExplore(share(quality.repeat), share(quality.explore))}
      </p>
    </>
  )
}

/** The honest test: newest orders, full ranking, beside the two ways a seller could do by hand. */
export function RecommendQuality({ quality }: { quality: RecommendationQuality[] }) {
  const tested = quality.filter(({ cases }) => cases > 0)
  return (
    <Card title={words.recommend.quality}>
      {tested.length === 0 && <p className="soft">{words.recommend.qualityNone}</p>}
      {tested.map((one) => (
        <Task key={one.task} quality={one} />
      ))}
    </Card>
  )
}
