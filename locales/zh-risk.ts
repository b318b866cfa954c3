import type { RiskWords } from "./en-risk"
import type { Format } from "./format"

export const riskWords = (format: Format): RiskWords => ({
  kind: {
    "payment-fraud": "付款需核对",
    "account-takeover": "账号可能被他人使用",
    reseller: "转卖或机器人下单",
    "address-risk": "地址需核对",
    "refund-abuse": "反复退货",
    "not-received-abuse": "反复声称“未收到”",
    "pricing-error": "价格可能有误",
    "data-oddity": "数据对不上"
  },
  probability: (share) =>
    share >= 0.95
      ? "类似的订单几乎全都有问题。"
      : `类似的订单中，每 10 单约有 ${format.count(Math.max(1, Math.round(share * 10)))} 单有问题。`,
  probabilityBasis: "根据虚构店铺和您的判断得出：您判断得越多，就越符合您的店铺。",
  from: (place) => `来自：${place}`,
  place: {
    total: "总额",
    items: "商品",
    buyer: "买家",
    address: "收货地址",
    billing: "账单地址",
    payment: "支付",
    shipping: "配送方式",
    placed: "下单时间",
    history: "您过往的订单"
  },
  against: "支持该订单的理由",
  noneAgainst: "页面上没有。",
  decisive: (reason) => `如果没有这一点，就不会被标记：${reason}`,
  instead: {
    shipCountry: (value) => `如果寄往${value}，就不会被标记。`,
    billCountry: (value) => `如果账单地址在${value}，就不会被标记。`,
    shippingMethod: (value) => `如果配送方式为 ${value}，就不会被标记。`,
    paymentAttempts: () => "如果一次付款成功，就不会被标记。",
    quantity: (value) => `如果最突出的商品像平时一样只买 ${value} 件，就不会被标记。`,
    total: (value) => `如果金额是本店平时的 ${value}，就不会被标记。`
  },
  noDecisive: "没有单独起决定作用的原因，是几项共同造成的。",
  similar: "最相似的过往订单",
  similarVerdict: { fine: "您说没问题", fraud: "您说是欺诈" },
  messages: "买家就此单说了什么",
  adviceTitle: "可以这样做",
  advice: {
    "payment-fraud": [
      "付款到账前先不发货，也不要改地址。",
      "通过平台消息请买家确认订单。",
      "如要发货，请寄往订单上的地址，并使用可追踪、需签收的方式。"
    ],
    "account-takeover": [
      "通过平台消息联系买家，不要联系新的邮箱或电话。",
      "买家确认新地址之前先不发货。",
      "告诉平台客服该账号可能被盗。"
    ],
    reseller: [
      "库存紧张时，可限制每位买家的购买数量。",
      "检查价格是否低于成本。",
      "合并成一个包裹并追踪；大单本身没有错。"
    ],
    "address-risk": [
      "把地址与买家国家和以往订单对照。",
      "请买家确认地址；交给转运公司后，保障往往就结束了。",
      "使用可追踪、需签收的方式发货。"
    ],
    "refund-abuse": [
      "打包前拍照并记录序列号。",
      "按平台的退货流程处理，检查货物后再退款。",
      "不要因为以往的退货而拒绝合法退货。"
    ],
    "not-received-abuse": [
      "使用可追踪、需签收的方式，并保留承运人的收据。",
      "平台提供受保护的面单时请购买。",
      "用扫描记录和签收回应索赔。"
    ],
    "pricing-error": [
      "马上检查该商品的标价，可能还会有更多订单。",
      "照常发货，或致歉后取消：价格错误是卖家的失误。",
      "回复之前先改正标价。"
    ],
    "data-oddity": [
      "打开订单页面核对金额。",
      "如果同一订单来了两次，请问买家以哪一单为准。",
      "页面清楚后再发货；这往往只是导入或折扣造成的。"
    ]
  },
  draftTitle: "给买家的消息",
  draft: {
    "payment-fraud": (order) =>
      `您好，感谢您的订单 ${order}。发货前，能否请您确认是您本人下单，且收货地址无误？收到回复后我们马上发货。`,
    "account-takeover": (order) =>
      `您好，您的账号下了订单 ${order}，使用了一个我们没见过的地址。请问是您本人下单吗？新地址是否正确？确认之前我们先为您保留。`,
    reseller: (order) =>
      `您好，感谢您的订单 ${order}。请问是自用还是转卖？我们想据此妥善包装并开具正确的发票。`,
    "address-risk": (order) =>
      `您好，感谢您的订单 ${order}。能否请您确认收货地址？我们使用可追踪的方式寄送，希望确保送达。`,
    "refund-abuse": (order) =>
      `您好，感谢您的订单 ${order}。发货前您对商品还有什么想了解的吗？我们希望这次正合您的需要。`,
    "not-received-abuse": (order) =>
      `您好，感谢您的订单 ${order}。我们会以可追踪、需签收的方式寄送，请问届时有人签收吗？`,
    "pricing-error": (order) =>
      `您好，感谢您的订单 ${order}。其中一件商品的价格是我们标错了，非常抱歉。我们正在核对，今天会写信告诉您解决办法。`,
    "data-oddity": (order) =>
      `您好，感谢您的订单 ${order}。我们收到的内容有些需要核对：请问您是否只下了一单，商品是否正确？`
  },
  copy: "复制消息",
  copied: "已复制，请粘贴到平台消息中。",
  snooze: "明天提醒我",
  snoozed: (until) => `暂停到 ${format.moment(until)}`,
  allow: "不再标记该买家",
  allowed: "该买家不会被标记",
  undo: "撤销",
  undoVerdict: "撤回判断",
  budget: {
    title: "要看多少订单",
    rate: "按全部订单的比例",
    cost: "只看值得看的",
    inHundred: (share) =>
      share < 0.01
        ? `每 1,000 单约 ${format.count(share * 1_000)} 单`
        : `每 100 单约 ${format.count(share * 100)} 单`,
    claimFee: "除货物外，一次索赔的费用",
    checkCost: "看一单的成本",
    margin: "利润占订单金额的百分比",
    currency: "以订单自身的货币计。",
    save: "保存",
    saved: "已保存，正在重新比较最新的订单。"
  },
  quality: {
    title: "标记有多准",
    none: "还没有判断。请把被标记的订单标为没问题或欺诈：十个判断就能改变标记。",
    judged: (count) => `目前共 ${format.count(count)} 个判断`,
    precision: "被标记且确有问题的",
    recall: "有问题且被标记的",
    recallHelp: "没有被标记却有问题的订单，只能从您登记的索赔中得知。",
    f1: "两者综合（F1）",
    calibration: "预测与结果",
    calibrationHelp: "在这一概率的订单中，您判为欺诈的比例。",
    said: "预测概率",
    found: "判为欺诈",
    orders: "订单",
    error: "平均差距（ECE）",
    saved: "标记后您判为欺诈的订单金额",
    few: (count) => `只有 ${format.count(count)} 个判断，还不足以下结论。`
  },
  claims: {
    title: "索赔",
    shield: "发货之前",
    shieldHelp: (date) => `截至 ${date}，以平台自己的页面为准。`,
    source: { official: "平台说明", reported: "他人转述", unconfirmed: "未经证实" },
    rule: {
      "amazon-label": "购买标有“Claims Protected”的面单。",
      "amazon-scan": "承运人的首次扫描必须准时。",
      "amazon-refund": "由亚马逊退款，不要自己退款。",
      "ebay-tracking": "使用 eBay 能读取追踪信息的承运人。",
      "ebay-signature": "750 美元起：需要签收。",
      "own-tracking": "以可追踪的方式寄往订单上的地址，并保留收据。",
      "own-record": "把买家的确认与订单一起保存。",
      "amazon-appeal": "申诉",
      "amazon-answer": "回答关于索赔的问题",
      "amazon-safe-t": "申请赔付（SAFE-T）",
      "ebay-answer": "提供追踪信息或退款",
      "own-answer": "回复您的支付服务商，期限见其通知"
    },
    open: "收到索赔",
    kind: {
      returned: "退货或退款",
      "not-received": "未收到货",
      "not-as-described": "与描述不符",
      chargeback: "拒付"
    },
    opened: (at) => `${format.moment(at)} 收到`,
    deadlines: "期限",
    until: (what, at) => `${what}：截至 ${format.moment(at)}`,
    noDate: (what) => what,
    late: "已过",
    evidence: "保存证据",
    evidenceHelp: "一个文件，包含屏幕上的内容：订单、时间、原因和您的判断。其中没有买家姓名。",
    close: "结束索赔",
    none: "没有未结的索赔。"
  },
  shop: {
    title: "超出平常范围的日子",
    metric: {
      orders: "每日订单",
      revenue: "每日销售额",
      cancelled: "取消的订单",
      refunded: "退款和退货",
      late: "付款五天后仍未发货的订单"
    },
    day: (date, value, low, high) => `${date}：${value}，平时 ${low} 到 ${high}`,
    none: "最近四周没有超出平常范围的日子。",
    unknown: "转化率和评价暂不监测：Portside 读取的页面没有按天显示它们。",
    chart: (metric) => `${metric}，最近八周；不寻常的日子已标出`,
    hide: "隐藏"
  }
})
