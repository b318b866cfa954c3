/** User Timing, for the benches: how long the model took for how many orders. */
export async function timed<T>(name: string, orders: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  performance.measure(`portside:${name}`, { start, detail: { orders } })
  return result
}
