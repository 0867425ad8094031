/**
 * Words that say nothing about which measure is meant: every target and every result has them.
 * They are taken out before two phrases are compared.
 */
export const genericWords: readonly string[] = [
  '本年度', '該年度', '全年度', '年度', '當年', '全年', '本年',
  '績效目標', '目標值', '目標', '實際值', '實際', '預計', '預定', '預期', '績效', '指標', '成果', '結果',
  '順利', '如期', '全數', '持續', '賡續', '執行', '辦理', '進行', '完成', '達成', '達到', '業已', '共計', '總計', '合計', '累計', '累積', '計有', '分別',
  '至少', '以上', '以下', '以內', '不得', '超過', '等', '之', '的', '及', '與', '和', '並', '於', '已', '皆', '均', '且', '約', '逾', '應', '須', '各',
  '相關', '有關', '本', '其', '該', '為', '達', '至',
];

/** Verbs of delivery: they tell works apart a little (採購, 建置), measures hardly. */
export const deliveryVerbs: readonly string[] = [
  '建置', '設置', '建立', '新增', '新設', '新建', '購置', '採購', '推動', '補助', '輔導', '舉辦', '參與', '施作', '增加', '提升', '降低', '減少', '縮短', '強化', '提供', '推廣', '取得', '開發', '訂定', '發布',
];
