/** The pattern of an address: ids and numbers in its path stand for any. */
export function pathPattern(url: URL): string {
  return url.pathname.replace(/\/[^/]*\d[^/]*/g, "/*").slice(0, 500)
}
