import { rules } from "./pack"

const marketplace = "tiktok-shop"
const official = "TikTok Shop seller centre Vietnam, product description rules"

export const tiktokShop = [
  ...rules({ marketplace, source: official, confidence: "official" }, [
    {
      id: "description.words",
      field: "description",
      check: { kind: "min-length", min: 30, unit: "words" },
      severity: "broken"
    },
    {
      id: "description.offer",
      field: "description",
      check: { kind: "words", topic: "offer" },
      severity: "broken"
    },
    {
      id: "description.url",
      field: "description",
      check: { kind: "contact-data", kinds: ["url"] },
      severity: "broken"
    },
    {
      id: "description.platforms",
      field: "description",
      check: { kind: "words", topic: "other-platform" },
      severity: "broken"
    },
    {
      id: "description.seller",
      field: "description",
      check: { kind: "own-identifier", identifier: "seller" },
      severity: "broken"
    },
    { id: "description.emoji", field: "description", check: { kind: "emoji" }, severity: "broken" }
  ]),
  ...rules({ marketplace, source: "lettercounter on TikTok Shop", confidence: "low" }, [
    {
      id: "title.shortest",
      field: "title",
      check: { kind: "min-length", min: 25, unit: "characters" },
      severity: "broken"
    },
    {
      id: "title.length",
      field: "title",
      check: { kind: "max-length", max: 200, unit: "characters" },
      severity: "broken"
    },
    { id: "images.count", field: "images", check: { kind: "count", min: 5 }, severity: "missed" },
    {
      id: "images.size",
      field: "images",
      check: { kind: "image-size", min: 600, which: "every" },
      severity: "broken"
    }
  ])
]
