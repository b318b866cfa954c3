import "@tensorflow/tfjs-backend-cpu"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as tf from "@tensorflow/tfjs-core"
import { beforeAll, describe, expect, it } from "vitest"
import { models } from "../../models"
import { ModelDamaged, type ModelFiles, type ModelManifest } from "../../models/model"

beforeAll(() => tf.setBackend("cpu"))

function shipped(name: string): ModelFiles {
  const folder = join(import.meta.dirname, "../../models", name)
  const manifest = JSON.parse(readFileSync(join(folder, "model.json"), "utf8")) as ModelManifest
  return { manifest, weights: new Uint8Array(readFileSync(join(folder, "weights.bin"))).buffer }
}

function withWeights(files: ModelFiles, change: (bytes: Uint8Array) => Uint8Array): ModelFiles {
  return {
    ...files,
    weights: new Uint8Array(change(new Uint8Array(files.weights.slice(0)))).buffer
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}

/** What disks, builds and hands do to weights (RELIABILITY M19: tfjs itself loads most of these). */
const damages: [string, (files: ModelFiles) => ModelFiles][] = [
  ["one flipped bit", (f) => withWeights(f, (b) => b.with(7, (b[7] ?? 0) ^ 1))],
  ["a NaN", (f) => withWeights(f, (b) => joined(Uint8Array.of(0, 0, 0xc0, 0x7f), b.slice(4)))],
  ["four bytes more", (f) => withWeights(f, (b) => joined(b, new Uint8Array(4)))],
  ["four bytes fewer", (f) => withWeights(f, (b) => b.slice(0, -4))],
  ["half of it", (f) => withWeights(f, (b) => b.slice(0, b.length >> 1))],
  ["zeros", (f) => withWeights(f, (b) => b.fill(0))],
  ["nothing", (f) => withWeights(f, () => new Uint8Array())]
]

describe.each(Object.entries(models))("%s", (name, model) => {
  it("loads as shipped, answers its known answer and names its weights in the version", async () => {
    const files = shipped(name)
    const loaded = await model.load(files)
    expect(loaded.id).toBe(name)
    expect(loaded.version).toBe(
      `${name}@${files.manifest.version}+${files.manifest.weights.sha256.slice(0, 8)}`
    )
    loaded.dispose()
  })

  it.each(damages)("refuses %s", async (_, damage) => {
    const tensors = tf.memory().numTensors
    await expect(model.load(damage(shipped(name)))).rejects.toThrow(ModelDamaged)
    expect(tf.memory().numTensors).toBe(tensors)
  })

  it("refuses a wrong known answer and keeps no tensor", async () => {
    const files = shipped(name)
    const tensors = tf.memory().numTensors
    const expected = files.manifest.knownAnswer.expected.map((row) => row.map((v) => v + 0.01))
    const manifest = { ...files.manifest, knownAnswer: { ...files.manifest.knownAnswer, expected } }
    await expect(model.load({ ...files, manifest })).rejects.toThrow(ModelDamaged)
    expect(tf.memory().numTensors).toBe(tensors)
  })

  it("gives every tensor back", async () => {
    const tensors = tf.memory().numTensors
    const loaded = await model.load(shipped(name))
    loaded.dispose()
    expect(tf.memory().numTensors).toBe(tensors)
  })
})
