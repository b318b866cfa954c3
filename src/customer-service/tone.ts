import type { MacroLanguage } from "../domain/macro"
import type { Tone } from "../domain/reply"

type Frame = { opening: string; closing: string }

/** How a reply begins and ends in each language; no names, which are not known. */
const frames: Record<MacroLanguage, Record<Exclude<Tone, "plain">, Frame>> = {
  en: {
    friendly: { opening: "Hi there!", closing: "Have a lovely day!" },
    formal: { opening: "Dear customer,", closing: "Kind regards" }
  },
  zh: {
    friendly: { opening: "亲，您好！", closing: "祝您生活愉快！" },
    formal: { opening: "尊敬的客户：", closing: "此致敬礼" }
  },
  de: {
    friendly: { opening: "Hallo!", closing: "Viele Grüße" },
    formal: {
      opening: "Sehr geehrte Kundin, sehr geehrter Kunde,",
      closing: "Mit freundlichen Grüßen"
    }
  },
  fr: {
    friendly: { opening: "Bonjour !", closing: "Bonne journée !" },
    formal: { opening: "Madame, Monsieur,", closing: "Cordialement" }
  },
  es: {
    friendly: { opening: "¡Hola!", closing: "¡Que tenga un buen día!" },
    formal: { opening: "Estimado cliente, estimada clienta:", closing: "Atentamente" }
  },
  it: {
    friendly: { opening: "Buongiorno!", closing: "Buona giornata!" },
    formal: { opening: "Gentile cliente,", closing: "Cordiali saluti" }
  },
  pt: {
    friendly: { opening: "Olá!", closing: "Tenha um ótimo dia!" },
    formal: { opening: "Prezado(a) cliente,", closing: "Atenciosamente" }
  },
  ja: {
    friendly: { opening: "こんにちは！", closing: "どうぞよろしくお願いいたします！" },
    formal: { opening: "お客様", closing: "何卒よろしくお願い申し上げます。" }
  },
  ko: {
    friendly: { opening: "안녕하세요!", closing: "좋은 하루 보내세요!" },
    formal: { opening: "고객님께", closing: "감사합니다." }
  },
  ar: {
    friendly: { opening: "مرحباً!", closing: "نتمنى لك يوماً سعيداً!" },
    formal: { opening: "عميلنا العزيز،", closing: "مع خالص التحية" }
  }
}

/** A reply in a tone: what it says stays, its greeting and its end are those of the language. */
export function inTone(text: string, language: MacroLanguage, tone: Tone): string {
  if (tone === "plain") return text
  const { opening, closing } = frames[language][tone]
  return `${opening}\n\n${text}\n\n${closing}`
}
