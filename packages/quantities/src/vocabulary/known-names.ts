import { WordTree } from './word-tree.ts';

// Words that open with a numeral and a measure word and count nothing. Where the second half after the bar
// follows, the word is meant; without a bar it always is.
const names = `

三番兩次 兩次元 萬里區 萬里鄉 千里眼 八里區 八里鄉 十字路 十字架 百年|大計 百年|老店 五花八門 八門 四季|風 四季|春 四季|如 四季|皆 四季|變 四季|分 四季|花 四季|常
四周 四處|張貼 四處|散 四處|奔 四處|流 四處|可見 四處|林立 四處|尋 四處|蔓 四處|走 四處|亂 四處|逃 四處|飄
一條龍 一條鞭 一次性 一次到位 一次購足 一次告知 一次加工 一次側 二次側 二次加工 二次利用 二次污染 二次汙染 二次供水 二次元 三次元 二次傷害 二次感染 二次競爭 一次能源 二次能源 一日遊 二日遊 三日遊 一日千里 一人一 一案一 一校一 一鄉一 一戶一 一年四季 一年一度 一家人 一家親 一名稱 一件式 一份心 一份子 一套式 一組織
零件 零組件 零時差 三合一 二合一 四合一 三張犁 六張犁 七張站 七張犁 三塊厝 五塊厝 六塊厝 六家國 六家地區 六家站 六家高 六家莊 五條港 九份|老街 九份|地區 九份|金 九份|山 九份|商 九份|派 九層塔 三層崎 五分埔 三人成虎 三個臭皮匠 三級 二級 四級 一級 五人制 三人制 十一人制 七人制 八人制
九年一貫 十二年國 十萬八千里 二元|化 二元|論 二元|性 三元|里 一元|化 多元 一般 一律 一併 一致 十全 五度空間 四度空間 三度空間 二度空間 二度就業 二度灌漿 二度開發 二度傷害 三件式 兩件式 兩人三腳 一個中國 四家將 八家將 三班制 二班制 兩班制 三輪車 二輪 三輪 四輪 兩輪 四輪傳動 三軍 三條崙 三位一體 一位數 二位數 三位數 四位數 兩位數 個位數 一席之地 一席話 兩層皮 四人幫 一筆勾 一筆抹 三名法
三層樓 一處理 二處理 三點式 六項全能 三項全能 十項全能 兩套標準 兩國 三國 一國 兩岸三地 兩回事 一回事 一代 二代 三代 一天一 一天到晚 兩天一夜 三天兩夜 三天兩頭 四天三夜 三年級 四年制 二年制 五年制 兩年制 一年級 二年級
`;

const tree = new WordTree<string[]>();
const after = new Map<string, string[]>();
for (const entry of names.split(/\s+/)) {
  if (entry === '') continue;
  const [head = '', tail = ''] = entry.split('|');
  after.set(head, [...(after.get(head) ?? []), tail]);
}
for (const [head, tails] of after) tree.add(head, tails);

/** The end of the name that begins at `at`: 四周, 一條龍, 萬里區; -1 where none does. */
export function knownNameEnd(text: string, at: number): number {
  const found = tree.longest(text, at, (tails, end) => tails.some((tail) => text.startsWith(tail, end)));
  return found === null ? -1 : found.end;
}
