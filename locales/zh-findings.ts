import type { CheckKind } from "../src/domain/listing-analysis"
import type { ListingField } from "../src/domain/listing-facts"
import type { PluralForms } from "./format"

const same = (text: string): PluralForms => ({ one: text, other: text })

export const fieldNames: Record<ListingField, string> = {
  title: "标题",
  highlights: "商品亮点",
  bullets: "五点描述",
  description: "商品描述",
  searchTerms: "搜索关键词",
  tags: "标签",
  attributes: "属性",
  brand: "品牌",
  gtin: "商品条码",
  condition: "成色",
  category: "类目",
  images: "图片",
  altTexts: "图片说明",
  variationImages: "单个变体的图片",
  price: "价格",
  reviews: "评价",
  metaTitle: "搜索引擎标题",
  metaDescription: "搜索引擎描述",
  compliance: "产品安全信息",
  shipping: "发货",
  texts: "文字"
}

export const lengthUnits: Record<string, PluralForms> = {
  characters: same("# 个字符"),
  bytes: same("# 字节"),
  words: same("# 个词")
}

export const findingWords: Record<string, string> = {
  promotion: "促销",
  sale: "促销词",
  offer: "折扣",
  availability: "库存状态",
  condition: "成色",
  shipping: "配送和分期",
  reviews: "评价",
  guarantee: "退款和保证",
  placeholder: "占位文字",
  eco: "环保和抗菌",
  pesticide: "驱虫和杀菌",
  disease: "疾病和疗效",
  "other-platform": "其他平台",
  own: "您自己的词表",
  imperial: "英寸、磅和盎司",
  metric: "公制单位",
  manufacturer: "制造商名称",
  address: "邮政地址",
  contact: "电子邮箱或网址",
  "responsible-person": "欧盟责任人",
  language: "站点所用的语言"
}

export const findingSentences: Record<CheckKind, string[]> = {
  "max-length": ["{field}：{length}，最多 {limit}", "{field}过长"],
  "min-length": ["{field}：{length}，至少 {limit}", "{field}过短"],
  count: [
    "{field}：{measured} 项，至少 {min} 项",
    "{field}：{measured} 项，最多 {max} 项",
    "{field}的数量不对"
  ],
  "banned-characters": ["{field}中不得出现 {characters}", "{field}中有不得出现的字符"],
  "characters-once": ["{field}中 {characters} 只能出现一次", "{field}中有字符出现过多"],
  "leading-characters": ["{field}不得以 {characters} 开头", "{field}的开头字符不对"],
  "start-capital": ["{field}须以大写字母开头"],
  "end-punctuation": ["{field}末尾不宜有标点"],
  emoji: ["{field}中不得有表情符号"],
  "all-caps": ["{field}中有全大写单词"],
  "repeated-words": ["{field}：“{words}”超过 {max} 次", "{field}中有词重复过多"],
  duplicates: ["{field}：“{words}”出现两次", "{field}中有重复"],
  words: ["{field}涉及{topic}：“{words}”", "{field}中有不得出现的词"],
  "trade-marks": ["{field}用了您列出的名称：“{words}”", "{field}用了您列出的名称"],
  amounts: ["{field}中不得写价格"],
  "names-brand": ["{field}应写明品牌 {name}", "{field}应写明品牌"],
  "image-text": ["{field}：商品旁的文字占图片的 {measured}", "{field}：商品以外的文字"],
  "image-border": ["{field}：{images} 张带有边框", "{field}不得带边框"],
  "stock-picture": ["{field}：二手商品需要实物照片"],
  "contact-data": ["{field}中不得有电话、电子邮箱或网址"],
  html: ["{field}中不得有网页代码"],
  "own-identifier": ["{field}中不得有商品编号"],
  "product-named": ["{field}应写明是什么商品"],
  required: ["{field}：缺少 {name}", "缺少{field}"],
  "page-limit": ["{field}：{length}，页面允许 {limit}", "{field}：页面自己的上限"],
  "frozen-after-sale": ["{field}已不能修改：已售出 {sold} 次", "{field}在首次售出后不能修改"],
  gtin: [
    "{code} 不是有效的条码：最后一位应为 {digit}",
    "{code} 不是条码：应为 8、12、13 或 14 位数字",
    "条码的校验位"
  ],
  "image-size": [
    "{field}：{images} 张长边小于 {min} 像素（最小 {measured}）",
    "{field}：{images} 张长边大于 {max} 像素（最大 {measured}）",
    "{field}的像素尺寸"
  ],
  "image-background": ["主图边缘只有 {measured} 为纯白", "主图背景不是纯白"],
  "image-fill": ["商品占主图的 {measured}，至少 {min}", "商品在主图中占比太小"],
  "image-format": ["{field}：不接受 {format}", "{field}的文件格式"],
  language: ["{field}：用{found}书写，这里的买家读{wanted}", "{field}：站点语言"],
  units: ["{field}：这里的买家使用{system}", "{field}：买家所在国的单位"],
  sizes: ["{field}：这里的买家使用 {system} 尺码", "{field}：买家所在国的尺码"],
  gpsr: ["产品安全信息缺少{missing}", "产品安全信息（欧盟）"],
  duty: ["{to}的买家须为来自{from}的包裹缴关税", "入境关税"],
  "price-sanity": ["划线价 {listPrice} 不高于售价 {price}", "售价为 {price}", "售价与划线价"],
  "price-position": [
    "{price} 是您看过的 {n} 个同类商品中位价 {middle} 的 {times} 倍",
    "{price} 是您看过的 {n} 个同类商品中位价 {middle} 的 {part}",
    "与您看过的同类商品比较的价格"
  ],
  "review-health": [
    "评分 {rating}（满分 5，{n} 个评分）：四星筛选会排除它",
    "{n} 个评分中 {oneStar} 为一星",
    "评分与一星评价"
  ]
}

