import { isDigit, isLatin } from '../scan/characters.ts';
import { WordTree, type Match } from './word-tree.ts';

type MeasureKind = 'count' | 'duration' | 'label';

export interface MeasureWord {
  readonly word: string;
  readonly kind: MeasureKind;
  /** May follow a numeral in Chinese characters. Others are too often part of a name: 三級, 五股, 四面. */
  readonly afterHan: boolean;
  /** What may not follow: 件 is no measure word in 3件式. */
  readonly notBefore: string;
  /** Counts whole things: 1.5 of them is an average or a list number that ran on. */
  readonly whole: boolean;
}

// One word each, then after a slash the characters that must not follow it.
const afterAnyNumeral = `
人/士力工民員們才事身文物體質類均行性種 人次 人日 人天 人月 人年 人時 人數 名/稱義單字額額冊詞勝 位/元於置址階數子移 員/警工額林外 戶/籍政外口名 戶次 家/庭長具用屬人族畜戶園電 家次 家庭
間/接隔諜距 所/有得在以需屬謂列長 校/園長方外務際訓準正 班/級長次制 班級 班次 隊/員伍長 組/織成長合裝件 組織 團/體隊長 團體 縣市/政長 縣/市府長政 鄉鎮/市公長 鄉鎮市/長公 鄉鎮市區 鄉鎮市(區) 鄉鎮區 直轄市 市縣 村里 部落
處/理置於女罰境 座/談落標次位右椅 棟 幢 層/面次級峰出 床 席/次位地捲間 席次 桌/椅面上球遊 張/貼力掛開 份/量子額 本/部土計年案局市縣府校院身身次署會人所處科期月日質國業團來案地 冊/列 冊次 槍/手械擊戰法決聲口支彈 齣 軌/道 卷/宗 頁 篇/幅章 則 件/數式套 件次 案/件例場號由情名卷內外發 案件 案場 案次 案例
項/目下圈鍊次 項次 項目/標 種/類植子族族苗牛樹 種類 類/型別似推比人組傳電資病 款/項待式 條/件例文款約碼理紋 起/訴造始點迄至訖源草見因步初碼來伏用運降居動火飛 批/次准發判評示 批次 次/長序級要元性世數日年月方 回/收應饋復家報顧歸到教國溯 場/域次地館所合景面 場次 場域 梯次 梯/度形階隊田 期/程間別限初中末滿許待刊貨約 期次 屆/滿時齡 輪/胎替椅值班流調車傳 趟 趟次 航班 航次 車次 班車 架/構設次空橋式 架次 艘 艘次 輛 輛次 台/上灣北中南東鐵大商幣糖塑金語地獨海維西 臺/灣北中南東鐵電大商幣糖塑金語地海西 臺次 台次 部/分長會門隊落件署份屬首位
具/體有備 支/援持出付線隊票應撐配柱局部 枝 把/關握手 挺 門/號口檻診市牌票戶窗路禁框課 門課 枚 顆 顆星 粒 株 棵 頭/份城期 隻 尾/款端巴數牙 羽/球毛 匹/配 雙/方向邊北語重週月年 副/本總署局主作 套/裝房用繪件 式/樣 站/別點長台臺立體牌務 站次 線道 路線 航線 公里 公尺 公分 公釐 公厘 公頃 平方公尺 平方公里 平方公分 平方米 立方公尺 立方米 立方公分 坪 公斤 公噸 噸 公克 毫克 微克 公升 毫升 公秉 度/假過量數電外 度電 瓩 千瓦 千瓦小時 千瓦時 分/之山公署局機組析別布隊類流級子享散工成擔開為擔項攤期行區院會店支校眾屬
點/播心名子選擊數檢燈交閱收綴 歲/出入月計末修 倍/數增受率感券速 題/目材庫型 學分 節/能約水目省日慶流點電育錄奏制減氣 堂/課次 堂課 時段 筆/試錄電記者跡順數 筆數 通/報知行訊車過勤路學譯用風膳道往霄盤常 則/為應須可不由是以依需無有刑 封/閉鎖面存裝路城底 幅/度員射 幀 包/括含商裝租覆商辦 箱/涵型 盒 瓶/頸裝 袋 桶 罐/頭 杯 束/縛 劑/量型 劑次 人劑 例/如外行子會規假 例次 口/頭罩試述碑岸罩味號供徑譯水腔
槽 孔 車道 車位 車廂 席位 停車位 機車位 停車格 汽車位 據點 社區/大 館/藏長舍別 園/區遊長藝丁地林所 園區 廠/商房區牌址長內 廠商 廠家 攤/販提 攤位 單位/預主及人 機關/首 機構 學校 公司 國家/公標安級通發重 城市 鄉 鎮 島 集 段/落考標 學期 學年 分貝 海里 海浬 浬 英里 英呎 英尺 英吋 臺斤 台斤 斤 磅 盎司 大卡 千卡 公石 畫素 像素 顆粒 字/號第樣典體元型幕彙句串 字元 帖 名額 床次 人床 學員 機組 部分 成果 面次 教室/內 村 里/長程民山辦港幹 鄰里 機台 部會 縣市政府 國中 國小 高中 大專校院 公所 地點 路段 路口 案址 車隊 航點 店家 院所 診所 醫院 幼兒園 小組 團隊 子計畫 分項 工項 主題 面向 領域 區域/計 區/域塊隔公段長別內間公 國/中小際家土人民內道外產防軍立科發旗道庫會營慶父 市/場區民府政長立售占話 面/向積對板臨試談額紙子授交膜 線/上索路性下圖材纜段 片/區段面商 塊/狀鏈 根/據本除源 管/理制線道考控區路 帶/領動來入 井 艙 樁 盞/ 缸 籃 疊 串/聯接連流 摺 環/境保節評 波 版次 週次 人份 份數 戶數 里鄰 人種 床位 人員 席地 台次 只/有是能要需會剩為在供限達 瓩 奈克 廳舍 校次 隊次 組次 場館 縣(市)
個/體人別性案位股展月 人組 股/份長票市東務權金價利別 道/路教安德歉 卡/車片路通 關 幕/僚 列/管車為入舉印 排/水放除名名序班程列 聲/明請 口井 座次 隻次 枚次 處次 式次 幅次 車 船次 艇 機 客房 房 坵 棟次 格/局式外林 停車格位 萬輛次 輛次 班級 輪次 節次 顆次 張次 片次 式樣 樁次 封次 杯次 樓層 縣(市) 處所 個所 國家 國別 席次 口灶
尊 頂 餐/飲廳點會盒費旅敘車桌館券食期宴 餐次 船日 車日 機日 艘日 宗地 票/券價房務據選箱源倉證期 貨櫃 列次 列車次 車班 人公里 車公里 噸公里 延人公里 延噸公里 公畝 公頃次 泊位 艙位 席碼頭 單元 版面 人節 診次 床日 針/對灸織 錠 公噸二氧化碳當量 百萬瓦 兆瓦 峰瓦 家戶 門牌 村/長 案場 樣本 樣品 檢體 病床 分隊 大隊 中隊 小隊 分局 派出所 場所 業者 商家 品項 作品 車站 港/務口區都 橋/接樑
`;

