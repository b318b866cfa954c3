import type { MacroVariable } from "../domain/macro"
import { majorUnits } from "../domain/money"
import type { Order } from "../domain/order"

export type Facts = Partial<Record<MacroVariable, string>>

/** What starts a blank; the guard refuses a draft that still holds one. */
export const blankMark = "[__"

const braces = /\{(\w+)\}/g

/** Facts of an order in the buyer's language; what the pages did not show is absent. */
export function factsOf(order: Order, language: string): Facts {
  const money = (minor: NonNullable<Order["total"]>) =>
    new Intl.NumberFormat(language, { style: "currency", currency: minor.currency }).format(
      majorUnits(minor)
    )
  const day = (at: number) => new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(at)
  const [item, ...others] = order.items ?? []
  return {
    order: order.nativeId,
    ...(order.statusText && { status: order.statusText }),
    ...(order.placedAt && { placed: day(order.placedAt) }),
    ...(order.shippedAt && { shipped: day(order.shippedAt) }),
    ...(order.carrier && { carrier: order.carrier }),
    ...(order.trackingNumber && { tracking: order.trackingNumber }),
    ...(order.total && { amount: money(order.total) }),
    ...(order.shippingPrice && { shipping: money(order.shippingPrice) }),
    ...(item?.title && others.length === 0 && { item: item.title }),
    ...(item && others.length === 0 && { quantity: String(item.quantity) }),
    ...(order.shipCountry && {
      country:
        new Intl.DisplayNames([language], { type: "region" }).of(order.shipCountry) ??
        order.shipCountry
    })
  }
}

export type Filled = { text: string; blanks: string[] }

/**
 * A macro with its facts. A fact that is not known stays a blank that everybody sees, named by `labels`; nothing is
 * invented, and a fact that holds braces is text like any other.
 */
export function fillMacro(template: string, facts: Facts, labels: Record<string, string>): Filled {
  const blanks: string[] = []
  const text = template.replace(braces, (_, name: string) => {
    const fact = facts[name as MacroVariable]
    if (fact !== undefined) return fact
    blanks.push(name)
    return `${blankMark} ${labels[name] ?? name}]`
  })
  return { text, blanks }
}

/** A shorter fact may stand in a text by chance ("1"). */
const shortest = 4

/** The reverse: a text that was written for one order, with that order's facts as variables again. */
export function toTemplate(text: string, facts: Facts): string {
  const known = (Object.entries(facts) as [MacroVariable, string][])
    .filter(([, fact]) => fact.length >= shortest)
    .sort(([, a], [, b]) => b.length - a.length)
  return known.reduce((template, [name, fact]) => template.replaceAll(fact, `{${name}}`), text)
}
