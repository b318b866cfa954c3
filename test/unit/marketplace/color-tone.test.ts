import { describe, expect, it } from "vitest"
import { toneOf } from "../../../src/marketplace/color-tone"

describe("the tone of a computed colour", () => {
  it.each([
    ["rgb(255, 255, 255)", "light"],
    ["rgba(20, 24, 31, 0.9)", "dark"],
    ["oklch(1 0 0)", "light"],
    ["oklch(0.145 0.02 260)", "dark"],
    ["oklab(0.98 0 0 / 0.8)", "light"],
    ["lab(8 1 -2)", "dark"],
    ["lch(96 3 120)", "light"],
    ["color(srgb 0.97 0.98 1)", "light"],
    ["color(display-p3 0.1 0.1 0.12)", "dark"]
  ])("%s is %s", (color, tone) => {
    expect(toneOf(color)).toBe(tone)
  })

  it.each(["rgba(0, 0, 0, 0)", "oklch(0.2 0 0 / 0.1)", "transparent", "", "none"])(
    "%s says nothing",
    (color) => {
      expect(toneOf(color)).toBeNull()
    }
  )
})
