// Client-side navigation: every view is built here, the server sends an empty shell and JSON.
import { base } from "./api.js"
import { messagesPage, productsPage } from "./lists.js"
import { orderPage, ordersPage } from "./orders.js"
import { make } from "./render.js"
import { word } from "./words.js"

const main = document.getElementById("main")
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

function skeleton(title) {
  const bones = Array.from({ length: 8 }, () => make("div", { class: "bone" }))
  main.replaceChildren(
    make("h1", {}, title),
    make("div", { "aria-busy": "true", role: "status", "aria-label": "Loading" }, ...bones)
  )
}

function viewOf({ pathname, searchParams }) {
  const path = pathname.slice(base.length + 1).replace(/\/$/, "")
  if (path.startsWith("orders/")) return ["Order", () => orderPage(path.slice("orders/".length))]
  if (path === "products") return ["Products", () => productsPage(searchParams)]
  if (path === "messages") return ["Messages", () => messagesPage(searchParams)]
  return ["Orders", () => ordersPage(searchParams, go)]
}

function markSection({ pathname }) {
  for (const link of document.querySelectorAll(".side a")) {
    if (pathname.startsWith(new URL(link.href).pathname)) link.setAttribute("aria-current", "page")
    else link.removeAttribute("aria-current")
  }
}

let latest = 0

async function show() {
  const mine = ++latest
  const url = new URL(location.href)
  const [name, build] = viewOf(url)
  const title = word(name)
  document.title = `${title} · ${document.body.dataset.shop}`
  markSection(url)
  skeleton(title)
  let parts
  try {
    parts = await build()
    await pause(Number(url.searchParams.get("late") ?? 0))
  } catch (error) {
    const sorry = `This page could not be loaded (${error.message}).`
    parts = [make("h1", {}, title), make("p", { class: "empty" }, sorry)]
  }
  // a slower page that was left meanwhile must not paint over the newer one
  if (mine === latest) main.replaceChildren(...parts)
}

function go(href) {
  history.pushState({}, "", href)
  scrollTo(0, 0)
  show()
}

document.addEventListener("click", (event) => {
  const link = event
    .composedPath()
    .find((one) => one instanceof HTMLAnchorElement && one.hasAttribute("data-route"))
  if (!link || event.metaKey || event.ctrlKey) return
  event.preventDefault()
  go(link.href)
})
addEventListener("popstate", show)
for (const link of document.querySelectorAll(".side a")) link.textContent = word(link.textContent)
show()
