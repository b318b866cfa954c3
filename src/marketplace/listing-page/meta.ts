const most = 2_000

/** What search engines are told of the page. */
export function metaOf(doc: Document): { metaTitle?: string; metaDescription?: string } {
  const title = doc.querySelector("head title")?.textContent?.replace(/\s+/g, " ").trim()
  const described = doc.querySelector('meta[name="description" i]')?.getAttribute("content")?.trim()
  return {
    ...(title && { metaTitle: title.slice(0, most) }),
    ...(described && { metaDescription: described.slice(0, most) })
  }
}
