import type { Conventions, Question } from "./conventions"
import type { Columns } from "./fields"
import type { Format } from "./format"
import type { Header } from "./recognise"
import type { SampleRow } from "./sample"

/** How the rows of one table become records. */
export type Plan = {
  /** "mapped" where the seller said what the columns mean. */
  format: Pick<
    Format,
    | "id"
    | "marketplace"
    | "kind"
    | "notData"
    | "continues"
    | "summaryGives"
    | "statuses"
    | "statusOf"
  >
  header: Header
  columns: Columns
  conventions: Conventions
  /** False for a workbook, whose rows end at their last filled cell. */
  fullRows: boolean
}

/** What a table is, before anything of it is stored. */
export type Inspection = {
  table: string
  plan: Plan
  /** False: the plan's columns are a proposal that the seller confirms or changes. */
  recognised: boolean
  /** Rows after the header, empty ones left out. */
  rows: number
  sample: string[][]
  /** The first rows by the plan as it stands. */
  parsed: SampleRow[]
  questions: Question[]
}
