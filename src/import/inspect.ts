import { DecimalEvidence } from "./amounts"
import type { Conventions, Question } from "./conventions"
import { DateEvidence } from "./dates"
import { isBlank, type Row } from "./delimited"
import type { Columns, Field } from "./fields"
import { FileRefused, importLimits } from "./limits"
import type { Inspection, Plan } from "./plan"
import { type Proposal, proposeMapping } from "./propose"
import { headerWithin, recognise } from "./recognise"
import { readSample } from "./sample"
import { OtherEncoding, type Table } from "./table"

const dateFields: Field[] = ["at", "updatedAt"]
const moneyFields: Field[] = ["unitPrice", "linePrice", "price", "amount"]
const sampleRows = 5

const columnsFor = (columns: Columns, fields: Field[]) =>
  fields.flatMap((field) => columns[field] ?? [])

/** Adds each text once: a file of a million rows has some thousand different days and prices. */
function onceEach(add: (text: string) => void): (text: string) => void {
  const seen = new Set<string>()
  return (text) => {
    if (seen.has(text)) return
    if (seen.size < 50_000) seen.add(text)
    add(text)
  }
}

/** Decides the conventions of a table from all of its rows; what they leave open becomes a question. */
class Evidence {
  private readonly dates = new DateEvidence()
  private readonly decimals = new DecimalEvidence()
  private readonly addDate = onceEach((text) => this.dates.add(text))
  private readonly addAmount = onceEach((text) => this.decimals.add(text))
  private bareAmounts = 0
  private readonly dateColumns: number[]
  private readonly moneyColumns: number[]
  private readonly currencyColumns: number[]

  constructor(private readonly plan: Base) {
    this.dateColumns = columnsFor(plan.columns, dateFields)
    this.moneyColumns = columnsFor(plan.columns, moneyFields)
    this.currencyColumns = columnsFor(plan.columns, ["currency"])
  }

  add(cells: string[]): void {
    for (const column of this.dateColumns) {
      const text = cells[column] ?? ""
      // the year comes first: nothing to decide
      if (!/^\d{4}-\d\d-\d\d/.test(text)) this.addDate(text.trim())
    }
    // a row that continues another has its currency there
    const continuing = this.plan.format.continues?.includes("currency")
    const named = continuing || this.currencyColumns.some((column) => cells[column])
    for (const column of this.moneyColumns) {
      const text = cells[column]?.trim() ?? ""
      if (text === "") continue
      if (/^\d+\.\d\d?$/.test(text)) this.decimals.sawPoint()
      else this.addAmount(text)
      const currency = named || this.plan.header.currencies[column] || /[^\d.,'’\s()+-]/.test(text)
      if (!currency) this.bareAmounts++
    }
  }

  conclude(fixed: Partial<Conventions>, zone: string): [Conventions, Question[]] {
    const dateOrder = fixed.dateOrder ?? this.dates.dateOrder
    const decimal = fixed.decimal ?? this.decimals.decimal
    const questions: Question[] = []
    if (dateOrder === "undecidable") questions.push("dateOrder")
    if (decimal === "undecidable") questions.push("decimal")
    if (this.bareAmounts > 0 && !fixed.currency) questions.push("currency")
    const conventions: Conventions = {
      dateOrder: dateOrder === "undecidable" ? undefined : dateOrder,
      decimal: decimal === "undecidable" ? undefined : decimal,
      language: fixed.language ?? this.dates.language,
      currency: fixed.currency,
      zone: fixed.zone ?? zone
    }
    return [conventions, questions]
  }
}

export type Mapping = Pick<Proposal, "kind" | "marketplace" | "columns">

export type InspectOptions = {
  /** The shop's zone, for times without an offset. */
  zone: string
  /** What the seller said before of the columns of a table with this header. */
  mappingFor?: (titles: string[]) => Promise<Mapping | undefined>
  /** Rows read so far, for a progress bar. */
  onRows?: (rows: number) => void
  signal?: AbortSignal
}

type Base = Omit<Plan, "conventions">

const mapped = (base: Base, { kind, marketplace, columns }: Mapping): Base => ({
  ...base,
  format: { id: "mapped", marketplace, kind },
  columns
})

/** Rows among which a header is looked for, and by whose cells columns of an unknown table are understood. */
const headRows = headerWithin * 2

function basePlan(
  table: Table,
  first: Row[]
): { base: Base; recognised: boolean; fixed: Partial<Conventions> } {
  const fullRows = table.text !== undefined
  const known = recognise(first)
  if (known) {
    const { format, header, columns } = known
    return {
      base: { format, header, columns, fullRows },
      recognised: true,
      fixed: format.fixed ?? {}
    }
  }
  const proposed = proposeMapping(first)
  if (!proposed) throw new FileRefused("no-header")
  const { kind, columns, marketplace, header } = proposed
  const format = { id: "mapped", marketplace, kind }
  return { base: { format, header, columns, fullRows }, recognised: false, fixed: {} }
}

/** The plan of a table whose conventions, and columns where its format is not known, the seller has confirmed. */
export async function planOf(
  table: Table,
  conventions: Conventions,
  mapping?: Mapping
): Promise<Plan> {
  const first: Row[] = []
  for await (const rows of table.rows()) {
    first.push(...rows)
    if (first.length >= headRows) break
  }
  const { base } = basePlan(table, first.slice(0, headRows))
  return { ...(mapping ? mapped(base, mapping) : base), conventions }
}

/**
 * Looks at every row of a table before anything is stored: which format it is, how it writes dates and amounts, and
 * what the seller has to say.
 * @throws FileRefused for a table without a header or with too many rows
 */
export async function inspect(table: Table, options: InspectOptions): Promise<Inspection> {
  try {
    return await look(table, options)
  } catch (error) {
    if (!(error instanceof OtherEncoding)) throw error
    return look(table, options)
  }
}

async function look(table: Table, options: InspectOptions): Promise<Inspection> {
  const first: Row[] = []
  let evidence: Evidence | null = null
  let base: Base | null = null
  let recognised = false
  let fixed: Partial<Conventions> = {}
  let rows = 0
  const sample: string[][] = []

  function count(row: Row): void {
    if (!base || row.line <= base.header.line || isBlank(row.cells)) return
    rows++
    if (rows > importLimits.rows) throw new FileRefused("too-many-rows", row.line)
    if (sample.length < sampleRows) sample.push(row.cells.map((cell) => cell.slice(0, 200)))
    evidence?.add(row.cells)
  }

  async function decide(): Promise<void> {
    const decided = basePlan(table, first)
    recognised = decided.recognised
    fixed = decided.fixed
    base = decided.base
    const mapping = recognised ? undefined : await options.mappingFor?.(base.header.titles)
    if (mapping) base = mapped(base, mapping)
    evidence = new Evidence(base)
    for (const row of first) count(row)
  }

  for await (const batch of table.rows()) {
    options.signal?.throwIfAborted()
    for (const row of batch) {
      if (base) count(row)
      else if (first.push(row) >= headRows) await decide()
    }
    options.onRows?.(rows)
  }
  if (!base) await decide()
  const decided = base as Base | null
  const found = evidence as Evidence | null
  if (!decided || !found) throw new FileRefused("no-header")
  const [conventions, questions] = found.conclude(fixed, options.zone)
  const plan = { ...decided, conventions }
  return {
    table: table.name,
    plan,
    recognised,
    rows,
    sample,
    parsed: readSample(plan, first),
    questions
  }
}
