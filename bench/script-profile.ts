import type { CDPSession } from "playwright-core"

type Profile = {
  nodes: { id: number; callFrame: { url: string }; children?: number[] }[]
  samples?: number[]
  timeDeltas?: number[]
}

/** Milliseconds of a CPU profile in functions of scripts under `prefix` and in whatever these called. */
function timeUnder(prefix: string, { nodes, samples = [], timeDeltas = [] }: Profile): number {
  const ours = new Set<number>()
  const children = new Map(nodes.map((node) => [node.id, node.children ?? []]))
  const take = (id: number) => {
    ours.add(id)
    for (const child of children.get(id) ?? []) take(child)
  }
  for (const { id, callFrame } of nodes) if (callFrame.url.startsWith(prefix)) take(id)
  // a delta is the time since the sample before it, so a sample lasts until the next one's delta has passed
  const micros = samples.map((id, i) => (ours.has(id) ? (timeDeltas[i + 1] ?? 0) : 0))
  return micros.reduce((sum, one) => sum + one, 0) / 1_000
}

/** Profiles a page while `work` runs: the time that scripts under `prefix` took, layouts that they forced included. */
export async function scriptingTime(
  devtools: CDPSession,
  prefix: string,
  work: () => Promise<void>
): Promise<number> {
  await devtools.send("Profiler.enable")
  await devtools.send("Profiler.start")
  await work()
  const { profile } = await devtools.send("Profiler.stop")
  return timeUnder(prefix, profile)
}
