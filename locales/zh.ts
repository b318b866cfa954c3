import type { en } from "./en"
import { findingText } from "./finding-text"
import { reasonText } from "./reason-text"
import { suggestionReason, suggestionTitle } from "./suggestion-text"
import { customers } from "./zh-customers"
import { dataWords } from "./zh-data"
import { demandWords } from "./zh-demand"
import * as catalogue from "./zh-findings"
import { zhListing } from "./zh-listing"
import { anyPage, marketplaceNames, ways } from "./zh-readers"
import { nouns, reasonSentences } from "./zh-reasons"
import { recommendWords } from "./zh-recommend"
import { riskWords } from "./zh-risk"
import { orderFields } from "./zh-risk-reasons"
import { suggestionCatalogue } from "./zh-suggestions"
import { teach } from "./zh-teach"

export const zh: typeof en = (format) => ({
  format,
  finding: (finding) => findingText(catalogue, format, finding),
  listing: zhListing(format),
  fieldNames: catalogue.fieldNames,
  suggestion: (one, names) => suggestionTitle(suggestionCatalogue, format, one, names),
  suggestionReason: (reason) => suggestionReason(suggestionCatalogue, format, reason),
  recommend: recommendWords(format),
  reason: (reason) => reasonText(reasonSentences, nouns, orderFields, format, reason),
  riskMore: riskWords(format),
  name: "Portside",
  demand: demandWords(format),
  customers: customers(format),
  badge: {
    flagged: "先核对",
    clear: "未见异常",
    tooLittleHistory: "历史订单太少，暂无法比较"
  },
  severity: { high: "高", medium: "中" },
  verdict: { fine: "正常", fraud: "欺诈" },
  marketplace: marketplaceNames,
  anyPage,
  ways: ways(format),
  teach: teach(format),
  page: {
    orders: "订单列表",
    order: "订单详情",
    listings: "商品列表",
    listing: "商品详情",
    messages: "消息"
  },
  site: {
    title: "当前页面",
    asking: "正在查看当前页面…",
    unknown: "Portside 不认识这个页面。",
    unknownHelp: "请打开店铺后台的订单页，再点开 Portside。",
    reading: "已开启读取本站。",
    notReading: "Portside 尚未读取本站。",
    neverRead: "本站还没有读取过任何内容。请打开订单页。",
    flagged: (count) =>
      count === 0 ? "本店没有需要核对的订单。" : `本店有 ${format.count(count)} 单需要核对。`,
    allow: (host) => `允许 Portside 读取 ${host} 的订单`,
    allowHelp: "浏览器会请您确认。只读取这一个网站，数据不会离开您的浏览器。",
    notAllowed: "浏览器没有授权，因此不会读取。您随时可以再允许。",
    stop: "停止读取本站",
    stopped: "已停止。Portside 不再读取本站；之前读取的内容仍保留。",
    readOnce: "只读取本页一次",
    readOnceUnknown: "本页没有 Portside 能读取的内容。请打开店铺后台的订单页。",
    readOnceStarted: "正在读取本页，结果会显示在这里。",
    workbench: "打开工作台"
  },
  reading: {
    complete: {
      orders: (rows) => (rows === 0 ? "这个列表没有订单。" : `已读取 ${format.count(rows)} 单。`),
      products: (rows) =>
        rows === 0 ? "这个列表没有商品。" : `已读取 ${format.count(rows)} 个商品。`,
      messages: (rows) =>
        rows === 0 ? "这个列表没有消息。" : `已读取 ${format.count(rows)} 条消息。`
    },
    completeOf: {
      orders: (rows, expected) =>
        `已读取 ${format.count(rows)} 单，共 ${format.count(expected)} 单。`,
      products: (rows, expected) =>
        `已读取 ${format.count(rows)} 个商品，共 ${format.count(expected)} 个。`,
      messages: (rows, expected) =>
        `已读取 ${format.count(rows)} 条消息，共 ${format.count(expected)} 条。`
    },
    inList: (total) => `整个列表共 ${format.count(total)} 条。`,
    short: (rows, expected) =>
      `应有 ${format.count(expected)} 行，只读到 ${format.count(rows)} 行：页面改版了，或隐藏了部分行。`,
    shortHelp: "请刷新页面。如仍如此，请减少每页显示的行数。",
    unreadable: "无法读取本页：页面已改版。",
    unreadableHelp: "Portside 不会猜测数据。请刷新页面；如仍如此，需要更新 Portside。",
    signedOut: "您已退出该店铺的登录。",
    signedOutHelp: "请登录后再打开订单页。",
    challenge: "网站要求进行人机验证。",
    challengeHelp: "请完成验证后再打开订单页。"
  },
  attention: {
    title: "先核对这些",
    none: "没有需要核对的订单。",
    noOrders: "还没有读取过订单。",
    noOrdersHelp: "请打开店铺后台的订单页，并允许 Portside 读取。",
    fewOrders: (count) => `历史订单还太少，暂无法比较：目前已读取 ${format.count(count)} 单。`,
    fewOrdersHelp: "请多翻几页订单列表，Portside 会逐页读取。",
    more: (count) => `工作台里还有 ${format.count(count)} 单`,
    noAmount: "金额未知"
  },
  today: {
    title: "今天",
    placed: (count) =>
      count === 0 ? "还没有读取到今天的订单。" : `今天下单 ${format.count(count)} 单。`,
    check: (count) => (count === 0 ? "都不需要核对。" : `其中 ${format.count(count)} 单需要核对。`)
  },
  tabs: { label: "视图", demand: "需求", customers: "客户", risk: "风险", data: "数据" },
  risk: {
    title: "需要核对的订单",
    open: "待核对",
    decided: "已处理",
    show: "显示",
    sort: "排序",
    byImportance: "重要程度",
    byDate: "最新",
    byAmount: "金额",
    showMore: (count) => `再显示 ${format.count(count)} 单`,
    shown: (shown, all) => `已显示 ${format.count(shown)} 单，共 ${format.count(all)} 单`,
    noneOpen: "没有需要核对的订单。",
    noneOpenHelp: "与历史订单明显不同的订单会出现在这里。",
    noneDecided: "还没有处理过的订单。",
    noneDecidedHelp: "标为正常、欺诈或隐藏的订单会移到这里。",
    order: (nativeId) => `订单 ${nativeId}`,
    unusualThan: (percentile, basis) =>
      percentile >= 0.9999
        ? `比您过往的 ${format.count(basis)} 单都更不寻常。`
        : `比您过往 ${format.count(basis)} 单中的 ${format.percentile(percentile)} 更不寻常。`,
    whatToDo: "这只是提示，不是定论。发货前请与订单页面核对。",
    details: "原因与数据",
    reasons: "为什么被标出",
    shareOfScore: (share) => `（占评分的 ${format.share(share)}）`,
    facts: "订单信息",
    shop: "店铺",
    placed: "下单时间",
    amount: "金额",
    shipsTo: "收货地",
    billedIn: "账单地",
    shipping: "配送方式",
    payment: "付款方式",
    status: "状态",
    quantity: "件数",
    question: (nativeId) => `订单 ${nativeId} 正常吗？`,
    hide: "隐藏",
    hideLabel: (nativeId) => `隐藏订单 ${nativeId}，不作判断`,
    saidFine: "您的判断：正常",
    saidFraud: "您的判断：欺诈",
    hidden: "已隐藏",
    moved: (nativeId) => `订单 ${nativeId} 已移到“已处理”。`,
    scoring: "正在将新订单与历史订单比较…",
    scoringFailed: "比较没有完成，会自动重试。",
    noOrder: "该订单的详情已不再保存。"
  },
  chart: {
    title: (currency) => `在 ${currency} 历史订单金额中的位置`,
    loading: "正在读取历史订单…",
    tooFew: "该币种的历史订单太少，无法绘图。",
    summary: (amount, count, below) =>
      `${amount} 高于此前 ${format.count(count)} 单中的 ${format.share(below)}。`,
    table: "以表格显示",
    from: "从",
    to: "到",
    orders: "单数",
    thisOrder: "本单",
    andMore: "及以上"
  },
  ...dataWords(format),
  data: {
    title: "Portside 读取的内容",
    stored: (orders, products) =>
      `本浏览器中存有 ${format.count(orders)} 单订单和 ${format.count(products)} 个商品。`,
    noReadings: "还没有读取过任何内容。",
    noReadingsHelp: "请打开店铺后台的订单页，再点击 Portside 图标。",
    readings: "最近的读取",
    shop: "店铺",
    page: "页面",
    outcome: "结果",
    when: "时间",
    how: "读取方式",
    problem: (text) => `供技术支持参考：${text}`,
    sites: "允许 Portside 读取的网站",
    sitesLoading: "正在询问浏览器…",
    noSites: "暂无。请打开店铺后台页面，点击 Portside 图标后允许读取。",
    remove: "停止读取",
    removeLabel: (host) => `停止读取 ${host}`,
    removeTitle: (host) => `停止读取 ${host}？`,
    removeText: "不再读取该网站的新页面。之前读取的内容仍保留。",
    removed: (host) => `Portside 不再读取 ${host}。`,
    notRemoved: (host) =>
      `浏览器没有移除 ${host}。它可能由安装设置决定，请查看浏览器中的扩展程序详情。`,
    cancel: "取消",
    engine: "计算",
    engineNone: "还没有进行过计算。",
    engineOf: {
      webgpu: "由显卡比较您的订单。",
      wasm: "由处理器比较您的订单（快速模式）。",
      cpu: "由处理器比较您的订单（慢速模式）。"
    },
    privacy: "存了什么，不存什么",
    kept: "仅存在本浏览器中",
    keptList: [
      "订单号、日期、金额、商品、数量和国家或地区",
      "您的判断，以及每次标出的原因",
      "每次读取的结果",
      "买家、邮箱、电话和地址只以代码形式保存，没有本浏览器的密钥就无法还原"
    ],
    notKept: "不保存，也从不发送",
    notKeptList: [
      "姓名、邮箱、电话号码和街道地址的原文（除非您在下方选择保留）",
      "密码和登录信息",
      "不会向我们或任何人发送任何数据"
    ]
  },
  error: {
    title: "操作没有成功。",
    refused: "Portside 无权读取本页。请先允许该网站，或点击“只读取本页一次”。",
    invalid: "Portside 看不懂本页发来的内容。请刷新页面后重试。",
    "too-large": "本页一次显示的行数太多。请减少每页行数后重试。",
    "too-many": "操作太频繁。请稍等片刻再试。",
    "disk-full": "磁盘已满，无法保存。之前保存的数据是安全的。请清理空间后重试。",
    "no-copy": "副本也已损坏，都无法打开。下面说明您可以怎么做。",
    "read-only":
      "这些数据由更新版本的 Portside 写入。请更新 Portside；在此之前只能查看，不能更改。",
    failed: "Portside 内部出错。请重试；如仍如此，请重启浏览器。",
    "no-answer":
      "Portside 没有响应。请重试；如仍如此，请重启 Portside，再刷新店铺页面。数据不会丢失。",
    store: "无法打开已保存的数据。请重启浏览器；您的数据没有被删除。",
    retry: "重试",
    restart: "重启 Portside"
  }
})
