import {
  type QualityPart,
  qualityParts,
  type RankingWay,
  type RankQuality,
  type RecommendationQuality,
  rankingWays
} from "../src/domain/recommendation-quality"
import { Card } from "../src/ui/card"
import { type Column, DataTable } from "../src/ui/data-table"
import { words } from "../src/ui/words"

type Row = { way: RankingWay; quality: RankQuality; parts: Partial<Record<QualityPart, number>> }

const { share, method, found, hit, ways } = words.recommend

const shareColumn = (id: string, title: string, of: (row: Row) => number): Column<Row> => ({
  id,
  title,
  cell: (row) => share(of(row)),
  value: of
})

const columns: Column<Row>[] = [
  { id: "way", title: method, cell: ({ way }) => ways[way] },
  shareColumn("found", found, ({ quality }) => quality.recall),
  shareColumn("hit", hit, ({ quality }) => quality.hit),
  ...qualityParts.map((part) =>
    shareColumn(part, words.recommend.parts[part], ({ parts }) => parts[part] ?? Number.NaN)
  )
]

function rowsOf(quality: RecommendationQuality): Row[] {
  return rankingWays.map((way) => ({
    way,
    quality: quality[way],
    parts: Object.fromEntries(qualityParts.map((part) => [part, quality.parts?.[part][way]]))
  }))
}

/** The honest test: newest orders, full ranking, beside the two ways a seller could do by hand. */
export function RecommendQuality({ quality }: { quality: RecommendationQuality[] }) {
  const tested = quality.filter(({ cases }) => cases > 0)
  return (
    <Card title={words.recommend.quality}>
      {tested.length === 0 && <p className="soft">{words.recommend.qualityNone}</p>}
      {tested.map((one) => (
        <section key={one.task} aria-label={words.recommend.tasks[one.task]}>
          <DataTable
            caption={words.recommend.tasks[one.task]}
            columns={columns}
            rows={rowsOf(one)}
            rowId={({ way }) => way}
          />
          <p className="soft small">{words.recommend.qualityHelp(one.cases)}</p>
        </section>
      ))}
    </Card>
  )
}
