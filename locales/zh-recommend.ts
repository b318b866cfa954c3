import type { recommendWords as english } from "./en-recommend"

/** The Chinese words of the Recommend view and of what it says on product pages. */
export const recommendWords: typeof english = (format) => ({
  tab: "推荐",
  title: "接下来卖什么",
  effects: {
    revenue: (expected, low, high) => `销售额：每月约多 ${expected}（${low} 至 ${high}）`,
    profit: (expected, low, high) => `利润：每月约变化 ${expected}（${low} 至 ${high}）`,
    freed: (expected, low, high) => `一次性释放约 ${expected}（${low} 至 ${high}）`
  },
  effectHelp: "依据您自己的历史订单。有多少买家会采纳是假设，待您标记完成后才能测得。",
  margin: {
    title: "售价中剩下多少",
    label: "扣除所有成本后剩余，%",
    assumed: (share) =>
      `没有单独成本的商品，按售价剩余 ${share} 计算。这是我们的假设：请在下方填写您的数值。`,
    own: (share) => `没有单独成本的商品，按您填写的售价剩余 ${share} 计算。`,
    help: "单个商品的成本优先：请在该商品页面的“刊登”—“利润”中填写。",
    save: "保存并重新计算",
    saved: "已重新计算。"
  },
  noEffect: "无金额：历史数据无法给出。",
  groups: { all: "全部", sell: "组合与搭售", winBack: "挽回买家", range: "选品与价格" },
  show: "显示",
  states: { open: "待处理", accepted: "已采纳", done: "已完成", dismissed: "已忽略" },
  openCount: (count) => `待处理（${format.count(count)}）`,
  decidedCount: (count) => `已决定（${format.count(count)}）`,
  accept: "采纳",
  done: "完成",
  dismiss: "忽略",
  reopen: "重新打开",
  about: (action, title) => `${action}：${title}`,
  moved: (title, state) => `${state}：${title}`,
  why: "原因",
  measuring: "完成 14 天后开始衡量，与未改动的商品比较。",
  outcome: (days, ratio) =>
    `完成后 ${format.count(days)} 天：与未改动的相比，销量为之前的 ${format.times(ratio)} 倍。`,
  outcomeRange: (low, high) =>
    `有 95% 的把握在 ${format.times(low)} 至 ${format.times(high)} 倍之间。`,
  gain: (expected, low, high) => `折合金额：每月 ${expected}（${low} 至 ${high}）。`,
  outcomeUnsure: "这可能只是偶然。",
  outcomes: {
    title: "迄今的效果",
    help: "每条建议完成前后与未改动的相比；同类合并计算。列表会据此学习。",
    kind: "建议",
    measured: "已衡量",
    change: "销量，为不做时的倍数",
    range: "95% 的把握",
    between: (low, high) => `${format.times(low)} 至 ${format.times(high)}`
  },
  kinds: {
    bundle: "组合",
    comeback: "提醒",
    "win-back": "挽回买家",
    substitute: "替代品",
    price: "价格",
    "list-next": "新上架",
    duplicate: "合并刊登",
    drop: "停售"
  },
  learnt: (orders, products) =>
    `已在本浏览器中从 ${format.count(orders)} 个订单和 ${format.count(products)} 个商品中学习。`,
  learntAt: (time) => `上次：${format.moment(time)}`,
  learn: "立即重新学习",
  learning: "正在从您的订单中学习…",
  notYet: "尚未学习。",
  notYetHelp: "打开订单页面或导入订单文件。满 100 个订单后，建议会自动出现在这里。",
  none: "这里暂无建议。",
  noneHelp: "当订单显示出超出偶然的规律时，建议会出现。",
  noneDecided: "尚无决定。",
  showMore: (count) => `再显示 ${format.count(count)} 条`,
  exportFile: "导出表格文件",
  columns: {
    kind: "类型",
    what: "建议",
    why: "原因",
    counted: "金额含义",
    low: "下限",
    expected: "预期",
    high: "上限",
    currency: "货币",
    products: "商品",
    state: "状态"
  },
  counted: { revenue: "每月销售额", profit: "每月利润", freed: "一次性释放的资金" },
  product: "查找商品",
  productHelp: "标题或货号",
  productNone: "订单中没有符合的商品。",
  goesWith: "常一起购买",
  goesWithNone: "共同订单太少，无法判断。",
  similar: "相似商品",
  similarNone: "没有文字相似的商品。",
  cheaper: "更便宜",
  together: (count) => `共同订单 ${format.count(count)} 个`,
  alike: (share) => `相似度 ${format.share(share)}`,
  quality: "建议在本店的准确度",
  qualityHelp: (cases) =>
    `按时间顺序，用最新的 ${format.count(cases)} 个未参与学习的订单测试。所有商品都可能被推荐；只看前十个。`,
  tasks: { next: "回头客接下来买什么", with: "购物篮中还会有什么" },
  ways: { ours: "Portside", personal: "该买家最常买的", popular: "近期畅销商品" },
  method: "方法",
  found: "找到实际购买的",
  hit: "至少一个正确",
  parts: {
    warm: "三个订单以上的买家：找到的",
    cold: "其他买家：找到的",
    repeat: "买家以前买过的：找到的",
    explore: "对买家而言是新的：找到的"
  },
  qualityNone: "订单太少，无法测试。",
  share: (value) => (Number.isFinite(value) ? format.share(value) : "–"),
  badgeLabel: "常一起购买",
  badgeCheaper: "相似且更便宜",
  badgeWith: (title, together) => `常与 ${title} 一起购买（共同订单 ${format.count(together)} 个）`,
  badgeSimilar: (title, price) => `相似且更便宜：${title}，${price}`
})
