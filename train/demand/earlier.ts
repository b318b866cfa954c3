/** Where a training with `--earlier` puts its files: the model that settings are chosen with. */
export const earlierFolder = "out/demand-earlier"
