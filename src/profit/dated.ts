type Dated = { validFrom?: string | undefined; validTo?: string | undefined }

/** Whether a rule or a rate holds on a day (ISO date). */
export function holdsOn({ validFrom = "", validTo = "9999-12-31" }: Dated, day: string): boolean {
  return validFrom <= day && day <= validTo
}
