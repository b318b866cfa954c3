import type { Job } from "../src/store/database"
import { createDemand } from "./demand"
import { createDispatch } from "./dispatch"
import { loadDisposable } from "./disposable-domains"
import { createHandlers } from "./handlers"
import { createHistoryCare, snapshotAlarm } from "./history-care"
import { createImportListener } from "./import-listener"
import { createJobRunner, type Work } from "./job-runner"
import { createListing } from "./listing"
import { createModelRuntime } from "./model-runtime"
import { createPseudonymise } from "./pseudonyms"
import { createRecommendation } from "./recommendation"
import { createScoring } from "./scoring"
import { createService } from "./service"
import { watchShops } from "./shop-watch"
import { registerSites, syncSites } from "./sites"
import { createVault, lockAlarm } from "./vault"

/**
 * The composition root. Every listener is registered in the first turn: a worker that is started by an event
 * hears that event only then. Nothing else happens here.
 */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error) => {
      made = undefined
      throw error
    })
    return made
  }
}

const vault = createVault()
const care = createHistoryCare()
const store = care.open
const db = async () => (await store()).db
const runtime = createModelRuntime(db)
const scoring = createScoring(db, (work) => runtime.run("anomaly", work))
const drainJobs = async () => {
  await Promise.all([badgeJobs.drain(), jobs.drain()])
  // scores bring work for the other lane
  await jobs.drain()
}
const listing = createListing({
  store,
  drainJobs,
  now: Date.now,
  // without the model, sales are added up all the same
  embed: (products) =>
    runtime.run("recommendation", async (model) => model.embed(products)).catch(() => [])
})
const recommendation = createRecommendation(db, (work) => runtime.run("recommendation", work))
const demand = createDemand(db, (work) => runtime.run("demand", work))
const service = createService((work) => runtime.run("service", work), vault)
const otherWork = {
  ...listing.work,
  ...recommendation.work,
  ...demand.work,
  "watch-shops": async (job: Job) => watchShops(await db(), job, Date.now())
}
const badgeJobs = createJobRunner(db, scoring.work)
const jobs = createJobRunner(db, otherWork satisfies Omit<Work, keyof typeof scoring.work>)
const handlers = createHandlers(
  {
    store,
    pseudonymise: once(createPseudonymise),
    isDisposable: once(loadDisposable),
    drainJobs,
    drainScoring: () => badgeJobs.drain(),
    service,
    demand,
    care,
    vault,
    now: Date.now
  },
  listing.handlers
)

chrome.runtime.onMessage.addListener(createDispatch(handlers, chrome.runtime.id))
addEventListener(
  "message",
  createImportListener({
    care,
    vault,
    async afterChange() {
      await care.record()
      // the answer does not wait for copies and models
      void care.snapshot().finally(drainJobs)
    },
    now: Date.now
  })
)
chrome.permissions.onAdded.addListener(() => void syncSites())
chrome.permissions.onRemoved.addListener(() => void syncSites())
chrome.runtime.onInstalled.addListener(() => void syncSites())
chrome.runtime.onStartup.addListener(() => void syncSites())
chrome.commands.onCommand.addListener(listing.onCommand)
chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === jobs.alarm) void drainJobs().finally(registerSites)
  if (name === snapshotAlarm) void care.snapshot()
  if (name === lockAlarm) void vault.lock()
})

// content scripts could read it otherwise (RELIABILITY M6)
void chrome.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" })
// work that an earlier life left behind
void drainJobs().finally(registerSites)
