/** The check digit of a postal item's eight digits (UPU S10): weights 8, 6, 4, 2, 3, 5, 9, 7, modulo 11. */
export function postalCheckDigit(serial: string): number {
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce(
    (total, weight, i) => total + weight * Number(serial[i]),
    0
  )
  const check = 11 - (sum % 11)
  return check === 10 ? 0 : check === 11 ? 5 : check
}

/** "RR473124829DE", with a check digit that is right. */
export function isPostalNumber(text: string): boolean {
  const [, serial = "", check] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(text) ?? []
  return serial !== "" && Number(check) === postalCheckDigit(serial)
}
