import { rules } from "./pack"

/** No dependable number was found for these: the counter beside the title's field is the limit. */
export const askThePage = ["shopee", "lazada", "ozon", "temu", "allegro", "rakuten"].flatMap(
  (marketplace) =>
    rules({ marketplace, source: "the page's own counter", confidence: "official" }, [
      { id: "title.page-limit", field: "title", check: { kind: "page-limit" }, severity: "broken" }
    ])
)
