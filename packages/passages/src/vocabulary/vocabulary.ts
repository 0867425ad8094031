/**
 * The concepts that readers of a text ask for, each with its words. A reader writes patterns of syntax and names the
 * concept in them (`{rise}`); a word is added here and nowhere else. `vocabulary.test.ts` holds each list to its examples.
 */
export const vocabulary = {
  /** It becomes more. */
  rise: words(`
    增加 成長 增長 上升 攀升 上揚 提升 提高 擴增 擴充 新增 增列 增設 增置 增編 追加 年增 增幅 漲幅 增量 加長 延長 超前 超出 高出 多出
    增加率 成長率 年增率 增長率 提升率 上升率 成長幅度 增加幅度 淨增 淨增加 增 多 升 漲 攀高 增至 倍增 進帳增加 調升 增產 遞增 擴大 提升幅度 提高幅度 上升幅度
  `),
  /** It becomes less. */
  fall: words(`
    減少 下降 降低 縮短 縮減 縮小 減列 減編 追減 調降 降幅 減幅 跌幅 減量 衰退 下滑 下跌 負成長 節省 節約 撙節 短少 落後 低於 少於 減縮
    減少率 下降率 降低率 節電 節水 節能 節電率 節水率 節能率 減碳 減碳率 減量率 淨減 淨減少 減 少 降 提前 減產 減省 縮幅 減緩 趨緩 遞減 壓低 減少幅度 下降幅度 降低幅度 縮短幅度 縮減幅度
  `),
  /** Better or worse, whichever way that is. */
  turn: words(`改善 進步 改善率 改善幅度 退步 變動 增減 相差 差距 差異 變化`),
  /** Compared with. */
  against: words(`較 比 相較 相較於 較之 相對於 對照`),
  /** A former year, named and not dated. */
  formerYear: words(
    `上年度 上年 去年度 去年 前一年度 前一年 前年度 前年 上期 前期 去年同期 上年同期 前一年同期 同期 基準年 基期`,
  ),
  /** Is a share of. */
  shareOf: words(`占 佔`),
  /** Adds up to. */
  sumsUp: words(
    `合計 共計 總計 合共 總共 共有 合為 加總 小計 計有 (?<!公)共(?!同|享|用|構|識|融) 計 總和 總數 總額 加計 併計`,
  ),
  /** Opens the parts of a whole. */
  amongThem: words(
    `其中 包括 包含 內含 涵蓋 計有 分別為 分別是 分別於 分為 分成 分屬 分布於 分布 含括 計分 區分為 其中包括 其中包含 分置 分配如下 分述如下 如下 含`,
  ),
  /** What is left of a whole. */
  rest: words(`其餘 餘 剩餘 其他 餘下 剩下 另外 另`),
  /** For each one of. */
  each: words(`每 各`),
  mean: words(`平均 均 人均 場均 月均 年均 日均 戶均`),
  /** What was asked for. */
  target: words(
    `目標 目標值 年度目標 原訂目標 預定目標 預期目標 目標數 預定 預計 原訂 原定 原預計 原規劃 規劃 計畫目標 預期 契約 契約要求 法定 標準 基準 門檻 基準值 標準值`,
  ),
  /** What came of it. */
  actual: words(`實際 實際值 實績 實績值 達成值 實際數 實際達成 實際完成`),
  /** A whole, by what was due or came in. */
  whole: words(`
    應 報名 開訓 錄取 核定 契約 決標 總 共 全 目標 預定 計畫 規劃 受理 申請 通報 發布 抽測 抽查 抽驗 檢查 回收 發出 有效 收到 需求 編制 預算
    分配 列管 母數 原 納管 登記 轄內 轄區 現有 既有 招生 送驗 送評 送審 參訓 參加 受評 受檢 受測 收件 接獲 開辦 提報 提案 稽查 查核 訪查
    訪視 巡查 巡檢 監測 抽樣 採樣 施測 檢驗 檢測 查驗 評鑑 投標 招標 徵件 配置 設籍 出生 在學 參賽 調查 媒合 轉介 開立 交辦 派遣
  `),
  /** A part, by what became of the whole. */
  part: words(`
    其中 實際 實收 實到 完成 完訓 結訓 到訓 出席 執行數 支用數 合格 通過 滿意 命中 存活 核准 開案 進用 錄取 已 達成 到 符合 答對 正確 支用
    執行 及格 使用 就業 結案 銷號 改善 辦結 辦竣 核定 取得 成功 成案 回收 收回 收繳 繳納 回復 回覆 修復 建檔 覆核 獲獎 得標 入選 留任 續聘
    撥付 核銷 核撥 實支 實撥 決算 結算 完工 啟用 驗收 建置 設置 裝設 接管 接種 施打 篩檢 參與 追蹤 複查 複檢 排除 偵破 查獲 尋獲 媒合成功
  `),
  /** The spare of money or of things. */
  leftOver: words(
    `賸餘 剩餘 結餘 節餘 餘額 餘絀 餘款 標餘款 賸餘數 賸餘款 節省 節餘款 餘 尚餘 尚有 尚缺 尚差 尚欠 尚待 缺額 不足 短缺 差額 減帳 淨值 淨額 淨利 未執行 未支用 淨增 淨減 淨成長`,
  ),
  /** Taken off a whole, or not having become of it. */
  takenOff: words(`
    扣除 扣減 減除 未完成 撤案 退件 不符 不予 淘汰 撤回 取消 不合格 未通過 不通過 未入住 未到 缺席 停機 剔除 註銷 除役 報廢 解除 離退 離職
    裁撤 退出 駁回 未結 未訪視 未收 待辦 逾期 未回收 未回復 流失 死亡 汰除 停用 整修中 退費 撤銷
  `),
  /** Things may be counted twice, so that parts need not add up. */
  overlap: words(`
    兩者(?!合計|共) 二者(?!合計|共) 三者(?!合計|共) 兼具 兼有 兼任 兼跨 兼 重複 重疊 複選 可複選 同時 跨類 跨區 重覆 不重複 均列 均取得 皆取得 皆有 均有 均屬 部分單位 部分學員 多重 併計 不含 未含
  `),
  /** Said of things in a later clause: they may stand under two heads, so that the heads need not add up. */
  countedTwice: words(`
    同一[人件案戶家校項機場] 單一(?:個案|設備|案件|廠商|場所|學員) 得同時 可同時 [二兩三]種以上 [二兩三]項以上 [二兩三]類以上 重複[計列參] 二者重疊 部分重疊 有重疊 互有重疊
    複選 兼具 兼有 兼屬 跨類 (?:相加|加總)[^。；]{0,14}(?:大於|多於|超過|高於)
  `),
  /** What there was when the year began. */
  opening: words(`年初 期初 月初 季初 上期末 去年底 上年底 上年度底 前一年底 原有 既有`),
  /** It came on top of what there was. */
  comesIn: words(`
    新增 新收 新進 轉入 收案 新登記 購入 進貨 入庫 募集 遷入 出生 新簽 移入 流入 收入 加入 新設 增設 新購 增購 收容 受理 收件 增列
  `),
  /** What an amount or a number of people is one of: a stage of one thing, and no other stage. */
  stage: words(`
    底價 決標 得標 核定 執行 支用 編列 申請 自籌 結算 撥付 實支 報名 錄取 報到 參訓 結訓 受理 結案 核准 預算 契約 實現
  `),
  /** So many of each, times how many. */
  unitPrice: words(`單價 單位成本 單位價格 每單位`),
  /** A bound, and no value that all have. */
  bound: words(`上限 下限 最高 最低 最多 最少 至多 至少 以內 為限 不超過 不逾 原則`),
  /** Weighed before it was summed up. */
  weighed: words(`加權 權重 配分 比重`),
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Concept = keyof typeof vocabulary;

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/u);
}

const tests = new Map<Concept, RegExp>();

/** Does any word of the concept stand in the text? */
export function says(concept: Concept, text: string): boolean {
  let test = tests.get(concept);
  if (test === undefined) {
    test = new RegExp(vocabulary[concept].toSorted((a, b) => b.length - a.length).join('|'), 'u');
    tests.set(concept, test);
  }
  return test.test(text);
}
