import type { Encoder } from "./encode"
import { IntentNet } from "./intent-net"
import { Vocabulary } from "./vocabulary"

/** An array of a decoded file by its name. */
type Arrays = (name: string) => Float32Array

/** What texts are read by, out of a decoded file. */
export const encoderOf = (array: Arrays): Encoder => ({
  vocabulary: new Vocabulary(Uint16Array.from(array("vocabulary"))),
  idf: array("idf")
})

/** The net out of a decoded file; shapes follow from the lengths. */
export function netOf(array: Arrays): IntentNet {
  const [embedding, wide, direct] = [array("embedding"), array("wide"), array("direct")]
  const [w1, b1, w2, b2] = [array("w1"), array("b1"), array("w2"), array("b2")]
  const [rows, outputs] = [array("idf").length, b2.length]
  const shape = {
    rows,
    dim: embedding.length / rows,
    hidden: b1.length,
    outputs,
    wide: wide.length === rows * outputs
  }
  return new IntentNet(shape, { embedding, wide, direct, w1, b1, w2, b2 })
}
