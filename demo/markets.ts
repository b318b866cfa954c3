/** A country that the shop sells to: currency, share of orders, the buyers' offset from UTC, names and streets. */
export type Market = {
  country: string
  currency: "EUR" | "USD" | "GBP" | "JPY"
  weight: number
  utcOffset: number
  language: "en" | "de" | "fr" | "es" | "zh" | "ja"
  firstNames: readonly string[]
  lastNames: readonly string[]
  streets: readonly string[]
  cities: readonly string[]
  phone: string
}

const english = {
  firstNames: [
    "Avery",
    "Jordan",
    "Riley",
    "Morgan",
    "Casey",
    "Quinn",
    "Rowan",
    "Harper",
    "Ellis",
    "Skyler"
  ],
  lastNames: [
    "Ashdown",
    "Marlow",
    "Pendry",
    "Whitlock",
    "Farrow",
    "Holt",
    "Merrin",
    "Calder",
    "Brook",
    "Thorne"
  ],
  streets: ["Example Street", "Sample Road", "Mill Lane", "Station Road", "Harbour View"]
}
const german = {
  firstNames: ["Jona", "Mika", "Luca", "Kim", "Toni", "Sascha", "Robin", "Alex"],
  lastNames: ["Beispiel", "Muster", "Lindner", "Ahrens", "Vogt", "Seidel", "Brandt", "Kessler"],
  streets: ["Musterweg", "Beispielallee", "Hafenstraße", "Lindenweg"]
}
const french = {
  firstNames: ["Camille", "Claude", "Dominique", "Sacha", "Maxime", "Andrea"],
  lastNames: ["Exemple", "Marchand", "Delorme", "Fontanel", "Girardot", "Rivoire"],
  streets: ["rue de l'Exemple", "avenue du Port", "impasse des Lilas"]
}
const spanish = {
  firstNames: ["Alex", "Cruz", "Noa", "Ariel", "Trinidad"],
  lastNames: ["Ejemplo", "Robles", "Campillo", "Ferrer", "Montalvo"],
  streets: ["calle Ejemplo", "avenida del Puerto", "paseo del Mar"]
}

/** Twelve markets in four currencies; every person and street is invented. */
export const markets: readonly Market[] = [
  {
    country: "US",
    currency: "USD",
    weight: 24,
    utcOffset: -6,
    language: "en",
    cities: ["Springfield", "Riverton"],
    phone: "+1 555",
    ...english
  },
  {
    country: "GB",
    currency: "GBP",
    weight: 18,
    utcOffset: 0,
    language: "en",
    cities: ["Leeds", "Bristol"],
    phone: "+44 7700",
    ...english
  },
  {
    country: "DE",
    currency: "EUR",
    weight: 16,
    utcOffset: 1,
    language: "de",
    cities: ["Bremen", "Leipzig"],
    phone: "+49 151",
    ...german
  },
  {
    country: "FR",
    currency: "EUR",
    weight: 9,
    utcOffset: 1,
    language: "fr",
    cities: ["Lyon", "Nantes"],
    phone: "+33 6",
    ...french
  },
  {
    country: "ES",
    currency: "EUR",
    weight: 6,
    utcOffset: 1,
    language: "es",
    cities: ["Vigo", "Alicante"],
    phone: "+34 6",
    ...spanish
  },
  {
    country: "NL",
    currency: "EUR",
    weight: 5,
    utcOffset: 1,
    language: "en",
    cities: ["Utrecht", "Breda"],
    phone: "+31 6",
    ...german
  },
  {
    country: "AT",
    currency: "EUR",
    weight: 4,
    utcOffset: 1,
    language: "de",
    cities: ["Graz", "Linz"],
    phone: "+43 660",
    ...german
  },
  {
    country: "JP",
    currency: "JPY",
    weight: 7,
    utcOffset: 9,
    language: "ja",
    cities: ["横浜市", "神戸市"],
    phone: "+81 90",
    firstNames: ["薫", "真琴", "千尋", "翼"],
    lastNames: ["見本", "例田", "港", "浜野"],
    streets: ["見本町", "例通り"]
  },
  {
    country: "CA",
    currency: "USD",
    weight: 4,
    utcOffset: -5,
    language: "en",
    cities: ["Halifax", "Guelph"],
    phone: "+1 555",
    ...english
  },
  {
    country: "AU",
    currency: "USD",
    weight: 3,
    utcOffset: 10,
    language: "en",
    cities: ["Hobart", "Geelong"],
    phone: "+61 4",
    ...english
  },
  {
    country: "HK",
    currency: "USD",
    weight: 2,
    utcOffset: 8,
    language: "zh",
    cities: ["九龙", "沙田"],
    phone: "+852 5",
    firstNames: ["子安", "若溪", "明远"],
    lastNames: ["范", "例", "样"],
    streets: ["示例街", "样本道"]
  },
  {
    country: "IE",
    currency: "EUR",
    weight: 2,
    utcOffset: 0,
    language: "en",
    cities: ["Cork", "Galway"],
    phone: "+353 8",
    ...english
  }
]

/** Minor units of one dollar's worth in each currency, at invented fixed rates. */
export const minorPerDollar = { EUR: 92, USD: 100, GBP: 79, JPY: 150 } as const
