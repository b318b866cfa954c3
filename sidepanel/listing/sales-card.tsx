import { forecastLevels } from "../../src/domain/forecast"
import type { ListingAnalysis, OwnSales, WordEffect } from "../../src/domain/listing-analysis"
import { Card } from "../../src/ui/card"
import { useStore } from "../../src/ui/use-store"
import { words } from "../../src/ui/words"

const { format, listing } = words

function told(sales: OwnSales): string[] {
  const { units, revenue, refunded, returns, elasticity, peers, quality } = sales
  const signed = (value: number) => `${value > 0 ? "+" : ""}${format.times(value)}%`
  return [
    listing.units(units),
    ...(revenue ? [listing.revenue(format.money(revenue))] : []),
    ...(refunded
      ? [
          listing.refunded(
            format.share(refunded.share),
            format.share(refunded.low),
            format.share(refunded.high),
            refunded.n
          )
        ]
      : []),
    returns
      ? listing.returns(
          format.share(returns.share),
          format.share(returns.low),
          format.share(returns.high),
          returns.lines
        )
      : listing.noReturns,
    ...(quality
      ? [
          listing.quality(format.count(quality.score), quality.n),
          listing.qualityExpects(
            format.count(quality.units),
            format.count(quality.low),
            format.count(quality.high),
            format.share(quality.skill)
          )
        ]
      : [listing.noQuality]),
    ...(peers
      ? [
          listing.peers(
            format.count(peers.units),
            format.count(peers.low),
            format.count(peers.high),
            peers.peers,
            format.share(peers.skill)
          )
        ]
      : []),
    elasticity
      ? listing.elasticity(
          signed(elasticity.elasticity),
          signed(elasticity.low),
          signed(elasticity.high),
          elasticity.weeks
        )
      : listing.noElasticity
  ]
}

function Words({ title, effects }: { title: string; effects: WordEffect[] }) {
  if (effects.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="reasons">
        {effects.map(({ word, ratio, low, high, with: n }) => (
          <li key={word}>
            {listing.word(word, format.times(ratio), format.times(low), format.times(high), n)}
          </li>
        ))}
      </ul>
    </>
  )
}

const levelAt = (level: (typeof forecastLevels)[number]) => forecastLevels.indexOf(level)

/** The demand model's forecast of the next week, where it has made one. */
function Demand({ sku }: { sku: string }) {
  const forecast = useStore((db) => db.forecasts.get(sku).then((found) => found ?? null), [sku])
  if (forecast === undefined) return null
  if (!forecast) return <p className="soft">{listing.noDemand}</p>
  const { stepDays, quantiles } = forecast.weekly
  const units = (level: (typeof forecastLevels)[number]) =>
    format.times(quantiles[levelAt(level)] ?? 0)
  return <p>{listing.demandOf(stepDays, units(0.5), units(0.1), units(0.9))}</p>
}

/** What the seller's own orders say of the listing, its price and its title's words; only where the data allow it. */
export function SalesCard({ analysis }: { analysis: ListingAnalysis }) {
  const { sales, words: effects, doubles = [] } = analysis
  return (
    <Card title={listing.sales}>
      {sales ? (
        <ul className="reasons">
          {told(sales).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p className="soft">{listing.noSales}</p>
      )}
      {analysis.sku && (
        <>
          <h3>{listing.demand}</h3>
          <Demand sku={analysis.sku} />
        </>
      )}
      {!effects && <p className="soft">{listing.noWords}</p>}
      <Words title={listing.wordsHere} effects={effects?.here ?? []} />
      <Words title={listing.wordsMissing} effects={effects?.missing ?? []} />
      {doubles.length > 0 && (
        <>
          <h3>{listing.doubles}</h3>
          <ul className="reasons">
            {doubles.map(({ id, title, likeness }) => (
              <li key={id} className="break">
                {title} ({listing.likeness(format.share(likeness))})
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
