// Installs exactly what package-lock.json names, once per lockfile. Plain JavaScript: it runs before anything is installed.
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

const [major, minor] = process.versions.node.split(".").map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Portside needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex")
const stamp = "node_modules/.portside-lock"
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  console.log("Installing the packages that package-lock.json names (once, about a minute) ...")
  // No install script of any package is needed: every native part comes as a prebuilt package of its own.
  // Not `npm ci`: it refuses a lockfile in which a registry's mirror lacks another platform's optional package.
  // `--no-save` takes the lockfile's exact versions and hashes as well, and writes nothing back.
  execFileSync("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"], {
    stdio: "inherit",
    shell: process.platform === "win32"
  })
  writeFileSync(stamp, lock)
}
