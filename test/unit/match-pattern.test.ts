import { expect, it } from "vitest"
import { matchesUrl, narrowPatterns } from "../../src/marketplace/match-pattern"

it.each([
  ["https://*/wp-admin/*", "https://shop.example/wp-admin/admin.php?page=wc-orders", true],
  ["https://*/wp-admin/*", "http://shop.example/wp-admin/admin.php", false],
  ["https://*/wp-admin/*", "https://shop.example/blog", false],
  ["http://127.0.0.1/dashboard/*", "http://127.0.0.1:3000/dashboard/orders", true],
  ["http://127.0.0.1/dashboard/*", "http://evil.example/dashboard/orders", false],
  ["https://a.example/x", "https://a.example/xy", false]
])("%s on %s: %s", (pattern, url, matches) => {
  expect(matchesUrl(pattern, new URL(url))).toBe(matches)
})

it("narrows a reader to the allowed hosts only", () => {
  const matches = ["https://*/wp-admin/*", "http://127.0.0.1/wp-admin/*"]
  expect(narrowPatterns(matches, ["https://shop.example/*"])).toEqual([
    "https://shop.example/wp-admin/*"
  ])
  expect(narrowPatterns(matches, ["http://127.0.0.1/*"])).toEqual(["http://127.0.0.1/wp-admin/*"])
  expect(narrowPatterns(matches, [])).toEqual([])
})
