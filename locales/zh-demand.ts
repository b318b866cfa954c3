import type { ChangeCause, DemandFinding } from "../src/domain/forecast"
import type { DemandWords } from "./en-demand"
import type { Format } from "./format"

const causes: Record<ChangeCause, string> = {
  "sold-more": "上周销量高于预期",
  "sold-less": "上周销量低于预期",
  season: "季节变化",
  stock: "曾经缺货",
  price: "价格变动",
  promotion: "上周有促销",
  "promotion-over": "促销已结束"
}

/** 需求视图的中文文字。 */
export const demandWords = (format: Format): DemandWords => {
  const units = (value: number) => `${format.count(Math.round(value))} 件`
  const days = (value: number) => `${format.count(value)} 天`
  const range = (low: number, high: number) =>
    `${format.count(Math.round(low))}–${format.count(Math.round(high))}`
  return {
    title: "需求",
    help: "每个商品会卖多少、库存何时售罄、何时下单补货。",
    none: "还没有预测。",
    noneHelp: "打开订单页面或导入订单文件，预测会自动生成。",
    forecastNow: "重新预测",
    test: "用我的历史检验",
    stop: "停止",
    working: (done, total) => `正在预测：${format.count(done)} / ${format.count(total)} 个商品`,
    testing: (done, total) => `正在检验：${format.count(done)} / ${format.count(total)} 个商品`,
    search: "搜索商品或标题",
    searched: (count) => `${format.count(count)} 个商品`,
    table: "按紧急程度排列的商品",
    item: "商品",
    sells: "未来 28 天",
    stock: "库存",
    runsOut: "售罄日期",
    orderBy: "最迟下单",
    order: "下单量",
    open: (name) => `打开 ${name}`,
    close: "返回列表",
    showMore: (count) => `再显示 ${format.count(count)} 个`,
    unknownStock: "未看到",
    lasts: "26 周内不会售罄",
    outNow: "已缺货",
    isOut: "已缺货。",
    late: (day) => `${day}（已晚）`,
    units,
    days,
    runsOutBetween: (likely, early, late) =>
      late
        ? `库存预计在 ${likely} 售罄（${early} 至 ${late} 之间）。`
        : `库存预计在 ${likely} 售罄（最早 ${early}）。`,
    mayRunOut: (early) => `库存最早可能在 ${early} 售罄，但更可能够卖 26 周。`,
    cover: (value) => `按预期需求，库存可卖 ${days(value)}。`,
    orderNow: (quantity, by) => `请在 ${by} 前下单 ${quantity}。`,
    orderLate: (quantity) => `请立即下单 ${quantity}：到货已经会偏晚。`,
    sendFast: (quantity, left) =>
      `其中 ${quantity} 走更快的物流（${days(left)}），以便撑到其余货物到达。`,
    noOrder: (point) => `暂不需要下单：库存降到 ${point} 时再补货。`,
    noStock: "Portside 还没有看到该商品的库存。每天打开一次商品列表即可记录。",
    basis: {
      own: (seen) => `依据该商品 ${days(seen)} 的销售。`,
      similar: (seen) => `新品：依据自身 ${days(seen)} 的销售和相似商品的起步情况。`,
      range: (seen) => `历史太短（${days(seen)}）：只能给出较宽的范围。`
    },
    chart: (low, high, mean) =>
      `未来 28 天约 ${mean}。未来 7 天五次中有四次在 ${low} 到 ${high} 之间。`,
    chartTitle: "每周销量与预测",
    sold: "已售",
    expected: "预期",
    range80: "80% 范围",
    range95: "95% 范围",
    week: "起始周",
    stockoutMark: "预计售罄",
    showTable: "以表格显示",
    chanceToSell: (share) => `未来 7 天有成交的概率：${format.share(share)}。`,
    leadTime: "补货周期（天）",
    leadSpread: "上下浮动（天）",
    service: "不缺货概率",
    review: "下单间隔（天）",
    minimum: "最小起订量",
    pack: "每箱件数",
    fast: "快速物流天数（0 为无）",
    inbound: "在途件数",
    inboundIn: "几天后到货",
    promotion: "促销天数",
    uplift: "销量倍数",
    upliftSeen: (times) => `过去促销时该商品销量为平时的 ${format.times(times)} 倍。`,
    whatIf: "假设分析",
    whatIfHelp: "这里的改动会立即试算，点保存后才会保留。",
    save: "保存到该商品",
    saveAll: "保存到所有商品",
    saved: "已保存，正在重新计算计划。",
    found: "值得关注",
    finding: (finding: DemandFinding): string => {
      switch (finding.code) {
        case "stock-out-now":
          return `已缺货 ${days(finding.days)}：约少卖 ${units(finding.lostUnits)}。`
        case "lost-sales":
          return `最近 56 天中缺货 ${days(finding.days)}：约少卖 ${units(finding.lostUnits)}。`
        case "overstock":
          return `多出 ${units(finding.excess)}：即使需求旺盛，${days(finding.days)} 内也卖不完。`
        case "ageing":
          return `已有 ${days(finding.days)} 没有成交，库存 ${units(finding.onHand)}。`
        case "spike":
          return `上周卖出 ${units(finding.sold)}，远高于预期（${range(finding.usualLow, finding.usualHigh)}）。`
        case "drop":
          return `上周卖出 ${units(finding.sold)}，远低于预期（${range(finding.usualLow, finding.usualHigh)}）。`
        case "changed":
          return `四周预测自上周由 ${units(finding.from)} 变为 ${units(finding.to)}：${finding.because === "holiday" ? `${format.epochDay(finding.day)} 的公共假日` : causes[finding.because]}。`
      }
    },
    buyers: "可能再次购买的买家",
    buyersHelp:
      "在两天或以上购买过的买家，按四周内购买的可能性排列。只显示代号：Portside 不保存姓名。",
    buyersWorking: "正在计算谁会再次购买…",
    noBuyers: "还没有买家在两天或以上购买过。",
    buyer: "买家",
    buyerChance: "四周内购买的可能性",
    buyerDays: "购买天数",
    buyerUsual: "通常间隔",
    buyerLast: "最近购买",
    plan: "采购计划",
    budget: "预算",
    costShare: "未知成本时按售价的百分比",
    withinBudget: (bought, wanted) => `预算内：${bought} / ${wanted}。`,
    exportCsv: "保存为 CSV",
    exportXlsx: "保存为 Excel",
    nothingDue: "没有需要下单的商品。",
    planColumns: {
      sku: "SKU",
      title: "标题",
      cost: "成本",
      quantity: "下单数量",
      orderBy: "最迟下单",
      stock: "库存",
      runsOut: "售罄（预计）",
      runsOutEarly: "售罄（最早）",
      next28: "28 天预期",
      reorderPoint: "补货点"
    },
    quality: "预测有多准",
    qualityHelp: (horizon, at) =>
      `对最近 ${days(horizon)} 的预测，假装当时还不知道结果。检验于 ${at}。`,
    notTested: "还没有用你的销售检验。",
    tooShort: (count) => `${format.count(count)} 个商品历史太短，无法检验。`,
    nothingToTest: "没有商品有足够的历史可检验：需要 12 周。",
    classes: {
      all: "全部商品",
      smooth: "平稳",
      erratic: "平稳但数量波动",
      intermittent: "间歇",
      lumpy: "间歇且数量波动"
    },
    kind: "需求类型",
    errorColumn: "误差（RMSSE）",
    rangeError: "范围误差（WQL）",
    biasColumn: "偏差",
    inside80: "落在 80% 范围",
    inside95: "落在 95% 范围",
    versus: (ours, naive, ets) => `${ours}（沿用上值 ${naive}，ETS ${ets}）`,
    badge: {
      cover: (value) => `库存可卖 ${days(value)}`,
      plenty: "库存超过 26 周",
      out: "已缺货",
      orderBy: (day) => `${day} 前下单`,
      orderNow: "立即下单"
    },
    firstOut: (name, day) => `最先售罄：${name}，约 ${day}。`,
    outAlready: (count) => `${format.count(count)} 个商品已缺货。`,
    dueNow: (count) => `${format.count(count)} 个商品该下单了。`,
    popupTitle: "库存"
  }
}
