import type { SuggestionCatalogue } from "./suggestion-words"

export const suggestionCatalogue: SuggestionCatalogue = {
  nouns: {
    orders: { one: "# order", other: "# orders" },
    buyers: { one: "# buyer", other: "# buyers" },
    days: { one: "# day", other: "# days" },
    pieces: { one: "# piece", other: "# pieces" },
    products: { one: "# product", other: "# products" }
  },
  titles: {
    bundle: [
      "Sell {first} and {second} as a bundle for {price}",
      "Sell {first} and {second} as a bundle"
    ],
    comeback: ["Remind buyers of {first} about {second}"],
    "win-back": ["Write to buyer {buyer}", "Write to a buyer who is late"],
    substitute: ["Show {second} where {first} runs out"],
    price: ["Check the price of {first}"],
    "list-next": ["List something that is both “{first}” and “{second}”"],
    duplicate: ["Join {first} and {second}"],
    drop: ["Stop selling {first}"]
  },
  reasons: {
    "bought-together": [
      "{n:orders} hold both: {share} of the {of:orders} with {product}",
      "Both are often in the same order"
    ],
    "often-with": ["{times} times as often as by chance", "More often than by chance"],
    "bundle-price": ["{price} instead of {whole}, {off} off", "A little off the two prices"],
    "bundle-margin": [
      "Leaves about {margin} if {share} of a price is left after cost and fees",
      "The margin depends on your cost"
    ],
    "bundle-profit": [
      "Leaves {margin} after your own costs, before marketplace fees",
      "The margin depends on your cost"
    ],
    "comes-back": [
      "Buyers of {product} come for {other} about {days:days} later (half of them after {low} to {high})",
      "Buyers come back for it"
    ],
    "comes-back-chance": ["{n} of {of:buyers} did so ({share})", "Some buyers did so"],
    overdue: [
      "{orders:orders}[, {amount} on average], usually every {usual:days}; now silent for {since:days}",
      "Silent for longer than usual"
    ],
    "may-return": [
      "Of buyers as late as this, {share} came back within a month",
      "Some late buyers come back"
    ],
    "likely-wants": ["Likely to want: {products}", "The past says what they may want"],
    "runs-out": [
      "{left:pieces} of {product} left: {days:days} at the present pace",
      "It runs out soon"
    ],
    "similar-in-stock": [
      "{product} is {likeness} alike by its text and has {stock:pieces} in stock",
      "A similar product is in stock"
    ],
    "price-above": [
      "{product} costs {price}, {away} above the middle of {n} similar products ({usual})",
      "Dearer than similar products"
    ],
    "price-below": [
      "{product} costs {price}, {away} below the middle of {n} similar products ({usual})",
      "Cheaper than similar products"
    ],
    "few-of-good": [
      "Your {n:products} with “{word}” bring {times} times your usual revenue, your {m:products} with “{other}” {otherTimes} times",
      "Products with these words sell better than usual"
    ],
    "missing-mix": ["No listing of yours joins “{word}” and “{other}”", "You list none of these"],
    alike: ["The texts of {product} and {other} are {likeness} alike", "The texts are alike"],
    "takes-turns": [
      "One sells in weeks in which the other does not; {n:orders} of {orders} hold both",
      "One sells when the other does not"
    ],
    "no-sales": [
      "{product} has not sold for {days:days} ({units:pieces} ever)",
      "It has not sold for long"
    ],
    "price-try": ["To try: {price}", "There is a price to try"],
    "price-own-past": [
      "Your own price changes over {weeks} weeks: 10% dearer went with {fewer} fewer sales ({least} to {most}), chance aside",
      "Counted with your own price changes"
    ],
    "price-assumed": [
      "Assumes that 10% dearer means {fewer} fewer sales ({least} to {most}), as published studies found: your own past does not tell",
      "Assumes usual reactions to prices"
    ],
    "joint-sales": [
      "Together they sell {amount} a month; one listing is assumed to sell {more} more ({fewer} fewer to {most} more)",
      "Their sales are counted together"
    ],
    "lost-sales": [
      "With 95% certainty it would not have sold more than {amount} a month",
      "Few sales are lost"
    ],
    "counted-with-cost": ["Counted with your cost of {cost} apiece", "Counted with your own cost"],
    "counted-with-margin": [
      "Counted with {share} of the price left after all costs",
      "Counted with the usual share of the price left after costs"
    ],
    "little-revenue": ["{left:pieces} in stock, worth {amount} at your price", "Stock is tied up"]
  }
}
