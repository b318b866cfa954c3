import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/opt/google/chrome-for-testing/chrome",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Chromium\\Application\\chrome.exe",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"
]

const advice =
  "No Chromium or Chrome was found: install one, or set CHROME_PATH to its program file."

/** Debian's chromium, where this user may install packages; false where that is not so. */
function installByApt(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    return false
  }
  console.log("Installing Debian's chromium (once, about a minute) ...")
  const quiet = { stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"] }
  execFileSync("apt-get", ["update", "-qq"], quiet)
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    ...quiet,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  })
  return true
}

/**
 * The program file of a Chromium: CHROME_PATH, an installed one, Debian's by apt.
 * @throws Error with one sentence that says what to install
 */
export function findBrowser(): string {
  const named = process.env.CHROME_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist.`)
    return named
  }
  const find = () => installed.find((path) => existsSync(path))
  const found = find() ?? (installByApt() ? find() : undefined)
  if (!found) throw new Error(advice)
  return found
}
