import { AnomalyModel } from "./anomaly"
import { RecommendationModel } from "./recommendation"

/** Every model that ships; a test compares it with the folders. */
export const models = { anomaly: AnomalyModel, recommendation: RecommendationModel } as const
