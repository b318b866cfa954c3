import { crc32, deflateRawSync } from "node:zlib"
import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import { emptyReport } from "../../../src/domain/imported"
import { inspect } from "../../../src/import/inspect"
import { FileRefused } from "../../../src/import/limits"
import { readRecords } from "../../../src/import/read"
import { tablesOf } from "../../../src/import/table"

// a busy machine may take its time
vi.setConfig({ testTimeout: 60_000 })

type Entry = { name: string; data: Buffer; method?: number; flags?: number; claims?: number }

/** A zip as an attacker may write it: flags and sizes are what the entry claims, not what is true. */
function zip(entries: Entry[], count = entries.length): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, data, method = 8, flags = 0, claims } of entries) {
    const packed = method === 8 ? deflateRawSync(data) : data
    const title = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(method, 8)
    head.writeUInt32LE(crc32(data), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(claims ?? data.length, 22)
    head.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claims ?? data.length, 24)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(head, title, packed)
    central.push(entry, title)
    at += head.length + title.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

async function readAll(bytes: Buffer | Blob, name = "file.csv") {
  const file = bytes instanceof Blob ? bytes : new Blob([new Uint8Array(bytes)])
  let rows = 0
  for (const table of await tablesOf(file, name)) {
    const inspection = await inspect(table, { zone: "UTC" })
    const report = emptyReport()
    for await (const records of readRecords(table, inspection.plan, report)) rows += records.length
    expect(report.rowsIn).toBe(report.stored + report.reported)
  }
  return rows
}

const refusal = (bytes: Buffer | Blob, name?: string) =>
  readAll(bytes, name).then(
    () => "read",
    (error: unknown) => (error instanceof FileRefused ? error.code : error)
  )

const orders = "order id,order date,sku,quantity\n1,2026-01-02,A,1\n"

describe("hostile files are refused, quickly and by name", () => {
  it.each<[string, () => Buffer | Blob, string]>([
    ["an empty file", () => Buffer.alloc(0), "empty"],
    ["blank lines only", () => Buffer.from("\n\n\n"), "no-header"],
    ["binary data", () => Buffer.from(`a,b,c\n1,\0,3\n`), "not-a-table"],
    ["a million columns", () => Buffer.from(`${"a,".repeat(1_000_000)}\n`), "too-many-columns"],
    ["a line of 100 MB", () => new Blob(Array(100).fill("x".repeat(1_000_000))), "record-too-long"],
    [
      "a quote that is never closed",
      () =>
        new Blob([
          orders,
          '2,"',
          ..."x"
            .repeat(3)
            .split("")
            .map(() => "y".repeat(500_000))
        ]),
      "record-too-long"
    ],
    ["an old workbook", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), "old-workbook"],
    [
      "half a zip",
      () => zip([{ name: "a.csv", data: Buffer.from(orders) }]).subarray(0, 60),
      "zip-broken"
    ],
    [
      "an encrypted zip",
      () => zip([{ name: "a.csv", data: Buffer.from(orders), flags: 1 }]),
      "zip-encrypted"
    ],
    [
      "a zip of 10,000 entries",
      () => zip([{ name: "a.csv", data: Buffer.from(orders) }], 10_000),
      "zip-too-many"
    ],
    [
      "a zip with nothing to read",
      () => zip([{ name: "a.exe", data: Buffer.from("x") }]),
      "zip-no-table"
    ],
    [
      "a zip whose directory lies about its length",
      () => zip([{ name: "a.csv", data: Buffer.from(orders) }], 3),
      "zip-broken"
    ],
    [
      "a workbook without sheets' list",
      () => zip([{ name: "xl/workbook.xml", data: Buffer.from("<workbook/>") }]),
      "workbook-broken"
    ],
    [
      "a workbook with a cell in column 300,000",
      () =>
        zip([
          {
            name: "xl/workbook.xml",
            data: Buffer.from(`<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`)
          },
          {
            name: "xl/_rels/workbook.xml.rels",
            data: Buffer.from(
              `<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>`
            )
          },
          {
            name: "xl/s.xml",
            data: Buffer.from(`<worksheet><row r="1"><c r="ZZZZ1"><v>1</v></c></row></worksheet>`)
          }
        ]),
      "too-many-columns"
    ]
  ])("%s", async (_, make, code) => {
    const bytes = make()
    const start = performance.now()
    expect(await refusal(bytes)).toBe(code)
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it("a bomb that claims to be small is stopped by what is counted", async () => {
    // 300 MB of one line in a zip of 300 kB
    const bomb = zip([{ name: "a.csv", data: Buffer.alloc(300_000_000, "1,"), claims: 100 }])
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refusal(bomb)).toBe("too-many-columns")
  })

  it("names with ../ are names only", async () => {
    expect(await readAll(zip([{ name: "../../etc/a.csv", data: Buffer.from(orders) }]))).toBe(1)
  })

  it("headers named like what objects inherit do no harm", async () => {
    const text = "__proto__,constructor,order id,order date,quantity\nx,y,1,2026-01-02,1\n"
    expect(await readAll(Buffer.from(text))).toBe(1)
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

describe("any bytes", () => {
  const pieces = fc.constantFrom(
    "order id,order date,sku,quantity\n",
    "1,2026-01-02,A,1\n",
    "1,32.13.2026,A,x\n",
    '"open,',
    "\r",
    "\u0000",
    ";;;\n",
    "\uFEFF",
    "١٢٣,２０２６,汉\n",
    "=cmd()\t\t\n"
  )

  it("are read with every row accounted for, or refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), async (parts) => {
        const code = await refusal(Buffer.from(parts.join("")))
        expect(typeof code).toBe("string")
      }),
      { numRuns: 400 }
    )
  })

  it("in a damaged workbook are read or refused", async () => {
    const whole = zip([
      {
        name: "xl/workbook.xml",
        data: Buffer.from(`<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`)
      },
      {
        name: "xl/_rels/workbook.xml.rels",
        data: Buffer.from(`<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>`)
      },
      {
        name: "xl/s.xml",
        data: Buffer.from(
          `<worksheet><row r="1"><c t="inlineStr"><is><t>order id</t></is></c><c t="inlineStr"><is><t>order date</t></is></c></row><row><c><v>1</v></c><c t="d"><v>2026-01-02</v></c></row></worksheet>`
        )
      }
    ])
    expect(await readAll(whole, "a.xlsx")).toBe(1)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = Buffer.from(whole)
        damaged[at] = byte
        expect(typeof (await refusal(damaged, "a.xlsx"))).toBe("string")
      }),
      { numRuns: 400 }
    )
  })
})
