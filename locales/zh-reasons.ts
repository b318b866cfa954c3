import type { Nouns, ReasonSentences } from "./reason-text"
import { riskReasonSentences } from "./zh-risk-reasons"

const counted = (text: string) => ({ one: text, other: text })

export const nouns: Nouns = {
  pastOrders: counted("过往 # 单"),
  orders: counted("# 单"),
  pieces: counted("# 件"),
  buyers: counted("# 位买家"),
  attempts: counted("# 次"),
  products: counted("# 种商品"),
  addresses: counted("# 个地址")
}

export const reasonSentences: ReasonSentences = {
  ...riskReasonSentences,
  "amount-vs-shop": [
    "金额 {amount}，是本店平时 {usual} 的 {times} 倍[（参考{n:pastOrders}）]",
    "金额 {amount}，与本店平时的 {usual} 相差很大",
    "订单金额与本店平时相差很大"
  ],
  "amount-vs-country": [
    "金额 {amount}，是寄往{country}的订单平时 {usual} 的 {times} 倍[（参考{n:pastOrders}）]",
    "金额 {amount}，在寄往{country}的订单中不常见",
    "订单金额在该国家或地区不常见"
  ],
  "amount-vs-buyer": [
    "金额 {amount}，是该买家平时 {usual} 的 {times} 倍[（参考{n:pastOrders}）]",
    "金额 {amount}，与该买家平时不同",
    "订单金额与该买家平时不同"
  ],
  "quantity-vs-sku": [
    "{product} 一次买了 {quantity:pieces}，平时为 {usualQuantity:pieces}[（参考{n:pastOrders}）]",
    "{product} 一次买了 {quantity:pieces}，比平时多",
    "同一商品的购买数量比平时多"
  ],
  "quantity-vs-shop": [
    "一单共 {quantity:pieces}，平时为 {usualQuantity:pieces}[（参考{n:pastOrders}）]",
    "一单共 {quantity:pieces}，比平时多",
    "一单的商品件数比平时多"
  ],
  "price-vs-sku": [
    "{product} 的单价 {price}，是平时 {usualPrice} 的 {times} 倍[（参考{n:pastOrders}）]",
    "{product} 的单价 {price}，只有平时 {usualPrice} 的 {part}[（参考{n:pastOrders}）]",
    "{product} 的单价 {price} 不寻常",
    "有商品的单价不寻常"
  ],
  "buyer-velocity": [
    "同一买家在 {hours}内下了 {orders:orders}",
    "同一买家在 {hours}内下了多单",
    "同一买家短时间内下了多单"
  ],
  "address-velocity": [
    "同一地址在 {hours}内有 {orders:orders}",
    "同一地址在 {hours}内有多单",
    "同一地址短时间内有多单"
  ],
  "sku-velocity": [
    "{product} 在 {hours}内卖出 {orders:orders}",
    "{product} 短时间内订单很多",
    "同一商品短时间内订单很多"
  ],
  "shop-velocity": ["本店 {hours}内来了 {orders:orders}，比平时多", "本店短时间内的订单比平时多"],
  "new-buyer-high-value": [
    "该买家首次下单，金额 {amount} 是平时 {usual} 的 {times} 倍[（参考{n:pastOrders}）]",
    "该买家首次下单，金额 {amount} 偏高",
    "该买家首次下单，且金额偏高"
  ],
  "country-mismatch": [
    "寄往{country}，账单地址在{other}；{?never}{n:pastOrders}中没有这种情况",
    "寄往{country}，账单地址在{other}[；{n:pastOrders}中只有 {share} 是这样]",
    "收货与账单的国家或地区不一致"
  ],
  "payment-attempts": ["付款尝试了 {attempts:attempts}才成功", "多次尝试付款才成功"],
  "rush-shipping-high-value": [
    "金额 {amount} 是平时 {usual} 的 {times} 倍，并选了 {method} 配送[（只有 {share} 的订单这样选）]",
    "金额 {amount}，并选了 {method} 配送",
    "金额偏高，并选了快速配送"
  ],
  "unusual-hour": [
    "{?never}下单时间 {time}：{n:pastOrders}中没有在这个时段的",
    "下单时间 {time}：{n:pastOrders}中只有 {share} 在这个时段",
    "下单时间 {time}，对本店来说不常见",
    "下单时间对本店来说不常见"
  ],
  "many-skus": [
    "一单有 {lines:products}，平时为 {usualQuantity:products}",
    "一单有 {lines:products}，比平时多",
    "一单里的商品种类比平时多"
  ],
  "unusual-mix": [
    "{?never}{product} 以前没有寄往过{country}（参考{n:pastOrders}）",
    "{product} 很少寄往{country}：只占{n:pastOrders}的 {share}",
    "{product} 很少寄往{country}",
    "该商品很少寄往这个目的地"
  ],
  "address-shared-by-buyers": ["30 天内有 {buyers:buyers}使用这个地址", "有多位买家使用这个地址"],
  "repeat-order": ["{hours}内同样的商品下了 {orders:orders}", "短时间内重复购买了同样的商品"]
}
