import { AnomalyModel } from "./anomaly"
import { DemandModel } from "./demand"
import { RecommendationModel } from "./recommendation"
import { ServiceModel } from "./service"

/** Every model that ships; a test compares it with the folders. */
export const models = {
  anomaly: AnomalyModel,
  demand: DemandModel,
  recommendation: RecommendationModel,
  service: ServiceModel
} as const
