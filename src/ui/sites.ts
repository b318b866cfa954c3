import { send } from "../messaging/messenger"
import type { SiteState } from "../messaging/protocol"

/** The host pattern that Chrome grants for an origin: patterns know no port. */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin)
  return `${protocol}//${hostname}/*`
}

/**
 * Asks the seller, through the browser's own prompt, to let us read one host. Call it in the click itself.
 * False when the seller declined.
 */
export async function allowSite(origin: string): Promise<boolean> {
  const granted = await chrome.permissions.request({ origins: [hostPattern(origin)] })
  if (granted) await send("panel:sync-sites", {})
  return granted
}

/** Gives a host back and stops reading it. False when the browser keeps it (granted by the installation). */
export async function removeSite(origin: string): Promise<boolean> {
  const removed = await chrome.permissions
    .remove({ origins: [hostPattern(origin)] })
    // Chrome throws for a host that the manifest requires
    .catch(() => false)
  await send("panel:sync-sites", {})
  return removed
}

/** The sites that may be read, one line an origin. */
export async function allowedSites(): Promise<SiteState[]> {
  const sites = await send("panel:sites", {})
  return [...new Map(sites.map((site) => [site.origin, site])).values()]
}