export const fixSentences: Record<CheckKind, string[]> = {
  "max-length": ["删去标出的末尾，或采用下面较短的文字。", "缩短它。"],
  "min-length": ["补充买家会问的事实：材质、尺寸、用途。"],
  count: ["补足到 {min} 项。", "减到 {max} 项。", "调整数量。"],
  "banned-characters": ["删去标出的字符。"],
  "characters-once": ["删去标出的字符。"],
  "leading-characters": ["删去标出的字符。"],
  "start-capital": ["把标出的词改为大写开头。"],
  "end-punctuation": ["删去标出的标点。"],
  emoji: ["删去标出的表情符号。"],
  "all-caps": ["把标出的词改为小写。"],
  "repeated-words": ["删去标出的重复词。"],
  duplicates: ["把标出的一项换成别的。"],
  words: ["删去标出的词，或移到专用的字段。"],
  "trade-marks": ["删去标出的名称，或在允许处写“适用于”。"],
  amounts: ["删去标出的价格。"],
  "names-brand": ["把 {name} 写进去。", "把品牌写进去。"],
  "image-text": ["上传商品周围没有文字、标志或网址的图片。"],
  "image-border": ["裁掉边框。"],
  "stock-picture": ["拍摄您所售商品的照片。"],
  "contact-data": ["删去标出的联系方式。"],
  html: ["删去标出的网页代码。"],
  "own-identifier": ["删去标出的编号，它有自己的字段。"],
  "product-named": ["用类目中的词写明商品。"],
  required: ["把它填上。"],
  "page-limit": ["删去标出的末尾。"],
  "frozen-after-sale": ["如必须改标题，请新建商品。"],
  gtin: ["从包装或您的条码清单重新抄写号码。"],
  "image-size": [
    "上传长边至少 {min} 像素的图片。",
    "上传长边至多 {max} 像素的图片。",
    "上传其他尺寸。"
  ],
  "image-background": ["把背景改为纯白（255, 255, 255）。"],
  "image-fill": ["把图片裁得更贴近商品。"],
  "image-format": ["另存为：{formats}。", "另存为其他格式。"],
  language: ["翻译成站点的语言。"],
  units: ["补充买家使用的单位。"],
  sizes: ["补充买家使用的尺码。"],
  gpsr: ["在商品页补上所缺内容。"],
  duty: ["在结账前写明关税，或从境内发货。"],
  "price-sanity": ["更正售价，或去掉划线价。"],
  "price-position": ["检查价格是否输错；若有意如此，请在商品页说明原因。"],
  "review-health": ["先读最近的一星和二星评价：其中写着要改什么。"]
}
