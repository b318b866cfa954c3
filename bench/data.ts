import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { MissingData } from "./metric"

/**
 * A folder or file of the data sets, which are not part of the project: under `PORTSIDE_DATA`, else `../shared/datasets`.
 * @param owner who publishes it and where, for the message
 * @throws MissingData
 */
export function dataPath(name: string, owner: string): string {
  const folder = process.env.PORTSIDE_DATA ?? resolve(import.meta.dirname, "../../shared/datasets")
  const path = resolve(folder, name)
  if (!existsSync(path)) {
    throw new MissingData(
      `${path} is missing: get it from ${owner}, or set PORTSIDE_DATA to the folder that holds it`
    )
  }
  return path
}
