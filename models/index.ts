import { AnomalyModel } from "./anomaly"

/** Every model that ships; a test compares it with the folders. */
export const models = { anomaly: AnomalyModel } as const
