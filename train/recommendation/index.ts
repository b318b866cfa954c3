import { writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm"
import * as tf from "@tensorflow/tfjs-core"
import { seededRandom } from "../../models/anomaly/random"
import { countTogether } from "../../models/recommendation/co-purchase"
import { knownCosines } from "../../models/recommendation/known-answer"
import { learn, noTrees } from "../../models/recommendation/learn"
import { similarProducts } from "../../models/recommendation/similar"
import {
  type ProductText,
  productBuckets,
  towerBuckets,
  towerWidth
} from "../../models/recommendation/text-tower"
import { quantizeRows } from "../../models/weights"
import { basketsByItem } from "../../src/features/baskets"
import { packArrays } from "../pack-arrays"
import { priceRunnerClusters } from "./data"
import { drawDisturbed, drawTranslation, drawWithin, mixed, partly } from "./pairs"
import { retailReportFrom, retailShop, type Shop } from "./retail-shop"
import { type DrawPair, trainTower } from "./tower"
import { tfidfRetrieval, towerRetrieval, translationRetrieval } from "./tower-quality"

const version = "0.1.0"
const seed = 3
const steps = 4_500
/** Clusters whose number this divides train nothing: the report is about them. */
const heldCluster = 5
const mostHeld = 1_200

/** Products that buyers put into the same basket. */
function drawCompanions({ baskets, products }: Shop): DrawPair {
  const k = 8
  const top = countTogether(baskets, basketsByItem(baskets), k)
  return (random) => {
    for (;;) {
      const item = Math.floor(random() * products.length)
      const place = item * k + Math.floor(random() * k)
      const [a, b] = [products[item], products[top.ids[place] ?? 0]]
      if (top.codes[place] && a && b) return [a, b]
    }
  }
}

const decode = (values: Float32Array, rows: number) => {
  const { codes, scales } = quantizeRows(values, rows)
  const columns = values.length / rows
  return Float32Array.from(codes, (code, i) => code * (scales[Math.floor(i / columns)] ?? 0))
}

const known: ProductText[] = [
  { title: "Blue ceramic mug", price: 9.9 },
  { title: "Blaue Tasse aus Keramik" },
  { title: "蓝色陶瓷马克杯" },
  { title: "WHITE HANGING HEART T-LIGHT HOLDER", category: "Home", price: 2.55 }
]

function report(name: string, { at1, at5, queries }: ReturnType<typeof towerRetrieval>): void {
  console.log(`  ${name.padEnd(22)} R@1 ${at1.toFixed(4)}  R@5 ${at5.toFixed(4)}  n=${queries}`)
}

/** `npm run train -- recommendation`: text tower and prior trees → int8 weights in models/recommendation. */
export async function trainRecommendation(): Promise<void> {
  setWasmPaths(`${resolve("node_modules/@tensorflow/tfjs-backend-wasm/dist")}/`)
  await tf.setBackend("wasm")
  const shop = retailShop(retailReportFrom)
  const clusters = priceRunnerClusters()
  const training = clusters.filter(({ cluster }) => cluster % heldCluster !== 0)
  const held = clusters
    .filter(({ cluster, offers }) => cluster % heldCluster === 0 && offers.length > 1)
    .slice(0, mostHeld)
    .map(({ offers }) => offers)
  const offers = training.map(({ offers }) => offers)
  const draw = mixed([
    [0.35, partly(drawWithin(offers))],
    [0.15, drawTranslation],
    [0.15, partly(drawDisturbed([...shop.products, ...offers.flat()]))],
    [0.35, partly(drawCompanions(shop))]
  ])
  console.log(`Text tower: ${steps} steps`)
  const tower = trainTower(draw, steps, seededRandom(seed), (step, loss) =>
    console.log(`  step ${step}: loss ${loss.toFixed(4)}`)
  )
  const decoded = decode(tower, towerBuckets)
  console.log(`Same product, ${held.length} clusters that trained nothing (PriceRunner):`)
  report("TF-IDF, same grams", tfidfRetrieval(held))
  report("tower, float32", towerRetrieval(held, tower))
  report("tower, int8", towerRetrieval(held, decoded))
  const translation = translationRetrieval(decoded, drawTranslation, seededRandom(77))
  console.log(`  invented titles in another language, 1 of 500 (the words trained): ${translation}`)

  console.log("Prior trees: Online Retail before 2011-09-01")
  const similar = await similarProducts(decoded, shop.products)
  const { rankers, quality } = await learn(shop.baskets, similar, { next: noTrees, with: noTrees })
  console.log(quality)
  const float32: Record<string, Float32Array> = {}
  const int8: Record<string, { values: Float32Array; rows: number }> = {
    tower: { values: tower, rows: towerBuckets }
  }
  for (const [task, { own }] of Object.entries(rankers)) {
    float32[`${task}.feature`] = Float32Array.from(own.feature)
    float32[`${task}.threshold`] = own.threshold
    int8[`${task}.leaf`] = { values: own.leaf, rows: own.leaf.length >> own.depth }
  }
  const { weights, file } = packArrays({ float32, int8 })
  const input = known.map((product) => [...productBuckets(product)])
  const expected = await knownCosines(decoded, input)
  const manifest = {
    id: "recommendation",
    version,
    weights,
    knownAnswer: { input, expected, tolerance: 1e-4 }
  }
  writeFileSync("models/recommendation/weights.bin", file)
  writeFileSync("models/recommendation/model.json", `${JSON.stringify(manifest)}\n`)
  console.log(
    `Wrote models/recommendation/weights.bin (${file.length} bytes), tower ${towerBuckets} × ${towerWidth}`
  )
}
