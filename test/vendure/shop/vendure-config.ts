import { join } from "node:path"
import { DefaultLogger, dummyPaymentHandler, LogLevel, type VendureConfig } from "@vendure/core"
import { DashboardPlugin } from "@vendure/dashboard/plugin"

/** A whole shop in memory (SQLite as WebAssembly), heard on loopback only. */
export const config: VendureConfig = {
  apiOptions: {
    hostname: "127.0.0.1",
    port: Number(process.env.PORT ?? 3000),
    adminApiPath: "admin-api",
    shopApiPath: "shop-api"
  },
  authOptions: {
    tokenMethod: ["bearer", "cookie"],
    superadminCredentials: {
      identifier: process.env.SHOP_USER ?? "seller",
      password: process.env.SHOP_PASSWORD ?? "seller"
    },
    cookieOptions: { secret: "a shop that lives for one test" }
  },
  dbConnectionOptions: { type: "sqljs", synchronize: true, logging: false },
  paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
  logger: new DefaultLogger({ level: LogLevel.Warn }),
  plugins: [
    DashboardPlugin.init({
      route: "dashboard",
      appDir: join(process.cwd(), "dashboard")
    })
  ]
}
