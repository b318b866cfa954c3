/** One reader of the package: which pages it can read and which file reads them. */
export type Reader = { marketplace: string; matches: string[]; file: string }

type Pattern = { scheme: string; host: string; path: string }

function parsePattern(pattern: string): Pattern | null {
  const [, scheme, host, path] = /^(https?):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? []
  return scheme && host && path ? { scheme, host, path } : null
}

function pathMatches(glob: string, path: string): boolean {
  const parts = glob.split("*")
  let at = 0
  for (const [i, part] of parts.entries()) {
    const found = i === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return glob.endsWith("*") || path.endsWith(parts.at(-1) ?? "")
}

/** Chrome's match patterns, as far as ours use them: one scheme, a host or `*`, a path with `*`. */
export function matchesUrl(pattern: string, url: URL): boolean {
  const parsed = parsePattern(pattern)
  if (!parsed || `${parsed.scheme}:` !== url.protocol) return false
  if (parsed.host !== "*" && parsed.host !== url.hostname) return false
  return pathMatches(parsed.path, url.pathname + url.search)
}

/**
 * A reader's patterns narrowed to the hosts that the seller allowed:
 * "https://*\/wp-admin/*" and "https://shop.example/*" → "https://shop.example/wp-admin/*".
 */
export function narrowPatterns(matches: string[], allowed: string[]): string[] {
  const hosts = allowed.map(parsePattern).filter((pattern) => pattern !== null)
  const narrowed = matches.flatMap((match) => {
    const wanted = parsePattern(match)
    if (!wanted) return []
    return hosts
      .filter(
        ({ scheme, host }) =>
          scheme === wanted.scheme && (wanted.host === "*" || wanted.host === host)
      )
      .map(({ scheme, host }) => `${scheme}://${host}${wanted.path}`)
  })
  return [...new Set(narrowed)].sort()
}
