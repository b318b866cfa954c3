/** The package ships no types. */
declare module "ml-isolation-forest" {
  export class IsolationForest {
    constructor(options: { nEstimators: number })
    train(rows: number[][]): void
    predict(rows: number[][]): number[]
  }
}