const afterFigureOnly = `
型/糖態號錄式機肝流感 TEU FEU μg/m3 μg/m³ mg/L km km2 km² m/ m2 m² m3 m³ cm mm μm nm kg g mg μg ton tons t ha L ml mL cc c.c. CC kW MW GW W kWh MWh GWh kWp MWp kV V A Hz kHz MHz GHz dB Mbps Gbps Kbps bps KB MB GB TB PB kb mb gb tb ppm ppb CMD CMS cms km/h km/hr °C ℃ ㎡ ㎥ ㎞ ㎏ ㎝ ㎜ ° 度C pt px fps kcal cal J kJ MJ hr hrs min pH
公斤/日 噸/日 噸/年 公噸/年 公噸/日 人次/年 人次/月 人次/日 件/年 次/年 場/年 度/年 輛/日 立方公尺/日 立方公尺/秒 公里/小時 元/人 人/年 人/月 人/日 人/公頃 戶/公頃 公噸CO2e 公噸CO2 噸CO2e tCO2e kgCO2e 吋 呎 碼 甲/線級類種乙組上 畝 兩/側岸造性端樣層 錢 克/服難拉 宗/教旨族室師 庭/園院審長外 檔/案期名 輯 群次 塔/台臺式 櫃/台臺檯體 籠 桿 章/程節 艦/隊艇長
升/級等格降遷學至到為值高 米 瓦/斯解 伏特 伏 安培 赫茲 卡路里 微米 奈米 毫米 英畝 加侖 萬畫素 分位 核 級分 集次 項次 號次 顆 人份 
`;

const durations = `
年/級度代金齡終會報資份鑑譜輕長班制 個年度 學年度 個月/份 週/邊末年刊休轉歲 個週 周/邊末期年刊全遭圍轉歲知 星期 禮拜 個星期 個禮拜 日/本誌語報圓元幣盟商月 日曆天 日歷天 工作天 工作日 上班日 營業日 個工作天 個工作日 個日曆天 個日曆日 日曆日 個上班日 個營業日 天/然氣候空文線母災橋主花津際下堂壇生賦 小時 個小時 鐘頭 個鐘頭 分鐘 秒/殺差 秒鐘 毫秒 微秒 世紀 個世紀 個年頭 季/節後報刊
`;

