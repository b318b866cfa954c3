import { rules } from "./pack"

const marketplace = "amazon"
const titleHelp = "Amazon Seller Central Europe, help page 201100890 (product title requirements)"
const notice2026 =
  "Amazon Seller Central, notice of 10 Jun 2026, thread 145b6d0f-999c-4555-896c-c694bda2e470, as quoted by mcpservers.org product-title-checker, dev.to/toolmaxo, glama vendooly, skills.sh kuudoai"
const notice2025 =
  "Amazon Seller Central, notice of the title change of 21 Jan 2025, thread b2b15728-…, as quoted by forestleopard, dev.to"
const bulletGuides =
  "goatconsulting, marknology, kuudoai, amazonlistingaudit, quoting Amazon's bullet-point rules"
const imageGuides = "mercatuslab, Product Aura, quoting Amazon's image requirements"
/** One source says that the limit of 2026 does not hold in these stores. */
const spared = ["SA", "EG", "TR", "AE"]

export const amazon = [
  ...rules({ marketplace, source: notice2025, confidence: "high" }, [
    {
      id: "title.length.2025",
      field: "title",
      check: { kind: "max-length", max: 200, unit: "characters" },
      severity: "broken",
      only: "not-media",
      exceptStores: spared,
      validFrom: "2025-01-21",
      validTo: "2026-07-26"
    },
    {
      id: "title.length.spared-stores",
      field: "title",
      check: { kind: "max-length", max: 200, unit: "characters" },
      severity: "broken",
      only: "not-media",
      stores: spared,
      validFrom: "2025-01-21"
    },
    {
      id: "title.length.media",
      field: "title",
      check: { kind: "max-length", max: 200, unit: "characters" },
      severity: "broken",
      only: "media",
      validFrom: "2025-01-21"
    },
    {
      id: "title.repeats",
      field: "title",
      check: { kind: "repeated-words", max: 2 },
      severity: "broken",
      validFrom: "2025-01-21"
    }
  ]),
  ...rules({ marketplace, source: notice2026, confidence: "high", validFrom: "2026-07-27" }, [
    {
      id: "title.length.2026",
      field: "title",
      check: { kind: "max-length", max: 75, unit: "characters" },
      severity: "broken",
      only: "not-media",
      exceptStores: spared
    },
    {
      id: "highlights.length",
      field: "highlights",
      check: { kind: "max-length", max: 125, unit: "characters" },
      severity: "broken",
      source: "kuudoai, vendooly, quoting Amazon on item highlights",
      confidence: "medium"
    }
  ]),
  ...rules({ marketplace, source: titleHelp, confidence: "official" }, [
    {
      id: "title.characters",
      field: "title",
      check: { kind: "banned-characters", characters: "!$?_{}^¬¦", unless: "brand" },
      severity: "broken"
    },
    {
      id: "title.characters.measure",
      field: "title",
      check: { kind: "banned-characters", characters: "~#<>*", unless: "measure" },
      severity: "broken"
    },
    {
      id: "title.promotion",
      field: "title",
      check: { kind: "words", topic: "promotion" },
      severity: "broken"
    },
    {
      id: "title.product-named",
      field: "title",
      check: { kind: "product-named" },
      severity: "broken"
    }
  ]),
  ...rules({ marketplace, source: bulletGuides, confidence: "medium" }, [
    {
      id: "bullets.count",
      field: "bullets",
      check: { kind: "count", min: 3, max: 5 },
      severity: "broken"
    },
    {
      id: "bullets.shortest",
      field: "bullets",
      check: { kind: "min-length", min: 10, unit: "characters" },
      severity: "broken"
    },
    {
      id: "bullets.longest",
      field: "bullets",
      check: { kind: "max-length", max: 255, unit: "characters" },
      severity: "broken"
    },
    {
      id: "bullets.advised",
      field: "bullets",
      check: { kind: "max-length", max: 250, unit: "characters" },
      severity: "missed",
      source: "amazonlistingaudit: 250 characters a bullet, where others say 255",
      confidence: "low"
    },
    {
      id: "bullets.together",
      field: "bullets",
      check: { kind: "max-length", max: 999, unit: "characters", together: true },
      severity: "broken"
    },
    {
      id: "bullets.capital",
      field: "bullets",
      check: { kind: "start-capital" },
      severity: "broken"
    },
    {
      id: "bullets.end",
      field: "bullets",
      check: { kind: "end-punctuation" },
      severity: "missed",
      source: "general knowledge among sellers, no page of Amazon found",
      confidence: "low"
    },
    { id: "bullets.emoji", field: "bullets", check: { kind: "emoji" }, severity: "broken" },
    {
      id: "bullets.characters",
      field: "bullets",
      check: { kind: "banned-characters", characters: "™®€…†‡¢£¥©±~â" },
      severity: "broken"
    },
    {
      id: "bullets.asin",
      field: "bullets",
      check: { kind: "own-identifier", identifier: "asin" },
      severity: "broken"
    },
    {
      id: "bullets.placeholder",
      field: "bullets",
      check: { kind: "words", topic: "placeholder" },
      severity: "broken"
    },
    {
      id: "bullets.guarantee",
      field: "bullets",
      check: { kind: "words", topic: "guarantee" },
      severity: "broken"
    },
    {
      id: "bullets.eco",
      field: "bullets",
      check: { kind: "words", topic: "eco" },
      severity: "broken",
      validFrom: "2024-08-15"
    }
  ]),
  ...rules(
    {
      marketplace,
      source: "Amazon Seller Central, help page 200390640 (what a detail page must not hold)",
      confidence: "official"
    },
    [
      {
        id: "texts.contact",
        field: "texts",
        check: { kind: "contact-data", kinds: ["email", "url", "phone"] },
        severity: "broken"
      },
      {
        id: "texts.availability",
        field: "texts",
        check: { kind: "words", topic: "availability" },
        severity: "broken"
      },
      {
        id: "texts.condition",
        field: "texts",
        check: { kind: "words", topic: "condition" },
        severity: "broken"
      },
      {
        id: "texts.offer",
        field: "texts",
        check: { kind: "words", topic: "offer" },
        severity: "broken"
      },
      { id: "texts.price", field: "texts", check: { kind: "amounts" }, severity: "broken" },
      {
        id: "texts.reviews",
        field: "texts",
        check: { kind: "words", topic: "reviews" },
        severity: "broken"
      },
      {
        id: "description.html",
        field: "description",
        check: { kind: "html", allowed: ["br"] },
        severity: "broken"
      }
    ]
  ),
  ...rules(
    {
      marketplace,
      source: "dev.to/toolmaxo, quoting Amazon on search terms",
      confidence: "medium"
    },
    [
      {
        // at 250 bytes the whole field is ignored
        id: "search-terms.bytes",
        field: "searchTerms",
        check: { kind: "max-length", max: 249, unit: "bytes" },
        severity: "broken"
      }
    ]
  ),
  ...rules({ marketplace, source: imageGuides, confidence: "medium" }, [
    {
      id: "images.background",
      field: "images",
      check: { kind: "image-background", min: 0.99 },
      severity: "broken"
    },
    {
      id: "images.fill",
      field: "images",
      check: { kind: "image-fill", min: 0.85 },
      severity: "broken"
    },
    {
      id: "images.text",
      field: "images",
      check: { kind: "image-text", which: "main" },
      severity: "broken"
    },
    {
      id: "images.accepted",
      field: "images",
      check: { kind: "image-size", min: 500, max: 10_000, which: "every" },
      severity: "broken"
    },
    {
      id: "images.zoom",
      field: "images",
      check: { kind: "image-size", min: 1_000, which: "main" },
      severity: "missed"
    },
    {
      id: "images.sharp",
      field: "images",
      check: { kind: "image-size", min: 1_600, which: "main" },
      severity: "missed"
    },
    {
      id: "images.count",
      field: "images",
      check: { kind: "count", min: 1, max: 9 },
      severity: "broken"
    },
    {
      id: "images.format",
      field: "images",
      check: { kind: "image-format", formats: ["jpeg", "png", "tiff", "gif"] },
      severity: "broken"
    }
  ])
]
