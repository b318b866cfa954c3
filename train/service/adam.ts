/** Adam (Kingma and Ba 2015) over one dense array; add to `gradients`, then `step`. */
export class Adam {
  readonly gradients: Float32Array
  private readonly means: Float32Array
  private readonly squares: Float32Array
  private steps = 0

  constructor(private readonly weights: Float32Array) {
    this.gradients = new Float32Array(weights.length)
    this.means = new Float32Array(weights.length)
    this.squares = new Float32Array(weights.length)
  }

  step(rate: number): void {
    this.steps++
    const { weights, gradients, means, squares } = this
    const meanScale = 1 / (1 - 0.9 ** this.steps)
    const squareScale = 1 / (1 - 0.999 ** this.steps)
    for (let i = 0; i < weights.length; i++) {
      const gradient = gradients[i] as number
      const mean = 0.9 * (means[i] as number) + 0.1 * gradient
      const square = 0.999 * (squares[i] as number) + 0.001 * gradient * gradient
      means[i] = mean
      squares[i] = square
      weights[i] =
        (weights[i] as number) -
        (rate * mean * meanScale) / (Math.sqrt(square * squareScale) + 1e-8)
      gradients[i] = 0
    }
  }
}
