/** Names that `TextDecoder` knows. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "gb18030",
  "shift_jis",
  "euc-kr",
  "big5",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1254"
] as const
export type Encoding = (typeof encodings)[number]

/** How much of a file is looked at; enough to be sure of UTF-16 and of most UTF-8. */
export const sampleBytes = 262_144

function markOf(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8"
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be"
  return null
}

/** Latin text in UTF-16 has a zero in every other byte; which half tells the order. */
function zerosOf(head: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  const end = Math.min(head.length, 4_096)
  for (let i = 0; i < end; i++) {
    if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  if (odd > end * 0.2 && even < end * 0.02) return "utf-16le"
  if (even > end * 0.2 && odd < end * 0.02) return "utf-16be"
  return null
}

export function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    // streaming: a character cut by the end of the sample is no error
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * What spreadsheets of other Windows write, most telling first, each with characters that its own texts are full of:
 * read as another encoding, hardly any of them come out.
 */
const legacy: [Encoding, string][] = [
  [
    "gb18030",
    "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切考微款约除批虑布状态订号称价格额买卖付址邮编货发退数"
  ],
  [
    "shift_jis",
    "のにはをたがでてとしれさあいうえおかきくけこすせそちつなぬねひふへほまみむめもやゆよらりるろわんアイウエオカキクケコサシスセソタチツテトナニネノハヒフヘホマミムメモヤユヨラリルレロワンーッャュョ注文番号日付商品数量金額価格在庫個円"
  ],
  [
    "euc-kr",
    "이다의는가을에를한은로하고지도서기사리자시어대인아나일있라스그주정해보전수제여상부원장과적구성조공우동안문비위현소경마신중요바발들만거방용물계간드무유당운생실미모관학연분면번명호격량문금액주소상품수량날짜결제배송"
  ],
  [
    "big5",
    "的一是不了人我在有他這中大來上國個到說們為子和你地出也時年得就那要下以生會訂單號商品數量金額日期狀態價格買家收件地址電話姓名"
  ],
  ["windows-1252", "äöüßÄÖÜéèêëàâçñóíáúãõîïôûùœåøæÉÈÀÇÑÓÍÁÚÃÕÅØÆ€£’“”–ºª°®™²"],
  ["windows-1251", "абвгдежзиклмнопрстуфхцчшщыьэюяАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ№"],
  ["windows-1250", "ąćęłńśźżčřšžěůőűĄĆĘŁŃŚŹŻČŘŠŽóéíáýöüäÓÉÍÁÝÖÜÄ€"],
  ["windows-1254", "ğışçöüİĞŞÇÖÜâî€"]
]

/** The share of the characters outside ASCII that are among an encoding's own; 0 where it cannot be that encoding. */
function ownShare(bytes: Uint8Array, encoding: Encoding, own: string): number {
  if (!decodes(bytes, encoding)) return 0
  const text = new TextDecoder(encoding).decode(bytes, { stream: true })
  const characters = new Set(own)
  let [others, found] = [0, 0]
  for (const character of text) {
    if (character < "\u0080") continue
    others++
    if (characters.has(character)) found++
  }
  return others === 0 ? 0 : found / others
}

/** So many common characters do not come out of two-byte readings of Western text. */
const sureOfTwoBytes = 0.25

/** What bytes that are not UTF-8 are: each Windows writes its own; cp1252 where nothing speaks for another. */
export function legacyEncoding(bytes: Uint8Array): Encoding {
  const shares = legacy.map(([encoding, own]) => ({
    encoding,
    share: ownShare(bytes, encoding, own)
  }))
  const [surest] = shares.toSorted((a, b) => b.share - a.share)
  const twoBytes = shares
    .filter(({ encoding, share }) => !encoding.startsWith("windows") && share > sureOfTwoBytes)
    .sort((a, b) => b.share - a.share)[0]
  return twoBytes?.encoding ?? (surest && surest.share > 0.2 ? surest.encoding : "windows-1252")
}

/**
 * The encoding of a text file by its first bytes: byte order mark, zeros of UTF-16, valid UTF-8, else an old one.
 * A file that is ASCII as far as the sample goes is taken for UTF-8; reading falls back when a later byte is not.
 */
export function detectEncoding(head: Uint8Array): Encoding {
  const marked = markOf(head) ?? zerosOf(head)
  if (marked) return marked
  return decodes(head, "utf-8") ? "utf-8" : legacyEncoding(head)
}
