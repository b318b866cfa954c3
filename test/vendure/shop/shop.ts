import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { INestApplication } from "@nestjs/common"
import {
  bootstrap,
  type Customer,
  CustomerService,
  type ID,
  LanguageCode,
  Order,
  OrderService,
  ProductVariantService,
  type RequestContext,
  RequestContextService,
  TransactionalConnection
} from "@vendure/core"
import { importProductsFromCsv, populateInitialData } from "@vendure/core/cli"
import { customers, initialData, type PlannedOrder, planOrders, productsCsv } from "./plan"
import { config } from "./vendure-config"

/*
 * Starts Vendure on an empty shop, fills it through Vendure's own services, and prints one line of JSON when the
 * shop can be visited: {"wrong": [codes of the orders that are wrong]}. Lives until it is killed.
 */

type Shop = { app: INestApplication; ctx: RequestContext; variants: Map<string, ID> }

async function populate(app: INestApplication): Promise<Shop> {
  await populateInitialData(app, initialData)
  const folder = mkdtempSync(join(tmpdir(), "portside-vendure-"))
  const csv = join(folder, "products.csv")
  writeFileSync(csv, productsCsv())
  await importProductsFromCsv(app, csv, LanguageCode.en)
  const ctx = await app.get(RequestContextService).create({ apiType: "admin" })
  const { items } = await app.get(ProductVariantService).findAll(ctx, { take: 100 })
  return { app, ctx, variants: new Map(items.map(({ sku, id }) => [sku, id])) }
}

/** Vendure's services return errors as values; here each of them is a mistake of the plan. */
function sure<T>(result: T | { errorCode: string; message: string }): T {
  if (typeof result === "object" && result !== null && "errorCode" in result) {
    throw new Error(`${result.errorCode}: ${result.message}`)
  }
  return result as T
}

async function createCustomers({ app, ctx }: Shop): Promise<Customer[]> {
  const made: Customer[] = []
  for (const { firstName, lastName, emailAddress } of customers) {
    const input = { firstName, lastName, emailAddress }
    made.push(sure(await app.get(CustomerService).create(ctx, input)))
  }
  return made
}

async function placeOrder(shop: Shop, plan: PlannedOrder, customer: Customer): Promise<string> {
  return shop.app
    .get(TransactionalConnection)
    .withTransaction(shop.ctx, (ctx) => placeInside({ ...shop, ctx }, plan, customer))
}

async function placeInside(
  { app, ctx, variants }: Shop,
  plan: PlannedOrder,
  customer: Customer
): Promise<string> {
  const orders = app.get(OrderService)
  const { id } = await orders.create(ctx)
  await orders.addCustomerToOrder(ctx, id, customer)
  for (const { sku, quantity } of plan.items) {
    const variant = variants.get(sku)
    if (variant === undefined) throw new Error(`no variant ${sku}`)
    sure(await orders.addItemToOrder(ctx, id, variant, quantity))
  }
  await orders.setShippingAddress(ctx, id, plan.address)
  await orders.setBillingAddress(ctx, id, plan.address)
  const [method] = await orders.getEligibleShippingMethods(ctx, id)
  if (!method) throw new Error("no shipping method")
  sure(await orders.setShippingMethod(ctx, id, [method.id]))
  sure(await orders.transitionToState(ctx, id, "ArrangingPayment"))
  sure(await orders.addPaymentToOrder(ctx, id, { method: plan.payment, metadata: {} }))
  if (plan.cancelled) sure(await orders.cancelOrder(ctx, { orderId: id, cancelShipping: true }))
  const order = await orders.findOne(ctx, id)
  if (!order) throw new Error(`order ${id} is gone`)
  // a shop of one afternoon would be nothing like a shop: the plan's times are written over Vendure's
  const at = new Date(plan.at).toISOString().replace("T", " ").replace("Z", "")
  await app
    .get(TransactionalConnection)
    .getRepository(ctx, Order)
    .query(
      'UPDATE "order" SET "createdAt" = ?, "updatedAt" = ?, "orderPlacedAt" = ? WHERE "id" = ?',
      [at, at, at, id]
    )
  return order.code
}

async function main() {
  const app = await bootstrap(config)
  const shop = await populate(app)
  const buyers = await createCustomers(shop)
  const wrong: string[] = []
  for (const plan of planOrders(Date.now())) {
    const buyer = buyers[plan.customer]
    if (!buyer) throw new Error(`no customer ${plan.customer}`)
    const code = await placeOrder(shop, plan, buyer)
    if (plan.wrong) wrong.push(code)
  }
  console.log(JSON.stringify({ wrong }))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
