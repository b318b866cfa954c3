import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { vendureDashboardPlugin } from "@vendure/dashboard/vite"
import { defineConfig } from "vite"

const here = import.meta.dirname

export default defineConfig({
  base: "/dashboard/",
  build: { outDir: join(here, "dashboard"), emptyOutDir: true },
  plugins: [
    vendureDashboardPlugin({
      vendureConfigPath: pathToFileURL(join(here, "vendure-config.ts")),
      gqlOutputPath: join(here, "gql"),
      tanstackRouterPluginOptions: { tmpDir: join(here, "router") }
    })
  ]
})
