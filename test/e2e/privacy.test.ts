import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { expect, it } from "vitest"
import { launchExtension } from "../browser"
import { readTable } from "../read-table"
import { until } from "../until"

const passphrase = "correct horse battery staple"
/** Random enough that compression leaves it as it is. */
const marker = (name: string) => `${name}Zq8xKw3vJt6mPn2r`
const name = marker("Name")
const email = `${marker("mail")}@example.com`
const phone = "+4930917263548"
const address = marker("Street")

const file = () => {
  const at = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 19)
  const header =
    "order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\tship-address-1\tship-country"
  const row = `302-7777777-7777777\t1\t${at}+00:00\t${at}+00:00\t${email}\t${name}\t${phone}\tMUG\tMug\t1\tEUR\t10.00\t${address}\tDE`
  return { name: "new.txt", mimeType: "text/plain", buffer: Buffer.from(`${header}\r\n${row}\r\n`) }
}

/** Every file of a profile that holds one of the texts, in UTF-8 or UTF-16. */
function filesWith(profile: string, texts: string[]): string[] {
  const wanted = texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, "utf16le")])
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return wanted.some((text) => bytes.includes(text))
    })
}

const openData = async (panel: Page, extensionId: string) => {
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`)
  await panel.getByRole("tab", { name: "Data" }).click()
}

it("buyer text is kept only when switched on, sealed, found by nobody on the disk, and forgotten", async () => {
  const profile = mkdtempSync(join(tmpdir(), "portside-privacy-"))
  const store = async (panel: Page) => {
    await panel.setInputFiles("input[type=file][accept*=csv]", file())
    await panel.getByRole("button", { name: "Store", exact: true }).click()
    await panel.getByText("1 row stored, every row read.").waitFor()
  }
  try {
    let browser = await launchExtension({ profile })
    let panel = await browser.context.newPage()
    await panel.setViewportSize({ width: 420, height: 900 })
    await openData(panel, browser.extensionId)

    // nothing is on at first
    await store(panel)
    expect(await readTable(panel, "buyerTexts")).toEqual([])
    await panel.getByRole("button", { name: "Undo new.txt" }).click()
    await panel.getByRole("dialog").getByRole("button", { name: "Undo" }).click()
    await panel.getByText("new.txt was taken out again.").waitFor()

    // switched on, then protected
    for (const kind of ["Names", "E-mail addresses", "Phone numbers", "Addresses"]) {
      await panel.getByRole("checkbox", { name: kind, exact: true }).check()
    }
    await panel
      .getByText("Not protected against someone who can read this computer's disk")
      .waitFor()
    await panel.getByLabel("Passphrase (at least 10 characters)").fill(passphrase)
    await panel.getByLabel("The same passphrase again").fill(passphrase)
    await panel.getByRole("button", { name: "Set passphrase" }).click()
    const code = await panel.locator(".code").textContent()
    if (!code) throw new Error("no recovery code")
    expect(code).toMatch(/^(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}$/)
    if (process.env.SHOTS)
      await panel.screenshot({ path: `${process.env.SHOTS}/privacy.png`, fullPage: true })
    await panel.getByRole("button", { name: "I wrote it down" }).click()
    await panel.getByText("Unlocked. It locks itself").waitFor()
    await store(panel)
    await until(
      "the text to be sealed",
      async () => (await readTable(panel, "buyerTexts")).length === 1
    )
    const ask = () =>
      panel.evaluate(() =>
        chrome.runtime.sendMessage({
          type: "panel:buyer-text",
          request: { orderId: "amazon::302-7777777-7777777" }
        })
      )
    expect(await ask()).toEqual({
      ok: true,
      reply: { locked: false, texts: { name, email, phone, address } }
    })
    await browser.close()
    expect(filesWith(profile, [name, email, phone, address, passphrase, code])).toEqual([])

    // a new start is locked; a wrong passphrase opens nothing, the recovery code does
    browser = await launchExtension({ profile })
    panel = await browser.context.newPage()
    await openData(panel, browser.extensionId)
    await panel.getByText("Locked. Orders, forecasts and checks go on").waitFor()
    expect(await ask()).toEqual({ ok: true, reply: { locked: true, texts: {} } })
    await panel.getByLabel("Passphrase or recovery code").fill("wrong")
    await panel.getByRole("button", { name: "Unlock" }).click()
    await panel.getByText("That is neither the passphrase nor the recovery code.").waitFor()
    await panel
      .getByLabel("Passphrase or recovery code")
      .fill(code.toLowerCase().replaceAll("-", " "))
    await panel.getByRole("button", { name: "Unlock" }).click()
    await panel.getByText("Unlocked. It locks itself").waitFor()
    expect(await ask()).toMatchObject({ reply: { locked: false, texts: { name } } })

    // forgotten: the text, and the pseudonym in the sealed block
    await panel.getByLabel("Order number").fill("302-7777777-7777777")
    await panel.getByRole("button", { name: "Forget this buyer" }).click()
    await panel.getByText("Forgotten, in the copies too.").waitFor()
    expect(await readTable(panel, "buyerTexts")).toEqual([])
    await panel.getByRole("button", { name: "Forget this buyer" }).click()
    await panel.getByText("No stored order with this number names a buyer.").waitFor()

    // a backup under a passphrase brings everything back
    await panel.getByLabel("Passphrase of the backup").fill(passphrase)
    const [backup] = await Promise.all([
      panel.waitForEvent("download"),
      panel.getByRole("button", { name: "Write a backup" }).click()
    ])
    const path = join(profile, "..", `portside-${Date.now()}.portside`)
    await backup.saveAs(path)
    const [csv] = await Promise.all([
      panel.waitForEvent("download"),
      panel.getByRole("button", { name: "Order lines as CSV" }).click()
    ])
    const lines = readFileSync(await csv.path(), "utf8")
      .trim()
      .split("\r\n")
    expect(lines[1]).toMatch(/^amazon::302-7777777-7777777,.*,paid,MUG,1,10\.00,EUR,DE$/)
    await panel.getByRole("button", { name: "Undo new.txt" }).click()
    await panel.getByRole("dialog").getByRole("button", { name: "Undo" }).click()
    await panel.getByText("new.txt was taken out again.").waitFor()
    expect(await readTable(panel, "blocks")).toEqual([])
    const restore = async (buffer: Buffer) => {
      await panel.setInputFiles("input[type=file][accept='.portside']", {
        name: "b.portside",
        mimeType: "application/octet-stream",
        buffer
      })
      await panel.getByRole("dialog").getByRole("button", { name: "Restore a backup" }).click()
    }
    const whole = readFileSync(path)
    const altered = Buffer.from(whole)
    altered[whole.length - 20] = 1 ^ (altered[whole.length - 20] ?? 0)
    await restore(altered)
    await panel.getByText("This backup is damaged or incomplete. Nothing was changed.").waitFor()
    expect(await readTable(panel, "blocks")).toEqual([])
    await restore(whole)
    await panel.getByText("The backup was restored.").waitFor()
    expect(await readTable(panel, "blocks")).toHaveLength(1)
    rmSync(path)

    // everything gone; an extension that DevTools loaded is blocked after it reloads itself, so the worker is ended instead
    await (await browser.worker()).evaluate(() => {
      chrome.runtime.reload = () => undefined
    })
    await panel.getByRole("button", { name: "Delete everything" }).click()
    await panel.getByRole("dialog").getByRole("button", { name: "Delete everything" }).click()
    await until("the settings to go", async () =>
      panel.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).length === 0)
    )
    await browser.killWorker()
    await openData(panel, browser.extensionId)
    await panel.getByText("None yet.").waitFor()
    for (const table of ["orders", "blocks", "imports"] as const) {
      expect(await readTable(panel, table)).toEqual([])
    }
    await browser.close()
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
