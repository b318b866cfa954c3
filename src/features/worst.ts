/** The one that stands out most; undefined of none. */
export const worst = <T>(all: readonly T[], by: (one: T) => number): T | undefined =>
  all.reduce<T | undefined>(
    (best, one) => (best === undefined || by(one) > by(best) ? one : best),
    undefined
  )
