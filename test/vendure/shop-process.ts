import { spawn } from "node:child_process"
import { createServer } from "node:net"
import { join } from "node:path"
import { createInterface } from "node:readline"

export const login = { username: "seller", password: "harbour-4711" }

export type Shop = {
  origin: string
  /** Codes of the orders that were planted as wrong. */
  wrong: string[]
  close(): void
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer()
    server.on("error", failed)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => found(typeof address === "object" && address ? address.port : 0))
    })
  })
}

/** Starts the installed shop, empty, and waits until it is filled. @throws Error with what it printed */
export async function startShop(folder: string): Promise<Shop> {
  const port = await freePort()
  // not through tsx's own command: a kill would end that and leave the shop behind it running
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), join(folder, "shop.ts")],
    {
      cwd: folder,
      env: {
        ...process.env,
        PORT: String(port),
        SHOP_USER: login.username,
        SHOP_PASSWORD: login.password,
        VENDURE_DISABLE_TELEMETRY: "true"
      },
      stdio: ["ignore", "pipe", "pipe"]
    }
  )
  const close = () => child.kill("SIGKILL")
  process.once("exit", close)
  let said = ""
  child.stderr.on("data", (part) => {
    said = (said + part).slice(-4_000)
  })
  const wrong = await new Promise<string[]>((filled, failed) => {
    const giveUp = setTimeout(() => failed(new Error(`the shop did not start:\n${said}`)), 300_000)
    child.on("close", () => failed(new Error(`the shop stopped:\n${said}`)))
    createInterface(child.stdout).on("line", (line) => {
      if (!line.startsWith('{"wrong"')) {
        said = `${said}${line}\n`.slice(-4_000)
        return
      }
      clearTimeout(giveUp)
      filled((JSON.parse(line) as { wrong: string[] }).wrong)
    })
  })
  return { origin: `http://127.0.0.1:${port}`, wrong, close }
}

export type TrueOrder = {
  code: string
  state: string
  totalWithTax: number
  currencyCode: string
  updatedAt: string
  customer: { id: string; firstName: string; lastName: string; emailAddress: string }
}

async function ask<T>(origin: string, token: string | null, query: string): Promise<[T, Headers]> {
  const response = await fetch(`${origin}/admin-api`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` })
    },
    body: JSON.stringify({ query })
  })
  const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] }
  if (errors) throw new Error(errors.map(({ message }) => message).join("; "))
  return [data, response.headers]
}

/** Every order as Vendure's own API tells it: what the dashboard must show and Portside must have read. */
export async function trueOrders(origin: string): Promise<TrueOrder[]> {
  const [, headers] = await ask(
    origin,
    null,
    `mutation { login(username: "${login.username}", password: "${login.password}") { __typename } }`
  )
  const token = headers.get("vendure-auth-token")
  const orders: TrueOrder[] = []
  for (;;) {
    const [{ orders: page }] = await ask<{ orders: { items: TrueOrder[]; totalItems: number } }>(
      origin,
      token,
      `{ orders(options: { take: 100, skip: ${orders.length}, sort: { updatedAt: DESC } }) { totalItems items {
        code state totalWithTax currencyCode updatedAt customer { id firstName lastName emailAddress } } } }`
    )
    orders.push(...page.items)
    if (orders.length >= page.totalItems || page.items.length === 0) return orders
  }
}
