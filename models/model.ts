/**
 * The contract every model keeps; `test/contract/models.test.ts` proves it for each line of `models/index.ts`.
 * Input arrays are checked finite before a tensor is made (a NaN that reaches a GPU may come back as a number).
 */
export interface Model<Input, Output> {
  readonly id: string
  /** "<id>@<semver>+<first 8 hex of the weights' SHA-256>" */
  readonly version: string
  /** One output for each input, in order. Throws `RangeError` on a non-finite input. */
  predict(batch: Input[]): Promise<Output[]>
  dispose(): void
}

/** One array of `weights.bin`; `offset` in bytes, aligned to the type. An int8 matrix has one scale a row. */
export type WeightSpec = {
  name: string
  shape: [number, number] | [number]
  dtype: "int8" | "uint16" | "float32"
  offset: number
}

/** `model.json` beside the weights. */
export type ModelManifest = {
  id: string
  version: string
  weights: { bytes: number; sha256: string; arrays: WeightSpec[] }
  /** Run after every load on every backend: |output − expected| ≤ tolerance. */
  knownAnswer: { input: number[][]; expected: number[][]; tolerance: number }
}

/** Where the two files come from: `fetch` of a packaged url in the worker, a folder in Node. */
export type ModelFiles = { manifest: ModelManifest; weights: ArrayBuffer }

/** The files do not fit together or do not compute what they must: the model is refused. */
export class ModelDamaged extends Error {
  override name = "ModelDamaged"
}
