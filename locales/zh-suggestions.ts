import type { SuggestionCatalogue } from "./suggestion-words"

export const suggestionCatalogue: SuggestionCatalogue = {
  nouns: {
    orders: { one: "# 个订单", other: "# 个订单" },
    buyers: { one: "# 位买家", other: "# 位买家" },
    days: { one: "# 天", other: "# 天" },
    pieces: { one: "# 件", other: "# 件" },
    products: { one: "# 个商品", other: "# 个商品" }
  },
  titles: {
    bundle: ["将 {first} 与 {second} 组合销售，定价 {price}", "将 {first} 与 {second} 组合销售"],
    comeback: ["提醒买过 {first} 的买家再买 {second}"],
    "win-back": ["联系买家 {buyer}", "联系一位久未下单的买家"],
    substitute: ["{first} 快缺货，改推 {second}"],
    price: ["检查 {first} 的价格"],
    "list-next": ["上架同时含“{first}”和“{second}”的商品"],
    duplicate: ["合并 {first} 与 {second}"],
    drop: ["停售 {first}"]
  },
  reasons: {
    "bought-together": [
      "{n:orders}同时含两者，占含 {product} 的 {of:orders}的 {share}",
      "两者常在同一订单中"
    ],
    "often-with": ["是随机情况的 {times} 倍", "比随机情况更常见"],
    "bundle-price": ["组合价 {price}，原价合计 {whole}，优惠 {off}", "比两者原价略低"],
    "bundle-margin": ["若扣除成本和费用后剩 {share}，约赚 {margin}", "利润取决于您的成本"],
    "bundle-profit": ["扣除您自己的成本后剩 {margin}（未计平台费用）", "利润取决于您的成本"],
    "comes-back": [
      "买过 {product} 的买家约 {days:days}后来买 {other}（半数在 {low} 至 {high} 天之间）",
      "买家会回来买它"
    ],
    "comes-back-chance": ["{of:buyers}中有 {n} 位如此（{share}）", "有些买家如此"],
    overdue: [
      "共 {orders:orders}[，平均 {amount}]，通常每 {usual:days}一次；现已 {since:days}未下单",
      "比平常更久未下单"
    ],
    "may-return": ["同样久未下单的买家中，{share} 在一个月内回来", "有些这样的买家会回来"],
    "likely-wants": ["可能想要：{products}", "可按过往推测其需求"],
    "runs-out": ["{product} 剩 {left:pieces}：按目前速度可卖 {days:days}", "即将缺货"],
    "similar-in-stock": [
      "{product} 的文字相似度为 {likeness}，库存 {stock:pieces}",
      "有相似商品有货"
    ],
    "price-above": [
      "{product} 售价 {price}，比 {n} 个相似商品的中位价（{usual}）高 {away}",
      "比相似商品贵"
    ],
    "price-below": [
      "{product} 售价 {price}，比 {n} 个相似商品的中位价（{usual}）低 {away}",
      "比相似商品便宜"
    ],
    "few-of-good": [
      "含“{word}”的 {n:products}收入是平常的 {times} 倍，含“{other}”的 {m:products}是 {otherTimes} 倍",
      "含这些词的商品卖得更好"
    ],
    "missing-mix": ["您没有同时含“{word}”和“{other}”的商品", "您还没有这样的商品"],
    alike: ["{product} 与 {other} 的文字相似度为 {likeness}", "文字相似"],
    "takes-turns": [
      "一个卖出的那几周另一个不卖；{orders} 个订单中有 {n:orders}同时含两者",
      "此消彼长"
    ],
    "no-sales": ["{product} 已 {days:days}没有卖出（累计 {units:pieces}）", "很久没有卖出"],
    "price-try": ["可尝试：{price}", "有可尝试的价格"],
    "price-own-past": [
      "您自己 {weeks} 周的调价：贵 10% 时少卖 {fewer}（{least} 至 {most}），未计偶然",
      "按您自己的调价计算"
    ],
    "price-assumed": [
      "假设贵 10% 会少卖 {fewer}（{least} 至 {most}），依据公开研究：您自己的历史无法判断",
      "假设买家对价格的反应如常"
    ],
    "joint-sales": [
      "两者每月共卖 {amount}；假设合并后多卖 {more}（少卖 {fewer} 至多卖 {most}）",
      "两者销量合并计算"
    ],
    "lost-sales": ["有 95% 的把握，它每月卖不过 {amount}", "损失的销量很少"],
    "counted-with-cost": ["按您每件 {cost} 的成本计算", "按您自己的成本计算"],
    "counted-with-margin": ["按扣除所有成本后售价剩余 {share} 计算", "按通常的剩余比例计算"],
    "little-revenue": ["库存 {left:pieces}，按售价值 {amount}", "占用库存"]
  }
}
