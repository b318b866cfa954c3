import type { markets } from "./markets"
import type { Random } from "./random"
import type { DemoOrder, DemoShop } from "./shop"

export const messageIntents = [
  "where-is-it",
  "cancel",
  "return",
  "damaged",
  "address-change",
  "invoice",
  "thanks",
  "availability"
] as const
export type MessageIntent = (typeof messageIntents)[number]
export type MessageLanguage = (typeof markets)[number]["language"]

export type DemoMessage = {
  id: string
  orderId: string
  buyerName: string
  language: MessageLanguage
  at: number
  text: string
}

type Line = (orderId: string, product: string) => string
type Grammar = { greetings: string[]; ends: string[]; lines: Record<MessageIntent, Line[]> }

const grammars: Record<MessageLanguage, Grammar> = {
  en: {
    greetings: ["Hi,", "Hello,", "Good morning,"],
    ends: ["Thanks.", "Best wishes", "Please reply soon."],
    lines: {
      "where-is-it": [
        (id) => `where is my order ${id}? It should have been here by now.`,
        (id, p) => `I am still waiting for the ${p} (${id}).`
      ],
      cancel: [(id) => `please cancel ${id}, I ordered by mistake.`],
      return: [(id, p) => `I would like to return the ${p} from ${id}.`],
      damaged: [(id, p) => `the ${p} in ${id} arrived broken, I can send photos.`],
      "address-change": [(id) => `can you still change the delivery address of ${id}?`],
      invoice: [(id) => `could you send me an invoice for ${id}?`],
      thanks: [(_, p) => `the ${p} is lovely, thank you!`],
      availability: [(_, p) => `will the ${p} be back in stock soon?`]
    }
  },
  de: {
    greetings: ["Guten Tag,", "Hallo,"],
    ends: ["Danke!", "Viele Grüße"],
    lines: {
      "where-is-it": [
        (id) => `wo bleibt meine Bestellung ${id}?`,
        (id) => `die Sendung ${id} ist noch nicht da.`
      ],
      cancel: [(id) => `bitte stornieren Sie ${id}.`],
      return: [(id, p) => `ich möchte ${p} aus ${id} zurückgeben.`],
      damaged: [(id, p) => `${p} aus ${id} kam beschädigt an.`],
      "address-change": [(id) => `können Sie die Lieferadresse von ${id} noch ändern?`],
      invoice: [(id) => `ich brauche eine Rechnung zu ${id}.`],
      thanks: [() => "alles gut angekommen, sehr schön!"],
      availability: [(_, p) => `wann ist ${p} wieder lieferbar?`]
    }
  },
  fr: {
    greetings: ["Bonjour,", "Bonsoir,"],
    ends: ["Merci d'avance.", "Cordialement"],
    lines: {
      "where-is-it": [(id) => `où en est ma commande ${id} ?`],
      cancel: [(id) => `je souhaite annuler la commande ${id}.`],
      return: [(id, p) => `je voudrais renvoyer l'article ${p} de ${id}.`],
      damaged: [(id, p) => `l'article ${p} (${id}) est arrivé cassé.`],
      "address-change": [(id) => `peut-on changer l'adresse de livraison de ${id} ?`],
      invoice: [(id) => `pouvez-vous m'envoyer la facture de ${id} ?`],
      thanks: [() => "tout est parfait, merci !"],
      availability: [(_, p) => `l'article ${p} sera-t-il bientôt disponible ?`]
    }
  },
  es: {
    greetings: ["Hola,", "Buenos días,"],
    ends: ["Gracias.", "Un saludo"],
    lines: {
      "where-is-it": [(id) => `¿dónde está mi pedido ${id}?`],
      cancel: [(id) => `quiero cancelar el pedido ${id}.`],
      return: [(id, p) => `quisiera devolver ${p} del pedido ${id}.`],
      damaged: [(id, p) => `${p} del pedido ${id} llegó roto.`],
      "address-change": [(id) => `¿puede cambiar la dirección de envío de ${id}?`],
      invoice: [(id) => `necesito la factura de ${id}.`],
      thanks: [() => "ha llegado todo muy bien, ¡gracias!"],
      availability: [(_, p) => `¿volverá a haber ${p}?`]
    }
  },
  zh: {
    greetings: ["您好，", "你好，"],
    ends: ["谢谢。", "请尽快回复。"],
    lines: {
      "where-is-it": [(id) => `订单 ${id} 什么时候到？`, (id) => `${id} 的物流一直没有更新。`],
      cancel: [(id) => `我想取消订单 ${id}。`],
      return: [(id, p) => `${id} 里的 ${p} 我想退货。`],
      damaged: [(id, p) => `${id} 的 ${p} 收到时已经坏了。`],
      "address-change": [(id) => `${id} 还能改收货地址吗？`],
      invoice: [(id) => `请给 ${id} 开发票。`],
      thanks: [() => "东西很好，非常满意！"],
      availability: [(_, p) => `${p} 什么时候补货？`]
    }
  },
  ja: {
    greetings: ["こんにちは。", "お世話になります。"],
    ends: ["よろしくお願いします。", "ご確認ください。"],
    lines: {
      "where-is-it": [(id) => `注文 ${id} はいつ届きますか。`],
      cancel: [(id) => `注文 ${id} をキャンセルしたいです。`],
      return: [(id, p) => `${id} の ${p} を返品したいです。`],
      damaged: [(id, p) => `${id} の ${p} が壊れて届きました。`],
      "address-change": [(id) => `${id} の届け先を変更できますか。`],
      invoice: [(id) => `${id} の領収書をお願いします。`],
      thanks: [() => "とても気に入りました。"],
      availability: [(_, p) => `${p} の再入荷はありますか。`]
    }
  }
}

const sixDays = 6 * 86_400_000

/** Messages about orders of the last months, in the buyer's language. */
export function makeMessages(random: Random, shop: DemoShop, count: number): DemoMessage[] {
  const recent = shop.orders.slice(Math.floor(shop.orders.length * 0.7))
  const byLanguage = new Map<MessageLanguage, DemoOrder[]>()
  for (const order of recent) {
    const { language } = order.buyer.market
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), order].slice(-400))
  }
  const languages = [...byLanguage.keys()].sort()
  const messages = Array.from({ length: count }, (_, i) => {
    const language = languages[i % languages.length] ?? "en"
    const order = random.pick(byLanguage.get(language) ?? recent)
    const { greetings, ends, lines } = grammars[language]
    const line = random.pick(lines[random.pick(messageIntents)])
    const text = `${random.pick(greetings)} ${line(order.id, order.items[0]?.title ?? "")} ${random.pick(ends)}`
    return {
      orderId: order.id,
      buyerName: order.buyer.name,
      language,
      at: order.placedAt + random.int(0, Math.min(sixDays, shop.end - order.placedAt)),
      text
    }
  })
  return messages
    .sort((a, b) => a.at - b.at)
    .map((message, i) => ({ id: `M-${1_000 + i}`, ...message }))
}
