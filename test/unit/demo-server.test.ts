import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Demo, startDemo } from "../../demo/server"
import { generateShop } from "../../demo/shop"
import { anomalyKinds, truthOf } from "../../demo/truth"

const shop = generateShop({ orders: 1_200, messages: 60 })
let demo: Demo

beforeAll(async () => {
  demo = await startDemo({ shop })
})
afterAll(() => demo.close())

const at = (path: string) => fetch(`${demo.origin}/portside-demo/${path}`)
const text = async (path: string) => (await at(path)).text()
type Page = { total: number; page: number; perPage: number; rows: Record<string, unknown>[] }
const api = async (path: string): Promise<Page> => (await at(`api/${path}`)).json()

describe("the demo server", () => {
  it("pages through every order once, newest first", async () => {
    const pages = await Promise.all([1, 2, 3].map((n) => api(`orders?perPage=500&page=${n}`)))
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(ids).toEqual(shop.orders.map(({ id }) => id).toReversed())
    expect(pages.map(({ total }) => total)).toEqual([1_200, 1_200, 1_200])
  })

  it("filters by status, country and text together", async () => {
    const { total, rows } = await api("orders?status=delivered&country=DE&perPage=500")
    const fits = shop.orders.filter((o) => o.status === "delivered" && o.shipCountry === "DE")
    expect(total).toBe(fits.length)
    expect(rows.map(({ id }) => id)).toEqual(fits.map(({ id }) => id).toReversed())
    const one = shop.orders[700]
    expect((await api(`orders?search=${one?.id}`)).rows).toHaveLength(1)
    const theirs = shop.orders.filter(({ buyer }) => buyer.id === one?.buyer.id)
    expect((await api(`orders?search=${one?.buyer.id}`)).total).toBe(theirs.length)
    expect((await api("orders?search=nobody-at-all")).total).toBe(0)
  })

  it.each(["perPage=0", "perPage=-5", "perPage=x&page=x", "page=-1", "perPage=2.5"])(
    "survives ?%s",
    async (query) => {
      const { rows, page } = await api(`orders?${query}`)
      expect(rows.length).toBeGreaterThan(0)
      expect(page).toBe(1)
    }
  )

  it("shows on the order's page what the anomalies are made of", async () => {
    const order = shop.orders[400]
    expect(await (await at(`api/orders/${order?.id}`)).json()).toMatchObject({
      totalMinor: order?.totalMinor,
      billCountry: order?.billCountry,
      shipAddress: order?.shipAddress,
      paymentAttempts: order?.paymentAttempts
    })
  })

  it("answers 404 for what is not there, and stays inside its folder", async () => {
    const missing = ["api/orders/DP-1", "api/none", "listing/none", "none", "html.ts"]
    for (const path of [...missing, "..%2fserver.ts"]) {
      const response = await at(path)
      expect([path, response.status, (await response.text()).includes("import ")]).toEqual([
        path,
        404,
        false
      ])
    }
  })

  it("serves the shell in the language asked for, and every script it names", async () => {
    expect(await text("orders")).toMatch(/<html lang="en-US">.*data-shop="Harbour &amp; Home"/s)
    const shell = await text("orders?locale=ja-JP")
    expect(shell).toContain('<html lang="ja-JP">')
    expect(await text("orders?locale=%22%3E%3Cscript%3E")).toContain('<html lang="en-US">')
    const named = [...shell.matchAll(/(?:href|src)="\/portside-demo\/([a-z]+\.(?:js|css))"/g)]
    expect(named.length).toBeGreaterThan(6)
    for (const [, file] of named) expect((await at(file ?? "")).status).toBe(200)
  })

  it("has a sign-in page, a challenge and a listing with schema.org data", async () => {
    for (const path of ["login", "orders?signedOut=1"]) {
      expect(await text(path)).toContain('type="password"')
    }
    for (const path of ["challenge", "orders?challenge=1"]) {
      expect(await text(path)).toContain("Verify you are human")
    }
    const [product] = shop.products
    const listing = await text(`listing/${product?.sku}`)
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(listing)?.[1] ?? "{}"
    expect(JSON.parse(json)).toMatchObject({ "@type": "Product", sku: product?.sku })
  })

  it("takes the time that it is told to take", async () => {
    const slow = await startDemo({ shop, latencyMs: 80 })
    const before = performance.now()
    await (await fetch(`${slow.origin}/portside-demo/api/orders`)).text()
    await slow.close()
    expect(performance.now() - before).toBeGreaterThan(75)
  })

  it("says of no order that it was planted", async () => {
    const planted = [...truthOf(shop).keys()]
    expect(planted.length).toBeGreaterThan(5)
    const files = ["app", "api", "lists", "orders", "render", "words"].map((name) => `${name}.js`)
    const lists = ["orders?perPage=500", "orders?perPage=500&page=2", "orders?perPage=500&page=3"]
    const paths = [
      ...["orders", "products", "messages", "login", "challenge", "app.css", ...files],
      ...[...lists, "products?perPage=500", "messages?perPage=500"].map((path) => `api/${path}`),
      ...planted.flatMap((id) => [`orders/${id}`, `api/orders/${id}`])
    ]
    const sent = (await Promise.all(paths.map(text))).join("\n")
    for (const kind of anomalyKinds) expect(sent).not.toContain(kind)
    expect(sent).not.toMatch(/anomal|planted|truth/i)
    const [odd] = planted
    const plain = shop.orders.find(
      ({ id, status }) => !planted.includes(id) && status === "delivered"
    )
    const keysOf = async (id = "") => Object.keys(await (await at(`api/orders/${id}`)).json())
    expect(await keysOf(odd)).toEqual(await keysOf(plain?.id))
  })
})
