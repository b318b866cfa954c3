import type { RiskReasonSentences } from "./reason-text"

export const riskReasonSentences: RiskReasonSentences = {
  "rush-shipping": [
    "配送方式为 {method}，{n:pastOrders}中只有 {share} 这样选",
    "配送方式为 {method}，很少有人选",
    "选了少见的配送方式"
  ],
  "retries-in-shop": [
    "一小时内有 {orders:orders}多次尝试才付款成功，本单尝试了 {attempts} 次",
    "一小时内有多个订单多次尝试才付款成功"
  ],
  "contact-shared-by-buyers": [
    "30 天内有 {buyers:buyers}使用同一邮箱、电话或 IP 地址",
    "有多位买家使用同一邮箱、电话或 IP 地址"
  ],
  "product-of-confirmed": [
    "您标记为有问题的 {n:orders}中，有 {orders} 单含 {product}，远多于平时",
    "{product} 常出现在您标记为有问题的订单里",
    "有问题的订单里常有这个商品"
  ],
  "buyer-month": ["同一人 30 天内下了{orders:orders}", "同一人 30 天内多次下单"],
  "repeat-month": ["同一人 30 天内有{orders:orders}购买同一商品", "同一人反复购买同一商品"],
  "units-month": [
    "同一人 30 天内共买 {product} {quantity:pieces}，平时一单为 {usualQuantity:pieces}",
    "同一人 30 天内大量购买同一商品"
  ],
  "many-addresses": ["同一人 30 天内寄往{addresses:addresses}", "同一人寄往多个地址"],
  "new-address": ["该买家从未用过的地址[（参考{n:pastOrders}）]", "老买家使用了新地址"],
  "new-contact": [
    "该买家从未用过的邮箱或电话[（参考{n:pastOrders}）]",
    "老买家使用了新的邮箱或电话"
  ],
  "returns-before": ["该买家{n:pastOrders}中有 {claims} 单退货或退款", "该买家经常退货"],
  "not-received-before": [
    "该买家{n:pastOrders}中有 {claims} 单声称未收到货",
    "该买家曾声称未收到货"
  ],
  "declined-before": ["该买家{n:pastOrders}中有 {claims} 单取消或失败", "该买家的订单曾被取消"],
  "linked-to-confirmed": [
    "买家、地址、邮箱或电话与您标记为有问题的{orders:orders}相同",
    "与您标记为有问题的订单有关"
  ],
  "disposable-email": [
    "{?never}一次性邮箱：{n:pastOrders}中从未出现",
    "一次性邮箱[（{n:pastOrders}中占 {share}）]",
    "一次性邮箱"
  ],
  "name-mismatch": [
    "邮箱地址与买家姓名毫无关系[（{n:pastOrders}中占 {share}）]",
    "邮箱地址与买家姓名毫无关系"
  ],
  "odd-email": ["邮箱地址像是随意拼凑的[（{n:pastOrders}中占 {share}）]", "邮箱地址像是随意拼凑的"],
  "po-box": ["寄往邮政信箱[（该国{n:pastOrders}中占 {share}）]", "寄往邮政信箱"],
  forwarder: [
    "地址带有转运公司的客户编号[（该国{n:pastOrders}中占 {share}）]",
    "地址带有转运公司的客户编号"
  ],
  "odd-address": ["地址写法不寻常[（该国{n:pastOrders}中占 {share}）]", "地址写法不寻常"],
  "new-buyer-quantity": [
    "该买家首次下单：{product} {quantity:pieces}，平时为 {usualQuantity:pieces}",
    "该买家首次下单，件数比平时多"
  ],
  "marketplace-high": ["平台自己评定风险为高"],
  "marketplace-medium": ["平台自己评定风险为中"],
  "wrong-sum": ["总额 {amount} 与商品和运费之和 {lines} 不符", "总额与各行之和不符"],
  "missing-fact": [
    "{?never}页面没有显示{field}；{n:pastOrders}全都显示了",
    "页面没有显示{field}；{n:pastOrders}中只有 {share} 没有",
    "缺少您的订单通常会显示的信息"
  ],
  "for-good-past": ["该买家{n:pastOrders}，没有退货、索赔或取消", "该买家之前的订单都很顺利"],
  "for-usual-of-buyer": ["金额与该买家平时一致[（参考{n:pastOrders}）]", "金额与该买家平时一致"],
  "for-usual-amount": [
    "{amount} 是寄往{country}的常见金额[（参考{n:pastOrders}）]",
    "金额属于常见范围"
  ],
  "for-same-country": ["账单和收货同在{country}", "账单和收货在同一国家"],
  "for-paid-at-once": ["一次付款成功"],
  "for-usual-country": ["{n:pastOrders}中有 {share} 寄往{country}", "常见的收货地"],
  "for-marketplace-low": ["平台自己评定风险为低"]
}

export const orderFields = {
  total: "金额",
  items: "商品",
  buyer: "买家",
  shipCountry: "收货国家",
  billCountry: "账单国家",
  shippingMethod: "配送方式",
  paymentMethod: "支付方式",
  email: "邮箱",
  phone: "电话",
  shipAddress: "地址"
}