// Numbers before these name a thing and count nothing.
const labels = `
號 樓 樓之 級 年級 版 版本 巷 弄 鄰 人座 旬 號線 號道 角/形 角形 邊形 維 次元 世代 代/ 殿 地號 建號 階段 期工程 年制 專線 級距 人制 年班 孔道 字頭 G D K 位元
`;

const tree = new WordTree<MeasureWord>();
const fractional =
  /公|坪|噸|度|瓩|瓦|倍|分|點|歲|斤|里|兩|甲|畝|[a-zA-Z°℃㎡㎥㎞㎏㎝㎜]|升|米|吋|呎|磅|卡|克|時|人$|人次|次$|件$|個$|年|月|天|日|秒|週|周|季|級/;

function enter(list: string, kind: MeasureKind, afterHan: boolean): void {
  for (const entry of list.split(/\s+/)) {
    if (entry === '') continue;
    const slash = /^(.+?)\/([^/]*)$/.exec(entry);
    const rate = /^[^/]+\/(?:年|月|日|人|秒|小時|公頃|h|hr|m3|m³|L)$/.test(entry);
    const word = rate || slash === null ? entry : (slash[1] ?? entry);
    const notBefore = rate || slash === null ? '' : (slash[2] ?? '');
    tree.add(word, { word, kind, afterHan, notBefore, whole: !fractional.test(word) });
  }
}

enter(labels, 'label', true);
enter(durations, 'duration', true);
enter(afterFigureOnly, 'count', false);
enter(afterAnyNumeral, 'count', true);

/** The measure word that begins at `at`, the longest that the next character allows. */
export function measureWordAt(text: string, at: number, hanNumeral: boolean): Match<MeasureWord> | null {
  const latin = isLatin(text, at);
  return tree.longest(
    text,
    at,
    (word, end) =>
      (!hanNumeral || word.afterHan) &&
      (boundBehind.test(text.slice(end, end + 2)) || !isBarred(word, text.charAt(end), hanNumeral)) &&
      !(latin && runsOn(text, end)),
  );
}

/** 10所以上: a bound, where 所以 goes on otherwise. */
const boundBehind = /^以[上下內]/u;

/** What follows makes another word of it: 一處於. After a Western figure 於 only leads on: 8處於114年完成. */
function isBarred({ notBefore }: MeasureWord, next: string, hanNumeral: boolean): boolean {
  return notBefore.includes(next || '\u0000') && (hanNumeral || next !== '於');
}

/** km in kmh, W in 5W1H: letters that go on are another word. */
function runsOn(text: string, end: number): boolean {
  return (isLatin(text, end - 1) && isLatin(text, end)) || (isLatin(text, end - 1) && isDigit(text, end));
}

const afterOneDigit = new Set(
  `次 場 場次 件 案 項 處 座 棟 人 人次 名 位 戶 家 組 套 份 隊 班 所 校 間 輛 台 臺 艘 架 支 枚 株 隻 本 冊 篇 則 種 類 款 條 個 梯次 梯 屆 公里 公尺 公頃 公噸 噸 斤 公升 雙 噸 公斤 斤 公升 公分 平方公尺 坪 度 倍 歲 學分 雙
  小組 團隊 單位 機關 機構 縣市 縣市政府 樓層 層 床 席 張 片 筆 批 回 輪 趟 式 名額 據點 區域 地區 部分 面向 領域 主題 國家 部會 堂 堂課 門課 小題 題 節課 封 箱 包 袋 瓶 劑 具 顆 頭 尾 棵 處所 場域 項次 梯 工項 分項 子計畫 學期 學年
  年 個月 週 日 天 日曆天 工作天 工作日 個工作天 個工作日 小時 個小時 鐘頭 分鐘 秒 秒鐘 星期 個星期 個禮拜 個年度 季 個日曆天 個縣市 縣(市)`.split(
    /\s+/,
  ),
);
const afterOne = new Set(
  `次 場 場次 件 案 項 處 座 棟 名 位 戶 家 組 套 份 隊 班 所 校 間 輛 台 臺 艘 架 支 本 冊 篇 則 式 年 個月 週 日 天 小時 個小時 倍 梯次 公里 公頃 公尺 公噸 坪 歲 年度 學期 個年度 個工作天 個星期 季 級 分鐘 名額 筆`.split(
    /\s+/,
  ),
);

/** Whether a numeral of one Chinese digit counts with this word. 三場 does; 三國, 五股 and 一部 are rather names. */
export function countsAfterOneDigit(word: string, digit: bigint): boolean {
  return digit === 1n ? afterOne.has(word) : afterOneDigit.has(word);
}
