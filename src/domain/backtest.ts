import type { demandClassNames } from "./forecast"

/** How one forecaster did on past windows. */
export type ForecastScore = { rmsse: number; wql: number; bias: number }

export type ClassReport = {
  class: (typeof demandClassNames)[number] | "all"
  /** Items and windows that it rests on. */
  items: number
  windows: number
  ours: ForecastScore & { coverage80: number; coverage95: number }
  naive: ForecastScore
  ets: ForecastScore
}

/** Forecasts of the seller's own past, made as if the later days were not known. */
export type BacktestReport = {
  id: "demand"
  at: number
  modelVersion: string
  horizonDays: number
  /** Items whose history was too short to test. */
  tooShort: number
  classes: ClassReport[]
}
