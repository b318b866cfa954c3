import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{unit,contract,property}/**/*.test.ts", "test/*.test.ts"],
          environment: "node",
          // property tests of thousands of cases on a busy machine
          testTimeout: 30_000
        }
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // one browser at a time: two would fight for the same two cores
          fileParallelism: false
        }
      }
    ]
  }
})
