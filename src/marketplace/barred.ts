import type { BarredPage } from "./adapter"
import { isWithinHidden, textOf } from "./page-text"

const challengeFrames =
  'iframe[src*="captcha"], iframe[src*="challenges.cloudflare.com"], #challenge-form, #challenge-running, .g-recaptcha, .h-captcha, .cf-turnstile'
const challengeWords =
  /verify (?:that )?you(?:'|’)?(?: a)?re (?:a )?human|are you a robot|unusual traffic|security check|enter the characters you see|just a moment|验证您是真人|滑动验证|安全验证/i

/**
 * A page that stands before the records instead of showing them: a sign-in form or a "verify you are human" page.
 * Asked only of pages without a list, where a wrong "0 orders" would otherwise be read.
 */
export function barredPage(doc: Document): BarredPage | null {
  const heading = `${doc.title ?? ""} ${textOf(doc.querySelector("h1, h2"))}`
  if (challengeWords.test(heading)) return "challenge"
  const shown = (selector: string) =>
    Array.from(doc.querySelectorAll(selector)).some((element) => !isWithinHidden(element))
  if (shown('input[type="password"]')) return "signed-out"
  return shown(challengeFrames) ? "challenge" : null
}
