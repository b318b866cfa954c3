/**
 * A matrix of which each step touches few rows: gradients are summed per row, and a row's rate falls with the squares
 * of its past gradients (Adagrad, Duchi et al. 2011, one number a row as in Mudigere et al. 2022).
 */
export class RowAdagrad {
  private readonly gradients: Float32Array
  private readonly squares: Float32Array
  private readonly touched: Uint32Array
  private readonly stamps: Uint32Array
  private count = 0
  private stamp = 1

  constructor(
    private readonly matrix: Float32Array,
    private readonly columns: number
  ) {
    const rows = matrix.length / columns
    this.gradients = new Float32Array(matrix.length)
    this.squares = new Float32Array(rows)
    this.touched = new Uint32Array(rows)
    this.stamps = new Uint32Array(rows)
  }

  /** Adds `scale` · `gradient` (length `columns`) to a row's gradient. */
  add(row: number, scale: number, gradient: Float32Array): void {
    if (this.stamps[row] !== this.stamp) {
      this.stamps[row] = this.stamp
      this.touched[this.count++] = row
    }
    const { gradients, columns } = this
    const start = row * columns
    for (let k = 0; k < columns; k++) {
      gradients[start + k] = (gradients[start + k] as number) + scale * (gradient[k] as number)
    }
  }

  step(rate: number): void {
    const { gradients, matrix, squares, columns } = this
    for (let t = 0; t < this.count; t++) {
      const row = this.touched[t] as number
      const start = row * columns
      let sum = 0
      for (let k = 0; k < columns; k++) sum += (gradients[start + k] as number) ** 2
      const total = (squares[row] as number) + sum / columns
      squares[row] = total
      const factor = rate / (Math.sqrt(total) + 1e-8)
      for (let k = 0; k < columns; k++) {
        matrix[start + k] =
          (matrix[start + k] as number) - factor * (gradients[start + k] as number)
        gradients[start + k] = 0
      }
    }
    this.count = 0
    this.stamp++
  }
}
