/** A row-major matrix of `rows` rows with rows and columns exchanged. */
export function transposed(matrix: Float32Array, rows: number): Float32Array {
  const columns = matrix.length / rows
  return Float32Array.from(matrix, (_, at) => {
    const [row, column] = [at % rows, Math.floor(at / rows)]
    return matrix[row * columns + column] as number
  })
}
