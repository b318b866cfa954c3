import type { ScamCue } from "../domain/message-note"
import { foldText } from "../features/fold-text"

/** Folded words per cue, after Etsy's list for sellers (help 360000343128). */
const cues: [ScamCue, RegExp][] = [
  [
    "contact-outside",
    /whats ?app|telegram|wechat|weixin|(加|加我|加个)微信|カカオ|\bline (id|で)|lineで|카톡|왓츠앱|텔레그램|واتساب|واتس|تلغرام|(text|call|e-?mail) me (at|on|directly)|(schreib|contact|escrib|scriv|ecri)\w* .{0,20}(e-?mail|whats)/u
  ],
  [
    "pay-outside",
    /outside (of )?(the |this )?(platform|site|website|etsy|ebay|amazon)|off[- ]platform|(directly|direkt|directo|diretamente|direttamente) (to )?(pay|bank)|western union|moneygram|zelle|bitcoin|crypto|friends and family|freunde und familie|ausserhalb|hors (de la )?plateforme|en dehors d|fuera de (la )?(plataforma|pagina)|fuori dalla|por fora|线下|私下|平台外|转账付款|サイト外|직거래|플랫폼 밖|خارج (المنصة|الموقع)/u
  ],
  ["qr-code", /qr[- ]?(code|코드|コード)|codigo qr|codice qr|code qr|二维码|큐알|رمز qr|كود qr/u],
  [
    "poses-as-staff",
    /(support|security|verification|service|trust|sicherheits|seguridad|sicurezza|securite|seguranca)[- ]?(team|abteilung|center|department|staff)|equipo de (seguridad|soporte)|equipe (de )?(securite|seguranca)|team (di )?sicurezza|安全中心|官方客服|平台客服|安全部門|事務局|보안팀|고객센터|فريق (امان|أمان|الامان|دعم)|account (will be|is) (suspended|closed|blocked)|konto .{0,20}(gesperrt|geschlossen)|冻结|停止されます/u
  ],
  [
    "overpayment",
    /(cheque|check|scheck|assegno|支票|小切手|수표|شيك).{0,80}(more|extra|rest|mehr|plus|de mas|restante|mais|piu|多|残り|남는|أكثر|الباقي)/u
  ],
  [
    "gift-cards",
    /gift ?card|geschenkkarte|carte(s)? cadeau|tarjetas? (de )?regalo|carte? regalo|cartao presente|礼品卡付|ギフトカードで払|기프트카드로|بطاقات هدايا/u
  ],
  [
    "asks-for-secrets",
    /(verification|security|sms|confirmation) code|(your|ihre|votre|su|tua|seu) (bank account|iban|card number|e-?mail|password|kontodaten|correo|email|telefono)|验证码|银行卡号|認証コード|口座番号|인증번호|계좌번호|رمز التحقق|رقم حسابك/u
  ]
]

const link =
  /\b(?:https?:\/\/|www\.)([^\s/]+)|\b((?:[a-z0-9-]+\.)+(?:com|net|org|info|top|shop|xyz|ru|cn|link|click))\b/giu

/** Hosts of a link that are not the marketplace's own. */
function outsideLinks(text: string, ownHost: string): boolean {
  const own = ownHost.split(".").slice(-2).join(".")
  return [...text.normalize("NFKC").matchAll(link)].some(([, host, bare]) => {
    const found = (host ?? bare ?? "").toLowerCase()
    return own === "" || !found.endsWith(own)
  })
}

/** What in a message tries to lead the seller off the marketplace. `ownHost`: where the message was read. */
export function scamCuesOf(text: string, ownHost: string): ScamCue[] {
  const folded = foldText(text)
  const found = cues.flatMap(([cue, pattern]) => (pattern.test(folded) ? [cue] : []))
  return outsideLinks(text, ownHost) ? [...found, "outside-link"] : found
}
