import { readFileSync } from "node:fs"
import type { Intent } from "../../src/domain/intent"

export const languages = ["en", "zh", "de", "fr", "es", "it", "pt", "ja", "ko", "ar"] as const
export type Language = (typeof languages)[number]

/** Templates per intent and word lists per slot, of one language. */
export type Grammar = { slots: Map<string, string[]>; templates: Map<Intent, string[]> }

/** Values of slots that read alike in every language. */
const shared: Record<string, string[]> = {
  id: ["DP-104233", "#4471", "114-2233445-6677889", "23-11873-55021", "2024110455", "A-20391"],
  amount: ["20 €", "$15.50", "30 euro", "¥300", "12,99 €", "£8", "45 USD"],
  carrier: ["DHL", "UPS", "FedEx", "USPS", "GLS", "DPD", "4PX", "Yanwen", "SF Express"],
  tracking: ["LX123456789CN", "1Z999AA10123456784", "RB987654321DE", "00340434161094042557"],
  date: ["12/11", "3.12.", "5", "24 Nov", "11/28", "20"],
  device: ["iPhone 15", "Samsung S24", "PS5", "MacBook", "iPad", "Xiaomi 13", "Nintendo Switch"],
  height: ["175 cm", "160", "1,80 m", "182cm"],
  city: ["Berlin", "Paris", "Madrid", "Tokyo", "London", "Milano", "Lisboa", "Seoul", "Dubai"]
}

/** Reads `grammar/<language>.txt`: "@slot: a|b", "# intent", then one template a line. */
export function readGrammar(language: Language): Grammar {
  const text = readFileSync(new URL(`grammar/${language}.txt`, import.meta.url), "utf8")
  const slots = new Map(Object.entries(shared))
  const templates = new Map<Intent, string[]>()
  let current: string[] = []
  for (const line of text.split("\n").filter(Boolean)) {
    const slot = /^@(\w+): (.*)$/.exec(line)
    if (slot) slots.set(slot[1] ?? "", (slot[2] ?? "").split("|"))
    else if (line.startsWith("# ")) {
      const intent = line.slice(2) as Intent
      current = templates.get(intent) ?? []
      templates.set(intent, current)
    } else current.push(line)
  }
  return { slots, templates }
}

/** "[x]" is left out half of the time, "(a|b)" is one of them, "{slot}" one of its words; innermost first. */
export function expand(template: string, slots: Map<string, string[]>, random: () => number) {
  const pick = (choices: string[]) => choices[Math.floor(random() * choices.length)] ?? ""
  let text = template
  for (let before = ""; text !== before; ) {
    before = text
    text = text
      .replace(/\{(\w+)\}/g, (_, name: string) => pick(slots.get(name) ?? [""]))
      .replace(/\(([^()[\]{}]*)\)/g, (_, choices: string) => pick(choices.split("|")))
      .replace(/\[([^()[\]{}]*)\]/g, (_, words: string) =>
        random() < 0.5 ? pick(words.split("|")) : ""
      )
  }
  return text.replace(/\s+/g, " ").trim()
}
