import { adida } from "./adida"
import { crostonSba } from "./croston-sba"
import { dampedHolt } from "./damped-holt"
import { ets } from "./ets"
import type { Forecaster } from "./forecaster"
import { imapa } from "./imapa"
import { levelShape } from "./level-shape"
import { movingAverage } from "./moving-average"
import { naive } from "./naive"
import { seasonalNaive } from "./seasonal-naive"
import { ses } from "./ses"
import { theta } from "./theta"
import { tsb } from "./tsb"

/** The pool, in the order of the network's weights: a new member needs a new training. */
export const pool = {
  naive,
  "seasonal-naive": seasonalNaive,
  "moving-average": movingAverage,
  ses,
  "damped-holt": dampedHolt,
  theta,
  ets,
  "croston-sba": crostonSba,
  tsb,
  adida,
  imapa,
  "level-shape": levelShape
} as const satisfies Record<string, Forecaster>

export type PoolMember = keyof typeof pool
export const poolMembers = Object.keys(pool) as PoolMember[]
