import domainsUrl from "url:disposable-email-domains-js/dist/dict/disposable_email_blocklist.json"

/** Throw-away mail domains (disposable-email-domains-js, CC0), packaged beside the worker and read when first needed. */
export async function loadDisposable(): Promise<(domain: string) => boolean> {
  const domains = new Set((await (await fetch(domainsUrl)).json()) as string[])
  return (domain) => domains.has(domain)
}
