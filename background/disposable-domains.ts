/** Throw-away mail domains (disposable-email-domains-js, CC0), packaged beside the worker and read when first needed. */
export async function loadDisposable(): Promise<(domain: string) => boolean> {
  const file = chrome.runtime.getURL("disposable-domains.json")
  const domains = new Set((await (await fetch(file)).json()) as string[])
  return (domain) => domains.has(domain)
}
