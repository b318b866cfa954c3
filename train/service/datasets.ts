import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { gunzipSync } from "node:zlib"
import { MissingData } from "../../bench/metric"
import { DelimitedReader } from "../../src/import/delimited"

export type Labelled = { text: string; label: string }
export type LabelledSet = { train: Labelled[]; test: Labelled[] }

function fileText(path: string, owner: string): string {
  const file = resolve(process.env.PORTSIDE_DATA ?? "../shared/datasets", path)
  if (!existsSync(file)) {
    throw new MissingData(`${file} is missing: set PORTSIDE_DATA, or get it from ${owner}`)
  }
  const bytes = readFileSync(file)
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
}

function records(text: string, delimiter: "," | "\t"): string[][] {
  const reader = new DelimitedReader({ delimiter, quoted: delimiter === "," })
  return [...reader.push(text), ...reader.end()].map(({ cells }) => cells)
}

const textNames = /^(text|utterance|sentence|message|query)$/i
const labelNames = /^(label|category|intent|class)$/i

/**
 * A CSV or TSV file with a text and a label column: by the names in its header, else the first and the second.
 * @throws MissingData
 */
export function labelledFile(path: string): Labelled[] {
  const rows = records(fileText(resolve(path), "its owner"), /\.tsv/.test(path) ? "\t" : ",")
  const header = rows[0] ?? []
  const [text, label] = [textNames, labelNames].map((names) =>
    header.findIndex((name) => names.test(name.trim()))
  )
  const named = text !== undefined && label !== undefined && text >= 0 && label >= 0
  const [textAt, labelAt] = named ? [text, label] : [0, 1]
  return rows.slice(named ? 1 : 0).flatMap((cells) => {
    const row = { text: cells[textAt] ?? "", label: cells[labelAt] ?? "" }
    return row.text && row.label ? [row] : []
  })
}

const banking = "https://github.com/PolyAI-LDN/task-specific-datasets (CC BY 4.0)"

/** Banking77, the owner's split (Casanueva et al. 2020). */
export function banking77(): LabelledSet {
  const read = (name: string) =>
    records(fileText(`banking77/${name}.csv`, banking), ",")
      .slice(1)
      .flatMap(([text, label]) => (text && label ? [{ text, label }] : []))
  return { train: read("train"), test: read("test") }
}

const clinc = "https://github.com/clinc/oos-eval (CC BY 3.0)"
type ClincFile = Record<"train" | "val" | "test" | "oos_test" | "oos_val", [string, string][]>

/** CLINC150, the owner's split; `outside` are test texts of no intent (Larson et al. 2019). */
export function clinc150(): LabelledSet & { validation: Labelled[]; outside: string[] } {
  const file = JSON.parse(fileText("clinc150/data_full.json", clinc)) as ClincFile
  const toLabelled = (rows: [string, string][]) => rows.map(([text, label]) => ({ text, label }))
  return {
    train: toLabelled(file.train),
    validation: toLabelled(file.val),
    test: toLabelled(file.test),
    outside: file.oos_test.map(([text]) => text)
  }
}

const bitextOwner = "https://huggingface.co/bitext (CDLA-Sharing 1.0)"

/** Utterances of customers in customer support, made from templates by their owner. */
export const bitext = (): Labelled[] =>
  records(fileText("bitext/raw_data.csv", bitextOwner), ",")
    .slice(1)
    .flatMap(([text, label]) => (text && label ? [{ text, label }] : []))

const multidogoOwner = "https://github.com/awslabs/multi-domain-goal-oriented-dialogues-dataset"

/** Customer sentences of one domain of MultiDoGO with their intent (Peskov et al. 2019). */
export const multidogo = (domain: string): Labelled[] =>
  records(fileText(`multidogo/${domain}/train.tsv.gz`, multidogoOwner), "\t")
    .slice(1)
    .flatMap((cells) => (cells[4] && cells[6] ? [{ text: cells[4], label: cells[6] }] : []))
