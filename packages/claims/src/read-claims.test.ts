import { describe, expect, test } from 'vitest';
import { read, told, type Cells } from './rows-for-tests.ts';

/** A made-up row of an agency that does not exist, and what a careful reader makes of it. */
interface Row {
  readonly name: string;
  readonly cells: Cells;
  readonly indicators: readonly string[];
  readonly verdict?: string;
  readonly stated?: string;
}

function lines(...items: readonly string[]): string {
  return items.join('\n');
}

const rows: readonly Row[] = [
  {
    name: 'transport: km, rate down, deaths',
    cells: {
      goals: lines(
        '1. 完成省道改善工程12.5公里。',
        '2. 30日內死亡人數降至2,800人以下。',
        '3. 公車準點率達92%以上，平均候車時間控制在10分鐘以內。',
        '4. 易肇事路口改善50處。',
      ),
      explanation: lines(
        '1. 完成省道改善13.2公里。',
        '2. 30日內死亡人數為2,950人，未達目標，將持續強化執法。',
        '3. 公車準點率93.1%，平均候車時間9.4分鐘。',
        '4. 改善易肇事路口56處，超過目標6處。',
      ),
    },
    indicators: [
      '>= 12.5公里 ← 13.2公里 met',
      '<= 2800人 ← 2950人 missed',
      '>= 92% ← 93.1% met',
      '<= 10分鐘 ← 9.4分鐘 met',
      '>= 50處 ← 56處 met',
    ],
    verdict: 'partly',
  },
  {
    name: 'health: beds, coverage, strict',
    cells: {
      goals: lines(
        '1. 增設急性病床120床。',
        '2. 流感疫苗接種涵蓋率達65%。',
        '3. 院內感染率低於2.5‰。',
        '4. 長照服務據點設置數超過4,000處。',
      ),
      explanation: lines(
        '1. 增設急性病床118床，尚有2床待許可。',
        '2. 65歲以上長者流感疫苗接種涵蓋率為61.3%。',
        '3. 院內感染率2.5‰。',
        '4. 長照服務據點累計設置4,000處。',
      ),
    },
    indicators: [
      '>= 120床 ← 118床 missed',
      '>= 65% ← 61.3% missed',
      '<= strictly 0.25% ← 0.25% missed',
      '>= strictly 4000處 ← 4000處 missed',
    ],
    verdict: 'not_achieved',
  },
  {
    name: 'education',
    cells: {
      execution: lines(
        '1.補助國中小汰換老舊校舍35校、86棟。',
        '2.辦理教師增能研習72場次，參與教師計3,415人次，滿意度92%。',
        '3.113學年度學生體適能合格率57.6%。',
      ),
      goals: lines(
        '1.補助國中小汰換老舊校舍35校、85棟。',
        '2.辦理教師增能研習不少於60場次，參與教師達3,000人次。',
        '3.學生體適能合格率由55%提升至58%。',
      ),
      explanation: lines(
        '1.已補助35校86棟校舍完成發包。',
        '2.辦理72場次研習，3,415人次參與。',
        '3.因疫後體能恢復不如預期，合格率57.6%，較112年度之55%提升2.6個百分點。',
      ),
    },
    indicators: [
      '>= 35校 ← 35校 met',
      '>= 85棟 ← 86棟 met',
      '>= 60場次 ← 72場次 met',
      '>= 3000人次 ← 3415人次 met',
      '>= 58% ← 57.6% missed',
    ],
    verdict: 'partly',
  },
  {
    name: 'agriculture: ha, tonnes, growth',
    cells: {
      goals: lines(
        '(一)推動有機農業面積累計達1萬8,000公頃。',
        '(二)農產品外銷值較上年度成長5%。',
        '(三)減少農藥使用量3%。',
        '(四)輔導青年農民200名。',
      ),
      explanation: lines(
        '(一)有機農業面積累計1萬8,652公頃。',
        '(二)農產品外銷值較上年度成長3.2%。',
        '(三)農藥使用量較112年減少4.1%。',
        '(四)輔導青年農民235名。',
      ),
    },
    indicators: ['>= 18000公頃 ← 18652公頃 met', '>= 5% ← 3.2% missed', '>= 3% ← 4.1% met', '>= 200名 ← 235名 met'],
    verdict: 'partly',
  },
  {
    name: 'culture: target/actual in one cell',
    cells: {
      goals: lines(
        '1. 展演場次：目標值320場；實際值355場；達成率110.9%。',
        '2. 參觀人次：目標值150萬人次；實際值148萬6,200人次；達成率99.1%。',
      ),
      explanation: '年度績效目標部分達成，參觀人次因展場整修未達目標。',
    },
    indicators: ['>= 320場 ← 355場 met', '>= 1500000人次 ← 1486200人次 missed'],
    verdict: 'partly',
    stated: 'not_achieved',
  },
  {
    name: 'restated target in result',
    cells: {
      goals: lines('1. 汙水處理率達85%。', '2. 用戶接管戶數新增6,000戶。'),
      explanation: lines('1. 113年目標值85%，實際達成87.2%，達成率102.6%。', '2. 原訂目標6,000戶，實際接管6,318戶。'),
    },
    indicators: ['>= 85% ← 87.2% met', '>= 6000戶 ← 6318戶 met'],
    verdict: 'achieved',
  },
  {
    name: 'symbols',
    cells: {
      goals: lines('1. 自來水水質合格率≧99.9%。', '2. 漏水率≦12.5%。', '3. 平均停水時數 < 6小時。'),
      explanation: lines('1. 99.95%。', '2. 12.1%。', '3. 5.2小時。'),
    },
    indicators: ['>= 99.9% ← 99.95% met', '<= 12.5% ← 12.1% met', '<= strictly 6小時 ← 5.2小時 met'],
    verdict: 'achieved',
  },
  {
    name: 'milestones by date',
    cells: {
      execution: lines(
        '1. 都市計畫變更案業於113年5月28日審議通過。',
        '2. 主體工程歷經3次流標，預計114年3月完成決標。',
        '3. 細部設計已於113年9月核定。',
      ),
      goals: lines('1. 113年6月底前完成都市計畫變更審議。', '2. 113年12月底前完成主體工程發包。', '3. 完成細部設計。'),
      explanation: '因缺工缺料，主體工程多次流標，未能於年度內完成發包。',
    },
    indicators: [
      'milestone 113年6月底前完成都市計畫變更審議 → met',
      'milestone 113年12月底前完成主體工程發包 → missed',
      'milestone 完成細部設計 → met',
    ],
    verdict: 'partly',
  },
  {
    name: 'multi-year targets',
    cells: {
      goals: '無線網路涵蓋率逐年提升：112年度70%、113年度80%、114年度90%。',
      explanation: '113年度涵蓋率達82.5%。',
    },
    indicators: ['>= 80% ← 82.5% met', 'plan >= 90% ← — open'],
    verdict: 'achieved',
  },
  {
    name: 'whole plan cumulative',
    cells: {
      goals: '全程目標為116年底前累計建置充電樁3,000支；本年度目標值為建置600支。',
      explanation: '本年度建置充電樁652支，累計建置1,210支。',
    },
    indicators: ['plan >= 3000支 ← 1210支 open', '>= 600支 ← 652支 met'],
    verdict: 'achieved',
  },
  {
    name: 'local: shortened',
    cells: {
      goals: lines(
        '一、建照核發天數由30日縮短為21日。',
        '二、1999話務平均等候時間不超過20秒。',
        '三、道路坑洞於4小時內修復率達95%。',
      ),
      explanation: lines('一、建照核發平均18.5日。', '二、1999話務平均等候時間23秒。', '三、4小時內修復率達96.2%。'),
    },
    indicators: ['<= 21日 ← 18.5日 met', '<= 20秒 ← 23秒 missed', '>= 95% ← 96.2% met'],
    verdict: 'partly',
  },
  {
    name: 'per item verdict words only',
    cells: {
      goals: lines('1. 辦理防災演練10場。', '2. 編修手冊1冊。'),
      explanation: lines('1. 已達成。', '2. 已達成。'),
    },
    indicators: ['>= 10場 ← — met', '>= 1冊 ← — met'],
    verdict: 'achieved',
  },
  {
    name: 'stated with exception',
    cells: {
      execution: lines(
        '1. 甲河堤防整建2.1公里已竣工。',
        '2. 乙溪護岸因用地取得延宕，已施作0.6公里，預計114年5月完工。',
      ),
      goals: lines('1. 完成甲河堤防整建2.1公里。', '2. 完成乙溪護岸整建1.4公里。'),
      explanation: '除乙溪護岸因用地取得延宕尚在施工外，其餘年度績效目標已達成。',
    },
    indicators: ['>= 2.1公里 ← 2.1公里 met', '>= 1.4公里 ← 0.6公里 missed'],
    verdict: 'partly',
    stated: 'none',
  },
  {
    name: 'nothing answers',
    cells: {
      goals: lines('1. 培訓種子講師40人。', '2. 民眾滿意度達80%。'),
      explanation: '本年度持續推動各項工作，成效良好。',
    },
    indicators: ['>= 40人 ← — open', '>= 80% ← — open'],
    verdict: 'undetermined',
  },
  {
    name: 'narrative goals',
    cells: {
      goals: '強化跨機關合作，提升民眾對環境教育之認知，營造永續校園環境。',
      explanation: '持續辦理環境教育宣導。',
    },
    indicators: [],
    verdict: 'undetermined',
  },
  {
    name: 'named set',
    cells: {
      execution: '東港、西港及南港等3處漁港疏浚均已完工。',
      goals: '完成東港、西港及南港等3處漁港疏浚。',
      explanation: '年度績效目標已達成。',
    },
    indicators: ['= 3處 ← 3處 met'],
    verdict: 'achieved',
    stated: 'achieved',
  },
  {
    name: 'money',
    cells: {
      goals: lines('1. 促進民間投資達120億元。', '2. 創造就業機會2,500個。', '3. 預算執行率95%以上。'),
      explanation: lines(
        '1. 促進民間投資金額135.6億元。',
        '2. 創造就業機會2,731個。',
        '3. 預算執行率為93.87%，係因工程流標所致。',
      ),
    },
    indicators: ['>= 12000000000TWD ← 13560000000TWD met', '>= 2500個 ← 2731個 met', '>= 95% ← 93.87% missed'],
    verdict: 'partly',
  },
  {
    name: 'results worded without order',
    cells: {
      goals: lines(
        '1. 新增公共托育據點18處。',
        '2. 托育人員在職訓練1,200人次。',
        '3. 訪視輔導每季至少1次，全年400家次。',
      ),
      explanation: lines(
        '1. 本年度辦理托育人員在職訓練1,356人次。',
        '2. 訪視輔導全年計412家次。',
        '3. 新增公共托育據點15處，其餘3處因場地修繕預計114年第1季啟用。',
      ),
    },
    indicators: ['>= 18處 ← 15處 missed', '>= 1200人次 ← 1356人次 met', '>= 400家次 ← 412家次 met'],
    verdict: 'partly',
  },
  {
    name: 'science: papers',
    cells: {
      goals: lines(
        '1.發表國際期刊論文12篇。',
        '2.申請專利3件、獲證2件。',
        '3.培育碩博士生15名。',
        '4.技術移轉金額1,200萬元。',
      ),
      explanation: lines(
        '1.發表國際期刊論文15篇。',
        '2.申請專利4件，獲證1件。',
        '3.培育碩博士生17名。',
        '4.技術移轉2案，金額1,350萬元。',
      ),
    },
    indicators: [
      '>= 12篇 ← 15篇 met',
      '>= 3件 ← 4件 met',
      '>= 2件 ← 1件 missed',
      '>= 15名 ← 17名 met',
      '>= 12000000TWD ← 13500000TWD met',
    ],
    verdict: 'partly',
  },
  {
    name: 'planned work only',
    cells: {
      plannedWork: lines('1. 辦理海岸巡護120航次。', '2. 採購救生艇2艘。'),
      execution: lines('1. 辦理海岸巡護131航次。', '2. 救生艇採購案流標，辦理保留。'),
      goals: '強化海域執法能量。',
    },
    indicators: ['>= 120航次 ← 131航次 met', '>= 2艘 ← — missed'],
    verdict: 'partly',
  },
  {
    name: 'percent of total with counts',
    cells: {
      goals: lines('1. 村里巡檢完成率100%。', '2. 抽驗食品3,500件，不合格率低於5%。'),
      explanation: lines(
        '1. 應巡檢368村里，已完成368村里，完成率100%。',
        '2. 抽驗食品3,612件，不合格152件，不合格率4.2%。',
      ),
    },
    indicators: ['>= 100% ← 100% met', '>= 3500件 ← 3612件 met', '<= strictly 5% ← 4.2% met'],
    verdict: 'achieved',
  },
  {
    name: 'average wait; up to',
    cells: {
      goals: '急診病人平均等候住院時間12小時。住院病人跌倒發生率0.05%以下。',
      explanation: '急診病人平均等候住院時間13.1小時；住院病人跌倒發生率0.04%。',
    },
    indicators: ['<= 12小時 ← 13.1小時 missed', '<= 0.05% ← 0.04% met'],
    verdict: 'partly',
  },
  {
    name: 'online launch promised',
    cells: {
      execution: lines('1. 智慧審查平臺已完成系統測試，預定114年4月1日正式上線。', '2. 完成5個交換介面建置。'),
      goals: lines('1. 智慧審查平臺上線服務。', '2. 建置交換介面5個。'),
      explanation: '年度績效目標未達成說明：智慧審查平臺因資安檢測未通過，延至114年4月1日上線。',
    },
    indicators: ['milestone 智慧審查平臺上線服務 → missed', '>= 5個 ← 5個 met'],
    verdict: 'partly',
    stated: 'not_achieved',
  },
  {
    name: '年度目標達成率',
    cells: {
      goals: lines('1. 工程累計進度達45%。', '2. 用地取得12.5公頃。'),
      explanation: lines('1. 截至113年底實際進度43.62%，落後1.38%。', '2. 用地取得12.5公頃，達成率100%。'),
    },
    indicators: ['>= 45% ← 43.62% missed', '>= 12.5公頃 ← 12.5公頃 met'],
    verdict: 'partly',
  },
  {
    name: 'fullwidth digits',
    cells: {
      goals: lines('１．補助社區營造點８０處。', '２．辦理培力課程１２０小時。'),
      explanation: lines('１．補助社區營造點８２處。', '２．辦理培力課程１２６小時。'),
    },
    indicators: ['>= 80處 ← 82處 met', '>= 120小時 ← 126小時 met'],
    verdict: 'achieved',
  },
  {
    name: 'chinese numerals',
    cells: {
      goals: lines('一、設置資源回收站三處。', '二、廢棄物回收率達六成。'),
      explanation: lines('一、已設置資源回收站三處。', '二、廢棄物回收率為五成八。'),
    },
    indicators: ['>= 3處 ← 3處 met', '>= 60% ← 58% missed'],
    verdict: 'partly',
  },
  {
    name: 'count of persons vs person-times',
    cells: {
      goals: '辦理職業訓練班50班，結訓人數1,500人，訓後就業率75%。',
      explanation: '113年共辦理職業訓練班52班，參訓1,620人，結訓1,548人，訓後3個月就業率達78.3%。',
    },
    indicators: ['>= 50班 ← 52班 met', '>= 1500人 ← 1548人 met', '>= 75% ← 78.3% met'],
    verdict: 'achieved',
  },
  {
    name: 'existing total beside new',
    cells: {
      goals: '新設自行車道8公里，累計自行車道長度達95公里。',
      explanation: '新設自行車道9.3公里，累計長度達96.1公里。',
    },
    indicators: ['>= 8公里 ← 9.3公里 met', '>= 95公里 ← 96.1公里 met'],
    verdict: 'achieved',
  },
  {
    name: 'no number in result, work still open',
    cells: {
      goals: '完成滯洪池2座。',
      explanation: '滯洪池工程刻正辦理細部設計，尚未發包。',
    },
    indicators: ['>= 2座 ← — missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'reduction target in tonnes',
    cells: {
      goals: lines(
        '1. 溫室氣體減量1,200公噸CO2e。',
        '2. 全年用電量較基準年降低8%。',
        '3. 臭氧年平均濃度降低至14ppb以下。',
      ),
      explanation: lines(
        '1. 溫室氣體減量1,356公噸CO2e。',
        '2. 全年用電量較基準年降低7.4%。',
        '3. 臭氧年平均濃度13.6ppb。',
      ),
    },
    indicators: ['>= 1200公噸CO2e ← 1356公噸CO2e met', '>= 8% ← 7.4% missed', '<= 14ppb ← 13.6ppb met'],
    verdict: 'partly',
  },
  {
    name: 'done though something else goes on',
    cells: {
      execution: lines(
        '1. 完成智慧電表布建10萬2,500具，114年度將持續擴大布建。',
        '2. 完成配電自動化系統建置，後續將賡續優化功能。',
      ),
      goals: lines('1. 完成智慧電表布建10萬具。', '2. 建置配電自動化系統。'),
      explanation: '年度績效目標已達成。',
    },
    indicators: ['>= 100000具 ← 102500具 met', 'milestone 建置配電自動化系統 → met'],
    verdict: 'achieved',
    stated: 'achieved',
  },
  {
    name: 'reason words without a miss',
    cells: {
      goals: lines('1. 觀光人次達250萬人次。', '2. 完成遊客中心整修。'),
      explanation: lines(
        '1. 觀光人次達271萬人次，較目標增加21萬人次。',
        '2. 遊客中心整修工程雖因颱風影響工期，仍於113年11月30日竣工，並於12月28日驗收合格。',
      ),
    },
    indicators: ['>= 2500000人次 ← 2710000人次 met', 'milestone 完成遊客中心整修 → met'],
    verdict: 'achieved',
    stated: 'none',
  },
  {
    name: 'partly finished list',
    cells: {
      goals: '完成甲館、乙館及丙館耐震補強。',
      explanation: '甲館及乙館已完成耐震補強，丙館因流標，預計114年8月完成。',
    },
    indicators: ['milestone 完成甲館、乙館及丙館耐震補強 → missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'exception by 除…外 with counts',
    cells: {
      goals: '完成路燈汰換1,200盞。',
      explanation: '除35盞因用電申請未獲核准外，其餘路燈均已汰換完成。',
    },
    indicators: ['>= 1200盞 ← — missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'additive 除…外',
    cells: {
      goals: '辦理親職教育講座24場。',
      explanation: '除辦理親職教育講座26場外，並製播線上課程8集。',
    },
    indicators: ['>= 24場 ← 26場 met'],
    verdict: 'achieved',
  },
  {
    name: 'attainment only',
    cells: {
      goals: lines('1. 稽查工廠1,800家次。', '2. 輔導改善300家。'),
      explanation: lines('1. 達成率104%。', '2. 達成率98%。'),
    },
    indicators: ['>= 1800家次 ← — met', '>= 300家 ← — missed'],
    verdict: 'partly',
  },
  {
    name: 'two goals share words, results in other order',
    cells: {
      goals: lines('1. 國內旅客滿意度達88%。', '2. 國際旅客滿意度達90%。', '3. 國內航線準點率達85%。'),
      explanation: '國內航線準點率86.4%；國際旅客滿意度89.2%；國內旅客滿意度90.5%。',
    },
    indicators: ['>= 88% ← 90.5% met', '>= 90% ← 89.2% missed', '>= 85% ← 86.4% met'],
    verdict: 'partly',
  },
  {
    name: '分別',
    cells: {
      goals: '辦理機車、小客車駕駛道安講習分別達12,000人次及8,000人次。',
      explanation: '113年機車及小客車駕駛道安講習分別為12,450人次、7,860人次。',
    },
    indicators: ['>= 12000人次 ← 12450人次 met', '>= 8000人次 ← 7860人次 missed'],
    verdict: 'partly',
  },
  {
    name: 'last year beside',
    cells: {
      goals: lines('1. 圖書館借閱冊數達320萬冊。', '2. 電子書借閱8萬冊。'),
      explanation: lines(
        '1. 113年借閱冊數331萬冊，較112年315萬冊成長5.1%。',
        '2. 電子書借閱7萬9,800冊，112年為6萬5,000冊。',
      ),
    },
    indicators: ['>= 3200000冊 ← 3310000冊 met', '>= 80000冊 ← 79800冊 missed'],
    verdict: 'partly',
  },
  {
    name: 'per unit rates',
    cells: {
      goals: '長照專線20秒內接聽率90%；平均每通處理時間6分鐘以內。',
      explanation: '長照專線20秒內接聽率91.7%；平均每通處理時間5.6分鐘。',
    },
    indicators: ['>= 90% ← 91.7% met', '<= 6分鐘 ← 5.6分鐘 met'],
    verdict: 'achieved',
  },
  {
    name: 'milestone done after year end',
    cells: {
      goals: '完成檢驗大樓取得使用執照。',
      explanation: '檢驗大樓已於114年1月15日取得使用執照。',
    },
    indicators: ['milestone 完成檢驗大樓取得使用執照 → missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'approx and more',
    cells: {
      goals: '推廣智慧灌溉面積500公頃，節水率20%以上。',
      explanation: '推廣智慧灌溉面積約512公頃，節水率逾23%。',
    },
    indicators: ['>= 500公頃 ← 512公頃 met', '>= 20% ← 23% met'],
    verdict: 'achieved',
  },
  {
    name: 'below in words',
    cells: {
      goals: '公共場所AED覆蓋率達80%以上。',
      explanation: '公共場所AED覆蓋率未達80%，將加強補助設置。',
    },
    indicators: ['>= 80% ← 80% missed'],
    verdict: 'not_achieved',
    stated: 'not_achieved',
  },
  {
    name: 'sentence style goal in middle',
    cells: {
      goals: '為提升偏鄉醫療可近性，113年度預計於偏遠地區設置遠距醫療門診15處，服務2,400人次，並使轉診率降至12%以下。',
      explanation: '已於16處偏遠地區衛生所設置遠距醫療門診，服務達2,655人次，轉診率為12.8%。',
    },
    indicators: ['>= 15處 ← 16處 met', '>= 2400人次 ← 2655人次 met', '<= 12% ← 12.8% missed'],
    verdict: 'partly',
  },
  {
    name: 'equipment list',
    cells: {
      execution: '完成X光機2臺、超音波4臺採購；救護車3輛因原廠缺料延至114年2月交車。',
      goals: '採購X光機2臺、超音波4臺及救護車3輛。',
      explanation: '救護車因原廠缺料未能如期交車。',
    },
    indicators: ['>= 2臺 ← 2臺 met', '>= 4臺 ← 4臺 met', '>= 3輛 ← — missed'],
    verdict: 'partly',
  },
  {
    name: 'heading table of indicator',
    cells: {
      goals: lines('一、指標名稱：垃圾清運準點率', '(一)目標值：98%', '二、指標名稱：資源回收率', '(一)目標值：62%'),
      explanation: lines('一、垃圾清運準點率：98.6%', '二、資源回收率：61.2%'),
    },
    indicators: ['>= 98% ← 98.6% met', '>= 62% ← 61.2% missed'],
    verdict: 'partly',
  },
  {
    name: 'no marks, newline items',
    cells: {
      goals: lines('補助設置屋頂型太陽光電5MW', '公有建築能源查核40棟'),
      explanation: lines('完成屋頂型太陽光電設置6.2MW', '公有建築能源查核完成43棟'),
    },
    indicators: ['>= 5MW ← 6.2MW met', '>= 40棟 ← 43棟 met'],
    verdict: 'achieved',
  },
  {
    name: 'goal with base in brackets',
    cells: {
      goals: lines('1. 營養午餐食材抽驗合格率達99%(112年98.2%)。', '2. 校園性別事件通報時效內完成率95%。'),
      explanation: lines('1. 抽驗合格率98.9%。', '2. 時效內完成率97%。'),
    },
    indicators: ['>= 99% ← 98.9% missed', '>= 95% ← 97% met'],
    verdict: 'partly',
  },
  {
    name: 'range target upward',
    cells: {
      goals: '每年辦理3至5場推廣活動。',
      explanation: '辦理4場推廣活動。',
    },
    indicators: ['>= 3場 ← 4場 met'],
    verdict: 'achieved',
  },
  {
    name: 'statement about a part',
    cells: {
      goals: lines('1. 汰換老舊管線25公里。', '2. 新設加壓站1站。'),
      explanation: lines('1. 汰換老舊管線26公里，達成年度目標。', '2. 加壓站工程刻正施工中，預計114年6月完工。'),
    },
    indicators: ['>= 25公里 ← 26公里 met', '>= 1站 ← — missed'],
    verdict: 'partly',
    stated: 'none',
  },
  {
    name: 'all stated, one contradicted',
    cells: {
      execution: lines('1. 辦理稽核10次。', '2. 資安健診已完成。'),
      goals: lines('1. 辦理稽核12次。', '2. 完成資安健診。'),
      explanation: '年度績效目標均已達成。',
    },
    indicators: ['>= 12次 ← 10次 missed', 'milestone 完成資安健診 → met'],
    verdict: 'partly',
    stated: 'achieved',
  },
  {
    name: 'reasons none',
    cells: {
      goals: '稅籍清查3,000戶。',
      explanation: '稅籍清查3,120戶。未達成原因：無。',
    },
    indicators: ['>= 3000戶 ← 3120戶 met'],
    verdict: 'achieved',
    stated: 'none',
  },
  {
    name: 'goals under headings',
    cells: {
      goals: lines(
        '1. 績效目標：',
        '(1)提升運動人口比例。',
        '(2)普及運動設施。',
        '2. 本年度目標值：',
        '(1)規律運動人口比例36%。',
        '(2)興設運動場館3座。',
      ),
      explanation: lines('1. 規律運動人口比例35.7%。', '2. 興設運動場館3座，其中1座於113年12月啟用。'),
    },
    indicators: ['>= 36% ← 35.7% missed', '>= 3座 ← 3座 met'],
    verdict: 'partly',
  },
  {
    name: 'milestone kept open',
    cells: {
      goals: lines('1. 簽訂合作備忘錄。', '2. 辦理可行性評估。'),
      explanation: lines('1. 與範例大學就合作內容持續洽談。', '2. 完成可行性評估報告。'),
    },
    indicators: ['milestone 簽訂合作備忘錄 → open', 'milestone 辦理可行性評估 → met'],
    verdict: 'achieved',
  },
  {
    name: 'count of cases to be resolved',
    cells: {
      goals: lines('1. 消費爭議調解成立率達70%，平均處理日數30日。', '2. 訴願案件於法定期限內審結率98%。'),
      explanation: lines('1. 消費爭議調解成立率68.5%，平均處理日數27日。', '2. 訴願案件於法定期限內審結率99.1%。'),
    },
    indicators: ['>= 70% ← 68.5% missed', '<= 30日 ← 27日 met', '>= 98% ← 99.1% met'],
    verdict: 'partly',
  },
  {
    name: 'results in a run-on sentence',
    cells: {
      goals: lines('1. 補助原住民族部落聯絡道路改善15公里。', '2. 培育族語教師60名。'),
      explanation: '本年度補助部落聯絡道路改善計17.6公里、橋梁2座，並培育族語教師63名，均已達成目標。',
    },
    indicators: ['>= 15公里 ← 17.6公里 met', '>= 60名 ← 63名 met'],
    verdict: 'achieved',
  },
  {
    name: 'goal asks for not more than last year',
    cells: {
      goals: '火災死亡人數不高於前一年度(112年168人)。',
      explanation: '火災死亡人數151人。',
    },
    indicators: [],
    verdict: 'undetermined',
  },
  {
    name: 'quarterly meetings',
    cells: {
      goals: lines('1. 每季召開推動委員會議1次。', '2. 辦理訪查36場次以上。'),
      explanation: lines('1. 已召開推動委員會議4次。', '2. 辦理訪查41場次。'),
    },
    indicators: ['>= 1次 ← 4次 met', '>= 36場次 ← 41場次 met'],
    verdict: 'achieved',
  },
  {
    name: 'works ended with 率',
    cells: {
      goals: lines('1. 橋梁檢測完成率達100%。', '2. D級以上橋梁維修率100%。'),
      explanation: lines(
        '1. 應檢測橋梁2,315座，已檢測2,315座，完成率100%。',
        '2. 應維修48座，已維修45座，維修率93.75%，餘3座因河川公地申請展延至114年3月完成。',
      ),
    },
    indicators: ['>= 100% ← 100% met', '>= 100% ← 93.75% missed'],
    verdict: 'partly',
  },
  {
    name: 'number of items with sub-list in brackets',
    cells: {
      goals: '建置社區長照據點45處(甲區20處、乙區15處、丙區10處)。',
      explanation: '建置社區長照據點46處(甲區19處、乙區17處、丙區10處)。',
    },
    indicators: ['>= 45處 ← 46處 met'],
    verdict: 'achieved',
  },
  {
    name: 'revised plan',
    cells: {
      goals: '完成園區公共設施開發工程30%。',
      explanation: '園區公共設施開發工程累計完成33.5%，超前3.5%。',
    },
    indicators: ['>= 30% ← 33.5% met'],
    verdict: 'achieved',
  },
  {
    name: 'delivery by stages',
    cells: {
      goals: lines('1. 完成第1期工程驗收。', '2. 第2期工程進度達60%。'),
      explanation: lines('1. 第1期工程於113年7月驗收合格。', '2. 第2期工程進度達52.3%，落後原因係管線遷移。'),
    },
    indicators: ['milestone 完成第1期工程驗收 → met', '>= 60% ← 52.3% missed'],
    verdict: 'partly',
  },
  {
    name: 'training with satisfaction',
    cells: {
      goals: '辦理在職訓練20梯次，學員滿意度4.2分以上。',
      explanation: '辦理在職訓練22梯次、參訓880人次，學員滿意度平均4.56分。',
    },
    indicators: ['>= 20梯次 ← 22梯次 met', '>= 4.2分 ← 4.56分 met'],
    verdict: 'achieved',
  },
  {
    name: 'explanation in free paragraphs',
    cells: {
      goals: lines('一、毒品再犯率降低至30%以下。', '二、藥癮者個案管理服務涵蓋率95%。'),
      explanation:
        '本府113年度毒品再犯率為31.2%，較112年下降1.5個百分點，惟仍高於目標值30%，主要係新興毒品流通所致。個案管理服務涵蓋率則達96.4%。',
    },
    indicators: ['<= 30% ← 31.2% missed', '>= 95% ← 96.4% met'],
    verdict: 'partly',
  },
  {
    name: 'compare with target in words',
    cells: {
      goals: '污水下水道用戶接管普及率提升至42.5%。',
      explanation: '用戶接管普及率42.61%，高於目標值42.5%。',
    },
    indicators: ['>= 42.5% ← 42.61% met'],
    verdict: 'achieved',
  },
  {
    name: 'one result answers two phrases',
    cells: {
      goals: lines('1. 輔導中小企業數位轉型1,000家，帶動投資8億元。', '2. 辦理媒合會12場。'),
      explanation: lines(
        '1. 輔導中小企業1,126家次導入雲端解決方案，帶動投資新臺幣9.2億元，新增就業356人。',
        '2. 媒合會辦理13場，媒合成功128案。',
      ),
    },
    indicators: ['>= 1000家 ← 1126家次 met', '>= 800000000TWD ← 920000000TWD met', '>= 12場 ← 13場 met'],
    verdict: 'achieved',
  },
  {
    name: 'carried over, procurement',
    cells: {
      execution: lines(
        '1. 雲端機房搬遷作業因空調工程流標3次，爰辦理預算保留1,250萬元，預定114年6月完成搬遷。',
        '2. 汰換伺服器24臺，業於113年10月驗收完成。',
      ),
      goals: lines('1. 完成雲端機房搬遷。', '2. 汰換伺服器24臺。'),
      explanation: lines('1. 雲端機房搬遷因空調工程流標致未能如期完成。', '2. 已完成汰換。'),
    },
    indicators: ['milestone 完成雲端機房搬遷 → missed', '>= 24臺 ← 24臺 met'],
    verdict: 'partly',
  },
  {
    name: 'numbers in names',
    cells: {
      goals: lines(
        '1. 推動「1314里鄰守護計畫」，設置守護站25站。',
        '2. 119救護志工培訓300人。',
        '3. 5G基地臺協處150案。',
      ),
      explanation: lines('1. 設置守護站27站。', '2. 119救護志工培訓289人。', '3. 協處5G基地臺案件163案。'),
    },
    indicators: ['>= 25站 ← 27站 met', '>= 300人 ← 289人 missed', '>= 150案 ← 163案 met'],
    verdict: 'partly',
  },
  {
    name: 'goals with weight',
    cells: {
      goals: lines('1. 國產木材自給率(權重40%)：目標值2.2%。', '2. 造林面積(權重60%)：目標值600公頃。'),
      explanation: lines('1. 國產木材自給率2.35%。', '2. 造林面積588公頃。'),
    },
    indicators: ['>= 2.2% ← 2.35% met', '>= 600公頃 ← 588公頃 missed'],
    verdict: 'partly',
  },
  {
    name: 'timeliness',
    cells: {
      goals: lines('1. 災情通報後2小時內完成初勘。', '2. 申請案平均審查天數14天以內。'),
      explanation: lines('1. 均於2小時內完成初勘。', '2. 平均審查天數11.6天。'),
    },
    indicators: ['<= 2小時 ← 2小時 met', '<= 14天 ← 11.6天 met'],
    verdict: 'achieved',
  },
  {
    name: 'milestones with 里程碑 heading',
    cells: {
      goals: lines(
        '1. 里程碑1：113年3月完成需求訪談。',
        '2. 里程碑2：113年8月完成雛型系統。',
        '3. 里程碑3：113年12月完成系統上線。',
      ),
      explanation: lines(
        '1. 已於113年3月20日完成需求訪談。',
        '2. 已於113年8月30日完成雛型系統。',
        '3. 系統因介面調整，延至114年2月上線。',
      ),
    },
    indicators: [
      'milestone 113年3月完成需求訪談 → met',
      'milestone 113年8月完成雛型系統 → met',
      'milestone 113年12月完成系統上線 → missed',
    ],
    verdict: 'partly',
  },
  {
    name: 'same figure in both columns, other thing',
    cells: {
      execution: '新增公共自行車租賃站62站，投入電動輔助車800輛及一般車720輛，合計1,520輛。',
      goals: '新增公共自行車租賃站60站、車輛1,500輛。',
      explanation: '年度績效目標已達成。',
    },
    indicators: ['>= 60站 ← 62站 met', '>= 1500輛 ← 1520輛 met'],
    verdict: 'achieved',
    stated: 'achieved',
  },
  {
    name: 'research outputs by words',
    cells: {
      goals: lines('1. 完成海域地質調查報告1冊。', '2. 建立潮間帶生物資料庫1套。'),
      explanation: lines(
        '1. 已完成海域地質調查報告，並公開於機關網站。',
        '2. 資料庫已完成規格設計，預計114年9月建置完成。',
      ),
    },
    indicators: ['>= 1冊 ← — met', '>= 1套 ← — missed'],
    verdict: 'partly',
  },
  {
    name: 'unrelated missed word',
    cells: {
      goals: '辦理校園飲用水抽驗500件。',
      explanation: '辦理校園飲用水抽驗512件，其中未達標準6件，均已完成複驗合格。',
    },
    indicators: ['>= 500件 ← 512件 met'],
    verdict: 'achieved',
  },
  {
    name: 'to each municipality',
    cells: {
      goals: '補助18個縣市政府辦理毒品防制宣導，每縣市至少20場。',
      explanation: '補助18個縣市政府辦理毒品防制宣導計436場。',
    },
    indicators: ['>= 18個 ← 18個 met'],
    verdict: 'achieved',
  },
  {
    name: 'yearly targets in a chain',
    cells: {
      goals: '溫室氣體年排放量：112年15.2萬公噸、113年14.6萬公噸、114年14.0萬公噸。',
      explanation: '113年溫室氣體排放量14.3萬公噸。',
    },
    indicators: ['<= 146000公噸 ← 143000公噸 met', 'plan <= 140000公噸 ← — open'],
    verdict: 'achieved',
  },
  {
    name: 'figures in the clause before',
    cells: {
      goals: lines('1. 每萬人口醫師數，目標值30人。', '2. 5歲以下兒童死亡率(每千活產)，目標值4.5人以下。'),
      explanation: lines('1. 每萬人口醫師數為31.2人。', '2. 5歲以下兒童死亡率為每千活產4.7人。'),
    },
    indicators: ['>= 30人 ← 31.2人 met', '<= 4.5人 ← 4.7人 missed'],
    verdict: 'partly',
  },
  {
    name: '同前 answers',
    cells: {
      goals: lines('1. 外籍生招收人數2,000人。', '2. 雙語課程比率15%。'),
      explanation: lines('1. 實際招收外籍生2,187人，達成目標。', '2. 雙語課程比率為13.8%，未達目標值，主因師資不足。'),
    },
    indicators: ['>= 2000人 ← 2187人 met', '>= 15% ← 13.8% missed'],
    verdict: 'partly',
    stated: 'not_achieved',
  },
  {
    name: 'construction with stages of procurement',
    cells: {
      execution: lines(
        '1. 統包工程於113年4月、6月、8月三次公告均無廠商投標而流標，經檢討調整預算後，預計114年第2季重行招標。',
        '2. 都市設計審議於113年11月7日核定。',
      ),
      goals: lines('1. 完成統包工程招標。', '2. 完成都市設計審議核定。'),
      explanation: lines('1. 統包工程因物價上漲致流標，尚未決標。', '2. 已如期完成。'),
    },
    indicators: ['milestone 完成統包工程招標 → missed', 'milestone 完成都市設計審議核定 → met'],
    verdict: 'partly',
  },
  {
    name: 'over fulfilment told as ratio to target',
    cells: {
      goals: '推廣使用國產材之公共工程達10件。',
      explanation: '推廣使用國產材之公共工程達14件，為目標值之1.4倍。',
    },
    indicators: ['>= 10件 ← 14件 met'],
    verdict: 'achieved',
  },
  {
    name: 'cumulative since plan began',
    cells: {
      goals: '累計完成老舊橋梁改建62座(全程110座)。',
      explanation: '截至113年底累計完成改建64座，其中113年度完成11座。',
    },
    indicators: ['>= 62座 ← 64座 met'],
    verdict: 'achieved',
  },
  {
    name: 'one goal two measures with 及',
    cells: {
      goals: '提升急救責任醫院到院前心肺功能停止病人存活率至10%及縮短救護車平均到達時間至6分鐘。',
      explanation: '到院前心肺功能停止病人存活率9.6%，救護車平均到達時間5.8分鐘。',
    },
    indicators: ['>= 10% ← 9.6% missed', '<= 6分鐘 ← 5.8分鐘 met'],
    verdict: 'partly',
  },
  {
    name: 'works listed with semicolons',
    cells: {
      goals: '完成A區整地；完成B區管線埋設；完成C區景觀規劃設計。',
      explanation: 'A區整地及B區管線埋設均已完工；C區景觀規劃設計因用地爭議暫緩辦理。',
    },
    indicators: [
      'milestone 完成A區整地 → met',
      'milestone 完成B區管線埋設 → met',
      'milestone 完成C區景觀規劃設計 → missed',
    ],
    verdict: 'partly',
  },
  {
    name: 'results in execution only',
    cells: {
      execution: lines('1. 本年度共辦理食農教育活動34場次，參與學童2,960人次。', '2. 與3所大學合作開發教材6套。'),
      goals: lines('1. 辦理食農教育活動30場次。', '2. 開發教材6套。'),
      explanation: '均依計畫期程執行完竣。',
    },
    indicators: ['>= 30場次 ← 34場次 met', '>= 6套 ← 6套 met'],
    verdict: 'achieved',
  },
  {
    name: 'estimate',
    cells: {
      goals: '帶動觀光產值5億元。',
      explanation: '估計帶動觀光產值約6.1億元。',
    },
    indicators: ['>= 500000000TWD ← 610000000TWD met'],
    verdict: 'achieved',
  },
  {
    name: 'target is zero',
    cells: {
      goals: '職業災害死亡人數0人。',
      explanation: '113年職業災害死亡人數1人。',
    },
    indicators: ['<= 0人 ← 1人 missed'],
    verdict: 'not_achieved',
  },
  {
    name: '不超過 and 以內 with percent',
    cells: {
      goals: lines('1. 呆帳比率不超過1.2%。', '2. 工程變更設計增帳金額占契約金額10%以內。'),
      explanation: lines('1. 呆帳比率0.9%。', '2. 變更設計增帳占契約金額6.5%。'),
    },
    indicators: ['<= 1.2% ← 0.9% met', '<= 10% ← 6.5% met'],
    verdict: 'achieved',
  },
  {
    name: 'goal restated wholly, result elsewhere',
    cells: {
      execution: '1. 輔導取得有機驗證農戶131戶。',
      goals: '1. 輔導取得有機驗證農戶120戶。',
      explanation: '1. 輔導取得有機驗證農戶目標120戶，實際131戶，達成率109%。',
    },
    indicators: ['>= 120戶 ← 131戶 met'],
    verdict: 'achieved',
  },
  {
    name: 'range of results',
    cells: {
      goals: '水庫平均蓄水率70%以上。',
      explanation: '水庫平均蓄水率72%至91%。',
    },
    indicators: ['>= 70% ← 72% met'],
    verdict: 'achieved',
  },
  {
    name: 'purpose words around a deliverable',
    cells: {
      goals: '為強化資安防護，建置資安監控中心，並導入端點偵測機制，以提升聯防能量。',
      explanation: '資安監控中心已於113年10月啟用，並完成端點偵測機制導入。',
    },
    indicators: ['milestone 建置資安監控中心 → met', 'milestone 導入端點偵測機制 → met'],
    verdict: 'achieved',
  },
  {
    name: 'counted deliverable answered by named one',
    cells: {
      goals: lines('1. 訂定作業指引1式。', '2. 發布評估報告2篇。'),
      explanation: lines('1. 業於113年8月20日訂定作業指引並函送各機關。', '2. 已發布評估報告1篇，另1篇審查中。'),
    },
    indicators: ['>= 1式 ← — met', '>= 2篇 ← 1篇 missed'],
    verdict: 'partly',
  },
  {
    name: 'statement for a part of the list by numbers',
    cells: {
      goals: lines('1. 巡迴展覽8場。', '2. 出版圖錄2冊。', '3. 修復文物30件。'),
      explanation: '目標1及2均已達成；目標3因修復師離職，僅完成22件。',
    },
    indicators: ['>= 8場 ← — open', '>= 2冊 ← — open', '>= 30件 ← 22件 missed'],
  },
  {
    name: 'budget rate in goals',
    cells: {
      goals: lines('1. 年度預算執行率達90%以上。', '2. 工程施工進度符合預定進度。'),
      explanation: lines('1. 年度預算執行率94.2%。', '2. 預定進度35.2%，實際進度36.8%，超前1.6%。'),
    },
    indicators: ['>= 90% ← 94.2% met', 'milestone 工程施工進度符合預定進度 → met'],
    verdict: 'achieved',
  },
  {
    name: 'less than a whole: half',
    cells: {
      goals: '完成全區管線汰換二分之一。',
      explanation: '管線汰換完成52%。',
    },
    indicators: ['>= 50% ← 52% met'],
    verdict: 'achieved',
  },
  {
    name: 'numbers in different order in one clause',
    cells: {
      goals: '辦理研習10場、參訪6場、座談4場。',
      explanation: '辦理座談5場、研習9場、參訪6場。',
    },
    indicators: ['>= 10場 ← 9場 missed', '>= 6場 ← 6場 met', '>= 4場 ← 5場 met'],
    verdict: 'partly',
  },
  {
    name: 'numbers that ask for nothing',
    cells: {
      goals:
        '配合2050淨零排放政策及5加2產業創新計畫，落實三大主軸、12項行動方案，強化25至45歲青年參與第3期國家建設計畫。',
      explanation: '已依12項行動方案推動。',
    },
    indicators: [],
    verdict: 'undetermined',
  },
  {
    name: 'laws and versions',
    cells: {
      goals: '依身心障礙者權益保障法第52條規定，導入ISO 27001:2022，強化119勤務與1966專線服務品質。',
      explanation: '已導入ISO 27001:2022並取得驗證。',
    },
    indicators: [],
  },
  {
    name: 'ages and thresholds in goals',
    cells: {
      goals: lines(
        '1. 65歲以上長者健康檢查完成率達35%。',
        '2. 30人以上事業單位性別平等訪查200家。',
        '3. 6歲以下兒童發展篩檢率85%。',
      ),
      explanation: lines(
        '1. 65歲以上長者健康檢查完成率36.4%。',
        '2. 訪查30人以上事業單位212家。',
        '3. 篩檢率達86.1%。',
      ),
    },
    indicators: ['>= 35% ← 36.4% met', '>= 200家 ← 212家 met', '>= 85% ← 86.1% met'],
    verdict: 'achieved',
  },
  {
    name: 'period and money in narrative',
    cells: {
      goals: '本計畫為期4年，總經費12億元，本年度辦理測站更新15站。',
      explanation: '完成測站更新16站，執行經費2億8,000萬元。',
    },
    indicators: ['>= 15站 ← 16站 met'],
    verdict: 'achieved',
  },
  {
    name: 'bracketed composition',
    cells: {
      goals: '補助社福機構汰換復康巴士40輛(大型10輛、中型30輛)。',
      explanation: '補助汰換復康巴士40輛(大型8輛、中型32輛)。',
    },
    indicators: ['>= 40輛 ← 40輛 met'],
    verdict: 'achieved',
  },
  {
    name: 'frequency only',
    cells: {
      goals: '每月辦理聯合稽查2次。',
      explanation: '每月辦理聯合稽查2次，全年共24次。',
    },
    indicators: ['>= 2次 ← 2次 met'],
    verdict: 'achieved',
  },
  {
    name: 'two results for one target',
    cells: {
      goals: '培訓導覽志工100人。',
      explanation: '培訓導覽志工北區58人、南區47人，合計105人。',
    },
    indicators: ['>= 100人 ← 105人 met'],
    verdict: 'achieved',
  },
  {
    name: 'results as part of whole',
    cells: {
      goals: '輔導商圈25處。',
      explanation: '輔導商圈27處，其中新增商圈6處。',
    },
    indicators: ['>= 25處 ← 27處 met'],
    verdict: 'achieved',
  },
  {
    name: 'other thing with same unit',
    cells: {
      goals: '受理民眾申訴案件辦結率98%。',
      explanation: '受理申訴案件412件，較112年減少8%；已辦結407件，辦結率98.79%。',
    },
    indicators: ['>= 98% ← 98.79% met'],
    verdict: 'achieved',
  },
  {
    name: 'planned counts covered by goals',
    cells: {
      plannedWork: '1. 購置雲梯消防車2輛、水箱消防車5輛及救護車8輛。',
      execution: '購置雲梯消防車2輛、水箱消防車5輛及救護車8輛，均已交車。',
      goals: '完成消防車輛15輛交車。',
      explanation: '年度績效目標已達成。',
    },
    indicators: ['>= 15輛 ← — met'],
    verdict: 'achieved',
    stated: 'achieved',
  },
  {
    name: 'planned work answers nothing in goals',
    cells: {
      plannedWork: lines('1. 興建親水公園2處。', '2. 辦理水質監測。'),
      execution: '親水公園2處均已完工啟用。',
      goals: '營造優質水岸環境。',
    },
    indicators: ['>= 2處 ← 2處 met'],
    verdict: 'achieved',
  },
  {
    name: 'no explanation at all',
    cells: {
      goals: '完成舊城區地下管線調查80公里。',
    },
    indicators: ['>= 80公里 ← — open'],
    verdict: 'undetermined',
  },
  {
    name: 'still expected',
    cells: {
      goals: '完成社會住宅興建300戶。',
      explanation: '社會住宅新建工程施工中，預計115年完工300戶。',
    },
    indicators: ['>= 300戶 ← — missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'only planned for this year as first step',
    cells: {
      goals: '完成國際會議中心先期規劃。',
      explanation: '已完成先期規劃報告，114年辦理環評，預計118年完工啟用。',
    },
    indicators: ['milestone 完成國際會議中心先期規劃 → met'],
    verdict: 'achieved',
  },
  {
    name: 'negated verbs that are not misses',
    cells: {
      goals: lines('1. 校園零體罰宣導150場。', '2. 未成年懷孕個案追蹤率100%。', '3. 無障礙設施改善20處。'),
      explanation: lines('1. 校園零體罰宣導158場。', '2. 未成年懷孕個案追蹤率100%。', '3. 無障礙設施改善21處。'),
    },
    indicators: ['>= 150場 ← 158場 met', '>= 100% ← 100% met', '>= 20處 ← 21處 met'],
    verdict: 'achieved',
    stated: 'none',
  },
  {
    name: 'milestone words with 未',
    cells: {
      goals: lines('1. 建置未爆彈處理資訊系統。', '2. 完成無線電中繼站遷移。'),
      explanation: lines('1. 未爆彈處理資訊系統已上線。', '2. 無線電中繼站已遷移完成。'),
    },
    indicators: ['milestone 建置未爆彈處理資訊系統 → met', 'milestone 完成無線電中繼站遷移 → met'],
    verdict: 'achieved',
  },
  {
    name: 'reservation of money alone is no miss',
    cells: {
      execution: '智慧路燈管理平臺已於113年11月完成建置並驗收，尾款120萬元因廠商請款作業辦理保留。',
      goals: '完成智慧路燈管理平臺建置。',
      explanation: '智慧路燈管理平臺已完成建置。',
    },
    indicators: ['milestone 完成智慧路燈管理平臺建置 → met'],
    verdict: 'achieved',
  },
  {
    name: 'indicator and value in two sentences',
    cells: {
      goals: lines(
        '1.績效指標：糖尿病病人照護率。年度目標值：60%。',
        '2.績效指標：腎臟病個案收案數。年度目標值：32,000人。',
      ),
      explanation: lines(
        '1.糖尿病病人照護率達63.5%，已達成目標。',
        '2.腎臟病收案31,420人，未達目標，因部分診所退出計畫。',
      ),
    },
    indicators: ['>= 60% ← 63.5% met', '>= 32000人 ← 31420人 missed'],
    verdict: 'partly',
    stated: 'not_achieved',
  },
  {
    name: 'slash between',
    cells: {
      goals: lines('1.輔導家數：目標120家／達成132家。', '2.媒合件數：目標40件／達成37件。'),
    },
    indicators: ['>= 120家 ← 132家 met', '>= 40件 ← 37件 missed'],
    verdict: 'partly',
  },
  {
    name: 'result in brackets after target',
    cells: {
      goals: '補助社區公共空間改善50案（已完成52案）。',
      explanation: '如目標值說明。',
    },
    indicators: ['>= 50案 ← 52案 met'],
    verdict: 'achieved',
  },
  {
    name: 'target in brackets after result',
    cells: {
      goals: lines('1. 核定補助創業團隊30隊。', '2. 學員滿意度85%。'),
      explanation: lines('1. 核定補助創業團隊32隊（目標30隊）。', '2. 滿意度91.2%，超越目標值(85%)。'),
    },
    indicators: ['>= 30隊 ← 32隊 met', '>= 85% ← 91.2% met'],
    verdict: 'achieved',
  },
  {
    name: 'to year end',
    cells: {
      goals: '至113年底，全國AED設置數累計達1萬6,000臺；115年底達1萬8,000臺。',
      explanation: '截至113年12月底，AED設置數累計1萬6,421臺。',
    },
    indicators: ['>= 16000臺 ← 16421臺 met', 'plan >= 18000臺 ← — open'],
    verdict: 'achieved',
  },
  {
    name: 'compared with an earlier year',
    cells: {
      goals: lines('1. 道路交通事故死亡人數較108年減少20%。', '2. 山坡地違規件數較前三年平均值降低5%以上。'),
      explanation: lines('1. 較108年減少18.6%。', '2. 違規件數較前三年平均值降低7.2%。'),
    },
    indicators: ['>= 20% ← 18.6% missed', '>= 5% ← 7.2% met'],
    verdict: 'partly',
  },
  {
    name: 'year result among several years',
    cells: {
      goals: '長照服務涵蓋率達82%。',
      explanation: '長照服務涵蓋率由110年60.08%、111年67.03%、112年76.5%，提升至113年80.9%。',
    },
    indicators: ['>= 82% ← 80.9% missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'other units of the same length',
    cells: {
      goals: '辦理教師研習1,200小時。',
      explanation: '辦理教師研習1,260小時。',
    },
    indicators: ['>= 1200小時 ← 1260小時 met'],
    verdict: 'achieved',
  },
  {
    name: 'decimals and thousands',
    cells: {
      goals: lines('1. 漁業產值850億元。', '2. 遠洋漁船觀察員涵蓋率5%。'),
      explanation: lines('1. 漁業產值達872億5,000萬元。', '2. 觀察員涵蓋率5.13%。'),
    },
    indicators: ['>= 85000000000TWD ← 87250000000TWD met', '>= 5% ← 5.13% met'],
    verdict: 'achieved',
  },
  {
    name: 'each region',
    cells: {
      goals: '北、中、南、東區各辦理說明會2場。',
      explanation: '北、中、南、東區各辦理說明會2場，計8場。',
    },
    indicators: ['>= 2場 ← 2場 met'],
    verdict: 'achieved',
  },
  {
    name: 'words in Latin',
    cells: {
      goals: lines('1. 完成AI影像辨識模組開發2式。', '2. API介接機關達25個。'),
      explanation: lines('1. 完成AI影像辨識模組開發2式。', '2. API介接機關28個。'),
    },
    indicators: ['>= 2式 ← 2式 met', '>= 25個 ← 28個 met'],
    verdict: 'achieved',
  },
  {
    name: 'goal repeated as a heading in the explanation',
    cells: {
      goals: lines('1. 提升水庫清淤量：年度目標1,500萬立方公尺。', '2. 自來水普及率：年度目標95.2%。'),
      explanation: lines(
        '1. 提升水庫清淤量：',
        '(1)石門地區清淤520萬立方公尺。',
        '(2)全年水庫清淤量合計1,687萬立方公尺。',
        '2. 自來水普及率：',
        '(1)113年底自來水普及率95.31%。',
      ),
    },
    indicators: ['>= 15000000立方公尺 ← 16870000立方公尺 met', '>= 95.2% ← 95.31% met'],
    verdict: 'achieved',
  },
  {
    name: 'not finished but on schedule',
    cells: {
      goals: '完成捷運主體工程累計進度62%。',
      explanation: '截至113年12月底，主體工程累計實際進度63.4%，較預定進度62%超前1.4%。',
    },
    indicators: ['>= 62% ← 63.4% met'],
    verdict: 'achieved',
  },
  {
    name: 'negative target with 零',
    cells: {
      goals: '重大工安事故零件。',
      explanation: '113年無重大工安事故。',
    },
    indicators: [],
  },
  {
    name: 'acceptance and settlement',
    cells: {
      execution: '教學大樓工程已於113年10月5日竣工，使用執照申請中，預計114年2月取得。',
      goals: lines('1. 教學大樓工程竣工。', '2. 取得使用執照。'),
      explanation: lines('1. 已竣工。', '2. 使用執照審查中。'),
    },
    indicators: ['milestone 教學大樓工程竣工 → met', 'milestone 取得使用執照 → missed'],
    verdict: 'partly',
  },
  {
    name: 'approval of plan pending with Executive Yuan',
    cells: {
      goals: '計畫修正案報請核定。',
      explanation: '修正計畫刻由主管機關審議中。',
    },
    indicators: ['milestone 計畫修正案報請核定 → missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'two rates share a name',
    cells: {
      goals: lines('1. 幼兒園設施設備檢查合格率90%。', '2. 幼童專用車檢查合格率98%。'),
      explanation: lines('1. 幼兒園檢查1,200園次，合格率92.4%。', '2. 幼童專用車檢查860輛次，合格率97.9%。'),
    },
    indicators: ['>= 90% ← 92.4% met', '>= 98% ← 97.9% missed'],
    verdict: 'partly',
  },
  {
    name: 'formula in goals',
    cells: {
      goals: '1. 衡量標準：(實際輔導案數/計畫輔導案數)×100%。年度目標值：98%。',
      explanation: '1. 實際輔導案數比率99.2%。',
    },
    indicators: ['>= 98% ← 99.2% met'],
    verdict: 'achieved',
  },
  {
    name: 'later deadline with a noun between',
    cells: {
      goals: '115年底前完成社會住宅2,000戶、托育設施12處；113年度完成社會住宅450戶。',
      explanation: '113年度完成社會住宅468戶。',
    },
    indicators: ['plan >= 2000戶 ← — open', 'plan >= 12處 ← — open', '>= 450戶 ← 468戶 met'],
    verdict: 'achieved',
  },
  {
    name: 'whole plan passed early',
    cells: {
      goals: lines('1. 績效目標：', '(1)推動3,000人完成志工培訓。', '2. 本年度目標值：', '(1)1,200人完成志工培訓。'),
      explanation: '本年度3,450人完成志工培訓。',
    },
    indicators: ['plan >= 3000人 ← 3450人 met', '>= 1200人 ← 3450人 met'],
    verdict: 'achieved',
  },
  {
    name: 'next year in a name',
    cells: {
      goals: '辦理114年度燈會籌備會議6場。',
      explanation: '辦理燈會籌備會議7場。',
    },
    indicators: ['>= 6場 ← 7場 met'],
    verdict: 'achieved',
  },
  {
    name: 'staged percentages',
    cells: {
      goals: lines('1.完成委託技術服務(25%)。', '2.完成工程招標(50%)。'),
      explanation: lines('1.委託技術服務已於113年4月決標。', '2.工程於113年11月決標。'),
    },
    indicators: ['milestone 完成委託技術服務(25%) → met', 'milestone 完成工程招標(50%) → met'],
    verdict: 'achieved',
  },
  {
    name: 'fullwidth digits with a fullwidth comma',
    cells: {
      goals: '辦理健康篩檢１，２００人。',
      explanation: '辦理健康篩檢１，３４５人。',
    },
    indicators: ['>= 1200人 ← 1345人 met'],
    verdict: 'achieved',
  },
  {
    name: 'results shared by two goals with one figure',
    cells: {
      execution: '開設數位課程43門，選課8,912人次，通過率72.5%。',
      goals: lines('1. 開設數位課程40門。', '2. 選課人次8,000人次，通過率70%。'),
      explanation: '年度績效目標已達成。',
    },
    indicators: ['>= 40門 ← 43門 met', '>= 8000人次 ← 8912人次 met', '>= 70% ← 72.5% met'],
    verdict: 'achieved',
    stated: 'achieved',
  },
  {
    name: 'transport ministry, long row',
    cells: {
      plannedWork: lines(
        '1. 辦理虛擬線鐵路電氣化工程軌道鋪設及電車線架設。',
        '2. 辦理車站無障礙設施改善。',
        '3. 購置通勤電聯車。',
      ),
      execution: lines(
        '1. 軌道鋪設完成31.5公里，電車線架設完成28.2公里。',
        '2. 完成甲站、乙站等6站無障礙電梯設置，丙站因管線遷移影響，工期展延至114年5月。',
        '3. 通勤電聯車已交車60輛，累計交車260輛，餘60輛依契約於114年交車。',
      ),
      goals: lines('1. 工程累計進度達68%。', '2. 完成7站無障礙電梯設置。', '3. 通勤電聯車累計交車280輛。'),
      explanation: lines(
        '1. 截至113年12月底止，工程累計實際進度66.2%，較預定進度68%落後1.8%，主要係電車線材料交貨延遲所致。',
        '2. 完成6站無障礙電梯設置，丙站預計114年5月完工。',
        '3. 受國際供應鏈影響，累計交車260輛，未達年度目標。',
      ),
    },
    indicators: ['>= 68% ← 66.2% missed', '>= 7站 ← 6站 missed', '>= 280輛 ← 260輛 missed'],
    verdict: 'not_achieved',
    stated: 'not_achieved',
  },
  {
    name: 'health ministry',
    cells: {
      execution: lines(
        '1. 補助22縣市設置社區心理衛生中心57處，提供心理諮商服務4萬2,300人次。',
        '2. 辦理自殺防治守門人訓練1,120場，計8萬6,500人次參與。',
        '3. 精神疾病個案訪視涵蓋率98.3%。',
      ),
      goals: lines(
        '1. 設置社區心理衛生中心56處。',
        '2. 自殺防治守門人訓練達8萬人次。',
        '3. 精神疾病個案訪視涵蓋率達98%以上。',
        '4. 標準化自殺死亡率降至每十萬人口12.5人以下。',
      ),
      explanation: lines(
        '1. 已設置社區心理衛生中心57處。',
        '2. 自殺防治守門人訓練8萬6,500人次。',
        '3. 涵蓋率98.3%。',
        '4. 標準化自殺死亡率為每十萬人口12.9人，未達目標，將持續強化高風險個案關懷。',
      ),
    },
    indicators: [
      '>= 56處 ← 57處 met',
      '>= 80000人次 ← 86500人次 met',
      '>= 98% ← 98.3% met',
      '<= 12.5人 ← 12.9人 missed',
    ],
    verdict: 'partly',
  },
  {
    name: 'education ministry',
    cells: {
      execution: lines(
        '(1)核定補助高級中等學校雙語實驗班33班，經費9,900萬元。',
        '(2)113年7月至8月選送教師76人赴海外進修；另4人因簽證未及核發，改於114年寒假出國。',
        '(3)全英語授課校數1,012校，占公立國中小2,870校之35.26%。',
        '(4)成效評估研究案於113年11月完成期末審查。',
      ),
      goals: lines(
        '(1)補助高級中等學校開設雙語實驗班30班。',
        '(2)選送教師赴海外進修80人。',
        '(3)公立國中小英語課採全英語授課校數占比達35%。',
        '(4)辦理成效評估研究1案。',
      ),
      explanation: '(1)、(3)、(4)項已達成；(2)項因簽證因素未達成。',
    },
    indicators: ['>= 30班 ← 33班 met', '>= 80人 ← 76人 missed', '>= 35% ← 35.26% met', '>= 1案 ← — met'],
    verdict: 'partly',
    stated: 'not_achieved',
  },
  {
    name: 'agriculture agency',
    cells: {
      goals: lines(
        '1.新設設施農業(溫網室)面積150公頃。',
        '2.輔導農產品產銷履歷驗證面積累計達7萬5,000公頃。',
        '3.農產加值打樣中心服務600案，輔導商品上市60項。',
        '4.降低採後損耗率至12%。',
      ),
      explanation: lines(
        '1.新設溫網室面積162.4公頃。',
        '2.產銷履歷驗證面積累計達7萬6,312公頃。',
        '3.打樣中心服務738案，輔導商品上市58項，未達預期。',
        '4.採後損耗率由113年初15%降至11.6%。',
      ),
    },
    indicators: [
      '>= 150公頃 ← 162.4公頃 met',
      '>= 75000公頃 ← 76312公頃 met',
      '>= 600案 ← 738案 met',
      '>= 60項 ← 58項 missed',
      '<= 12% ← 11.6% met',
    ],
    verdict: 'partly',
  },
  {
    name: 'culture ministry',
    cells: {
      execution: lines(
        '1.辦理國定古蹟修復再利用13處，其中竣工4處、施工中6處、規劃設計3處。',
        '2.參觀人次達446萬3,000人次，較112年成長6.2%。',
        '3.新增數位典藏5萬3,211筆。',
      ),
      goals: lines(
        '1.國定古蹟修復再利用12處，完成工程竣工5處。',
        '2.博物館參觀人次420萬人次。',
        '3.數位典藏增加5萬筆，開放資料30項。',
      ),
      explanation: lines(
        '1.修復再利用13處；竣工4處，1處因發現遺構辦理變更設計，預計114年6月竣工。',
        '2.參觀人次達446萬3,000人次。',
        '3.數位典藏新增5萬3,211筆，開放資料32項。',
      ),
    },
    indicators: [
      '>= 12處 ← 13處 met',
      '>= 5處 ← 4處 missed',
      '>= 4200000人次 ← 4463000人次 met',
      '>= 50000筆 ← 53211筆 met',
      '>= 30項 ← 32項 met',
    ],
    verdict: 'partly',
  },
  {
    name: 'county, plain language',
    cells: {
      execution: lines('一、全年鋪設人行道7,120公尺，工程費8,900萬元。', '二、汰換街道家具118組。'),
      goals: lines('一、鋪設人行道6,500公尺。', '二、街道家具汰換120組。', '三、民眾滿意度八成以上。'),
      explanation: lines('一、超出目標620公尺。', '二、2組因廠商倒閉未能交貨。', '三、委託民調結果滿意度為83.5%。'),
    },
    indicators: ['>= 6500公尺 ← 7120公尺 met', '>= 120組 ← 118組 missed', '>= 80% ← 83.5% met'],
    verdict: 'partly',
  },
  {
    name: 'defence-like and construction',
    cells: {
      execution: '主體結構及機電管線已完成，外牆工程施作中，整體進度73.8%。',
      goals: '完成新建營舍主體結構、機電管線及外牆工程，整體進度75%。',
      explanation: '因缺工影響外牆施作，致整體進度落後1.2%，已要求廠商增派工班趕工，預計114年3月追上進度。',
    },
    indicators: ['>= 75% ← 73.8% missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'environment',
    cells: {
      goals: lines(
        '1.全國一般廢棄物回收率60%。',
        '2.河川嚴重污染長度比率降至3%以下。',
        '3.細懸浮微粒年平均濃度14.5微克以下。',
        '4.稽查事業1萬2,000家次，裁處率不高於6%。',
      ),
      explanation: lines(
        '1.回收率為59.1%，因廚餘回收量減少所致。',
        '2.嚴重污染長度比率2.7%。',
        '3.年平均濃度13.1微克。',
        '4.稽查事業1萬2,866家次，裁處率5.4%。',
      ),
    },
    indicators: [
      '>= 60% ← 59.1% missed',
      '<= 3% ← 2.7% met',
      '<= 14.5微克 ← 13.1微克 met',
      '>= 12000家次 ← 12866家次 met',
      '<= 6% ← 5.4% met',
    ],
    verdict: 'partly',
  },
  {
    name: 'science council',
    cells: {
      goals: lines(
        '1. 建立低溫量測平台1座。',
        '2. 發表SCI論文20篇，其中IF前10%期刊6篇。',
        '3. 培育博士後研究員8人次、研究生40人次。',
        '4. 促成產學合作5案，合作金額3,000萬元。',
      ),
      explanation: lines(
        '1. 已建立低溫量測平台1座並開放校際使用。',
        '2. 發表SCI論文24篇，其中IF前10%期刊7篇。',
        '3. 培育博士後研究員9人次，研究生46人次。',
        '4. 促成產學合作6案，合作金額2,860萬元。',
      ),
    },
    indicators: [
      '>= 1座 ← 1座 met',
      '>= 20篇 ← 24篇 met',
      '>= 6篇 ← 7篇 met',
      '>= 8人次 ← 9人次 met',
      '>= 40人次 ← 46人次 met',
      '>= 5案 ← 6案 met',
      '>= 30000000TWD ← 28600000TWD missed',
    ],
    verdict: 'partly',
  },
  {
    name: 'labour ministry',
    cells: {
      goals: lines(
        '1.青年就業旗艦計畫訓用7,000人，留用率65%。',
        '2.重大職災死亡百萬人率降至2.0以下。',
        '3.外國人申訴專線平均等待時間45秒以內。',
      ),
      explanation: lines('1.訓用7,318人，留用率68.4%。', '2.重大職災死亡百萬人率2.12。', '3.平均等待時間38秒。'),
    },
    indicators: ['>= 7000人 ← 7318人 met', '>= 65% ← 68.4% met', '<= 45秒 ← 38秒 met'],
    verdict: 'achieved',
  },
  {
    name: 'goals stated as results',
    cells: {
      execution: '完成社區巡守隊裝備補助120隊。',
      goals: '本年度已完成社區巡守隊裝備補助120隊。',
      explanation: '年度績效目標已達成。',
    },
    indicators: [],
    stated: 'achieved',
  },
  {
    name: 'milestones in several columns',
    cells: {
      plannedWork: lines('1. 車站大樓新建工程竣工。', '2. 站前廣場規劃。'),
      execution: lines('1. 車站大樓新建工程於113年12月20日申報竣工。', '2. 完成站前廣場基本設計。'),
      goals: '年度預算執行率85%。',
      explanation: '年度預算執行率88.4%。',
    },
    indicators: ['>= 85% ← 88.4% met', 'milestone 車站大樓新建工程竣工 → met'],
    verdict: 'achieved',
  },
  {
    name: 'a part that is itself the target',
    cells: {
      goals: '新增合作商圈6處。',
      explanation: '輔導商圈27處，其中新增合作商圈7處。',
    },
    indicators: ['>= 6處 ← 7處 met'],
    verdict: 'achieved',
  },
  {
    name: 'coast guard',
    cells: {
      execution: lines(
        '1. 全年查獲毒品案件92件，毒品1,204公斤。',
        '2. 辦理淨灘活動312場，清除廢棄物536公噸。',
        '3. 執行救難勤務418案，救援633人，成功率97.3%。',
        '4. 巡防艇4艘建造中，其中2艘於113年9月及11月交船。',
      ),
      goals: lines(
        '1. 查緝走私毒品案件80件。',
        '2. 海域淨灘500公噸。',
        '3. 救生救難成功率95%。',
        '4. 建造巡防艇4艘，完成交船2艘。',
      ),
      explanation: '年度績效目標已達成。',
    },
    indicators: [
      '>= 80件 ← 92件 met',
      '>= 500公噸 ← 536公噸 met',
      '>= 95% ← 97.3% met',
      '>= 4艘 ← 4艘 met',
      '>= 2艘 ← 2艘 met',
    ],
    verdict: 'achieved',
    stated: 'achieved',
  },
  {
    name: 'veterans',
    cells: {
      goals: lines('1. 榮家安養率90%。', '2. 職訓結訓榮民(眷)1,050人，就業率72%以上。', '3. 門診滿意度92分以上。'),
      explanation: lines(
        '1. 安養率91.4%。',
        '2. 職訓結訓1,087人，其中就業791人，就業率72.77%。',
        '3. 門診滿意度91.8分。',
      ),
    },
    indicators: ['>= 90% ← 91.4% met', '>= 1050人 ← 1087人 met', '>= 72% ← 72.77% met', '>= 92分 ← 91.8分 missed'],
    verdict: 'partly',
  },
  {
    name: 'digital ministry',
    cells: {
      goals: lines(
        '1. 政府網站無障礙認證通過率80%以上。',
        '2. 資料集開放新增1,200筆。',
        '3. 數位憑證皮夾沙盒系統上線，合作場域10個。',
        '4. 資安聯防監控中心平均通報時間縮短至30分鐘。',
      ),
      explanation: lines(
        '1. 通過率82.6%。',
        '2. 新增開放資料集1,455筆。',
        '3. 沙盒系統於113年12月18日上線，與12個場域合作。',
        '4. 平均通報時間27分鐘。',
      ),
    },
    indicators: [
      '>= 80% ← 82.6% met',
      '>= 1200筆 ← 1455筆 met',
      'milestone 數位憑證皮夾沙盒系統上線 → met',
      '>= 10個 ← 12個 met',
      '<= 30分鐘 ← 27分鐘 met',
    ],
    verdict: 'achieved',
  },
  {
    name: 'indigenous council',
    cells: {
      goals: lines('1. 部落文化健康站設置520站，服務1萬6,000位長者。', '2. 原住民族語言能力認證合格人數1萬人。'),
      explanation: lines(
        '1. 設置文化健康站524站，服務長者1萬6,382位。',
        '2. 族語認證報考2萬8,114人，合格1萬1,206人，合格率39.86%。',
      ),
    },
    indicators: ['>= 520站 ← 524站 met', '>= 16000位 ← 16382位 met', '>= 10000人 ← 11206人 met'],
    verdict: 'achieved',
  },
  {
    name: 'foreign trade',
    cells: {
      goals: lines('1. 籌組拓銷團25團，協助廠商500家次，爭取商機6億美元。', '2. 來臺買主1,800人。'),
      explanation: lines(
        '1. 籌組26團、協助廠商537家次，爭取商機6.8億美元。',
        '2. 邀請買主來臺1,742人，較目標減少58人，因區域情勢影響取消行程。',
      ),
    },
    indicators: [
      '>= 25團 ← 26團 met',
      '>= 500家次 ← 537家次 met',
      '>= 600000000USD ← 680000000USD met',
      '>= 1800人 ← 1742人 missed',
    ],
    verdict: 'partly',
  },
  {
    name: 'water resources',
    cells: {
      goals: lines(
        '一、完成中央管河川堤防加固8.2公里、區域排水改善5.6公里。',
        '二、增加滯洪量60萬立方公尺。',
        '三、水庫清淤1,400萬立方公尺。',
      ),
      explanation: lines(
        '一、完成堤防加固8.4公里、區域排水改善4.9公里(因用地徵收程序延遲)。',
        '二、增加滯洪量63萬立方公尺。',
        '三、水庫清淤1,521萬立方公尺。',
      ),
    },
    indicators: [
      '>= 8.2公里 ← 8.4公里 met',
      '>= 5.6公里 ← 4.9公里 missed',
      '>= 600000立方公尺 ← 630000立方公尺 met',
      '>= 14000000立方公尺 ← 15210000立方公尺 met',
    ],
    verdict: 'partly',
  },
  {
    name: 'procurement in steps',
    cells: {
      execution: lines(
        '1. 磁振造影儀113年5月決標，113年12月28日安裝完成，測試中，預計114年1月底驗收。',
        '2. 手術室整修工程於113年10月17日決標。',
      ),
      goals: lines('1. 完成磁振造影儀採購驗收。', '2. 完成手術室整修工程發包。'),
      explanation: lines('1. 磁振造影儀尚未完成驗收，經費辦理保留。', '2. 如期發包。'),
    },
    indicators: ['milestone 完成磁振造影儀採購驗收 → missed', 'milestone 完成手術室整修工程發包 → met'],
    verdict: 'partly',
  },
  {
    name: 'hakka: words vary',
    cells: {
      goals: lines('1. 推動客語沉浸教學幼兒園180園。', '2. 客語能力認證初級合格9,000人。'),
      explanation: lines('1. 計有192園幼兒園推動客語沉浸教學。', '2. 初級認證合格人數9,318人、中級2,105人。'),
    },
    indicators: ['>= 180園 ← 192園 met', '>= 9000人 ← 9318人 met'],
    verdict: 'achieved',
  },
  {
    name: 'financial',
    cells: {
      goals: lines('1. 金融教育宣導700場次，參加人數9萬人次。', '2. 電子支付普及率60%。', '3. 逾放比率低於0.5%。'),
      explanation: lines('1. 宣導732場次，參加9萬4,120人次。', '2. 電子支付使用普及率63.2%。', '3. 逾放比率0.15%。'),
    },
    indicators: [
      '>= 700場次 ← 732場次 met',
      '>= 90000人次 ← 94120人次 met',
      '>= 60% ← 63.2% met',
      '<= strictly 0.5% ← 0.15% met',
    ],
    verdict: 'achieved',
  },
  {
    name: 'late within the year',
    cells: {
      goals: lines('1. 線上申辦系統上線。', '2. 完成資料庫移轉。'),
      explanation: lines(
        '1. 原訂113年6月上線，因資安檢測延至113年9月30日正式上線。',
        '2. 資料庫移轉展延至113年11月15日完成。',
      ),
    },
    indicators: ['milestone 線上申辦系統上線 → met', 'milestone 完成資料庫移轉 → met'],
    verdict: 'achieved',
  },
  {
    name: 'something else is not yet',
    cells: {
      goals: '1. 智慧派車系統上線。',
      explanation: '1. 智慧派車系統已於113年7月上線，尚未介接之3個區隊將於114年納入。',
    },
    indicators: ['milestone 智慧派車系統上線 → met'],
    verdict: 'achieved',
  },
  {
    name: 'a problem that was solved',
    cells: {
      goals: '建置跨機關查詢平臺。',
      explanation: '為解決以往無法即時查詢之問題，完成跨機關查詢平臺建置。',
    },
    indicators: ['milestone 建置跨機關查詢平臺 → met'],
    verdict: 'achieved',
  },
  {
    name: 'none missed',
    cells: {
      goals: '辦理講座20場。',
      explanation: '辦理講座22場，無未達成情形。',
    },
    indicators: ['>= 20場 ← 22場 met'],
    verdict: 'achieved',
    stated: 'none',
  },
  {
    name: 'planned works where the goals only wish',
    cells: {
      plannedWork: lines('1. 建置離島遠距診療平臺。', '2. 辦理衛教宣導。'),
      execution: lines('1. 離島遠距診療平臺於113年10月啟用。', '2. 持續辦理衛教宣導。'),
      goals: '提升離島就醫可近性。',
      explanation: '已提升離島民眾就醫可近性。',
    },
    indicators: ['milestone 建置離島遠距診療平臺 → met'],
    verdict: 'achieved',
  },
  {
    name: 'tender failed and then awarded',
    cells: {
      goals: '完成圖書館新建工程發包。',
      explanation: '工程歷經2次流標，經檢討調整底價，於113年10月29日完成決標。',
    },
    indicators: ['milestone 完成圖書館新建工程發包 → met'],
    verdict: 'achieved',
  },
  {
    name: 'cancelled some, reached the rest',
    cells: {
      goals: '辦理巡迴醫療60場次。',
      explanation: '受颱風影響取消3場次，全年辦理巡迴醫療62場次。',
    },
    indicators: ['>= 60場次 ← 62場次 met'],
    verdict: 'achieved',
  },
  {
    name: 'stopped for a while',
    cells: {
      goals: '完成隧道貫通。',
      explanation: '隧道開挖因湧水停工2個月，復工後趕工，已於113年12月6日貫通。',
    },
    indicators: ['milestone 完成隧道貫通 → met'],
    verdict: 'achieved',
  },
  {
    name: 'delayed into next year',
    cells: {
      goals: '完成隧道貫通。',
      explanation: '隧道開挖因湧水停工2個月，預計延至114年3月貫通。',
    },
    indicators: ['milestone 完成隧道貫通 → missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'money carried over though reached',
    cells: {
      execution: lines('1. 檢驗儀器3臺已於113年12月20日交貨並驗收，尾款保留至114年度支付。', '2. 訓練檢驗人員25人。'),
      goals: lines('1. 採購檢驗儀器3臺。', '2. 訓練檢驗人員24人。'),
      explanation: '均已達成。',
    },
    indicators: ['>= 3臺 ← 3臺 met', '>= 24人 ← 25人 met'],
    verdict: 'achieved',
  },
  {
    name: 'under review after delivery',
    cells: {
      goals: '完成綜合規劃報告。',
      explanation: '綜合規劃報告期末報告已提送，刻正審查中，預計114年2月核定。',
    },
    indicators: ['milestone 完成綜合規劃報告 → missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'one of two columns silent',
    cells: {
      execution: '1. 體育館整修工程於113年8月竣工啟用。',
      goals: lines('1. 整修體育館1座。', '2. 購置運動器材50件。'),
      explanation: '2. 購置運動器材56件。',
    },
    indicators: ['>= 1座 ← — met', '>= 50件 ← 56件 met'],
    verdict: 'achieved',
  },
  {
    name: 'work done, its use later',
    cells: {
      goals: lines('1. 建置資料中臺。', '2. 訂定資料治理指引。'),
      explanation: lines(
        '1. 資料中臺已建置完成，預計114年第2季開放各機關介接。',
        '2. 資料治理指引業於113年10月函頒各機關，114年將滾動檢討。',
      ),
    },
    indicators: ['milestone 建置資料中臺 → met', 'milestone 訂定資料治理指引 → met'],
    verdict: 'achieved',
  },
  {
    name: 'only preparation',
    cells: {
      goals: lines('1. 完成海水淡化廠環境影響評估審查。', '2. 完成統包發包。'),
      explanation: lines(
        '1. 環境影響說明書已於113年8月送審，經2次專案小組會議，要求補正，目前補件中。',
        '2. 招標文件已完成公開閱覽。',
      ),
    },
    indicators: ['milestone 完成海水淡化廠環境影響評估審查 → missed', 'milestone 完成統包發包 → open'],
    verdict: 'not_achieved',
  },
  {
    name: 'handed over in part',
    cells: {
      goals: '完成12個測站儀器更新。',
      explanation: '已完成9個測站儀器更新，其餘3個測站因道路中斷延至114年辦理。',
    },
    indicators: ['>= 12個 ← 9個 missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'study with findings',
    cells: {
      goals: lines('1. 辦理少子女化對策委託研究。', '2. 召開專家會議4場。'),
      explanation: lines(
        '1. 委託研究案已於113年12月結案，研究發現托育量能仍未滿足需求，將納入114年政策規劃。',
        '2. 召開專家會議5場。',
      ),
    },
    indicators: ['milestone 辦理少子女化對策委託研究 → met', '>= 4場 ← 5場 met'],
    verdict: 'achieved',
  },
  {
    name: 'event dates',
    cells: {
      execution: lines('1. 113年2月24日至3月10日舉辦國際燈會，參觀人次達1,540萬人次。', '2. 參加國際旅展4場。'),
      goals: lines('1. 舉辦國際燈會。', '2. 參加國際旅展3場。'),
      explanation: '年度績效目標已達成。',
    },
    indicators: ['milestone 舉辦國際燈會 → met', '>= 3場 ← 4場 met'],
    verdict: 'achieved',
    stated: 'achieved',
  },
  {
    name: 'land not yet handed over',
    cells: {
      goals: '完成社福園區土地撥用及先期規劃。',
      explanation: '先期規劃已完成；土地撥用因地上物拆遷協調，尚未完成撥用程序。',
    },
    indicators: ['milestone 完成社福園區土地撥用及先期規劃 → missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'law making',
    cells: {
      goals: lines('1. 完成住宅法修正草案報院。', '2. 發布施行細則1種。'),
      explanation: lines('1. 修正草案業於113年9月12日函報行政院審議。', '2. 施行細則已於113年11月1日發布施行。'),
    },
    indicators: ['milestone 完成住宅法修正草案報院 → met', '>= 1種 ← — met'],
    verdict: 'achieved',
  },
  {
    name: 'systems in two steps',
    cells: {
      goals: '1. 完成新一代戶外看板系統建置並上線。',
      explanation: '1. 系統已於113年11月完成建置，因教育訓練尚未辦理，預計114年2月正式上線。',
    },
    indicators: ['milestone 完成新一代戶外看板系統建置並上線 → missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'acceptance only pending for something else',
    cells: {
      goals: lines('1. 完成A棟宿舍整修。', '2. 完成B棟宿舍整修。'),
      explanation: lines('1. A棟宿舍整修已驗收完成。', '2. B棟宿舍整修已竣工，待辦理驗收。'),
    },
    indicators: ['milestone 完成A棟宿舍整修 → met', 'milestone 完成B棟宿舍整修 → met'],
    verdict: 'achieved',
  },
  {
    name: 'withdrawn',
    cells: {
      goals: lines('1. 完成礦場遺址公園開園。', '2. 導覽培訓30人。'),
      explanation: lines('1. 配合議會決議，本案撤銷辦理。', '2. 導覽培訓31人。'),
    },
    indicators: ['milestone 完成礦場遺址公園開園 → missed', '>= 30人 ← 31人 met'],
    verdict: 'partly',
  },
  {
    name: 'long explanations without numbers',
    cells: {
      goals: lines('1. 建立跨局處橫向聯繫機制。', '2. 推動志工數位學習平台。'),
      explanation: lines(
        '1. 每月召開跨局處工作會議，已建立聯繫窗口及通報流程。',
        '2. 平台已建置完成並提供線上課程，未來將持續擴充教材。',
      ),
    },
    indicators: ['milestone 建立跨局處橫向聯繫機制 → met'],
    verdict: 'achieved',
  },
  {
    name: 'stated achieved, milestone silent',
    cells: {
      execution: '1. 辦理公聽會2場。',
      goals: lines('1. 完成橋梁耐震能力評估。', '2. 辦理公聽會2場。'),
      explanation: '本年度績效目標均已達成。',
    },
    indicators: ['milestone 完成橋梁耐震能力評估 → met', '>= 2場 ← 2場 met'],
    verdict: 'achieved',
    stated: 'achieved',
  },
  {
    name: 'only to begin',
    cells: {
      goals: lines('1. 完成基礎工程，並開始辦理上部結構工程。', '2. 橋梁改建工程動工。'),
      explanation: lines('1. 已完成基礎工程，刻正施作上部結構工程。', '2. 橋梁改建工程施工中。'),
    },
    indicators: [
      'milestone 完成基礎工程 → met',
      'milestone 開始辦理上部結構工程 → met',
      'milestone 橋梁改建工程動工 → met',
    ],
    verdict: 'achieved',
  },
  {
    name: 'two columns, two figures, one of which reaches it',
    cells: {
      execution: lines('1. 優化基地臺85座。', '2. 發現缺失576處，立即修復504處，立即修復率87.5%。'),
      goals: lines('1. 優化基地臺85座。', '2. 立即修復率85%。'),
      explanation: lines('1. 優化基地臺58座。', '2. 立即修復率78.5%。'),
    },
    indicators: ['>= 85座 ← 58座 open', '>= 85% ← 78.5% open'],
    verdict: 'undetermined',
  },
  {
    name: 'two figures, the better borne out by its counts',
    cells: {
      execution: '1. 採樣180件，完成鑑定171件，鑑定率59%。',
      goals: '1. 樣本鑑定率達90%。',
      explanation: '1. 樣本鑑定率95%。',
    },
    indicators: ['>= 90% ← 95% met'],
    verdict: 'achieved',
  },
  {
    name: 'from and to',
    cells: {
      execution: '1. 參與醫院由52家增為65家，新增13家。',
      goals: '1. 參與醫院60家。',
    },
    indicators: ['>= 60家 ← 65家 met'],
    verdict: 'achieved',
  },
  {
    name: 'keep at or above',
    cells: {
      goals: lines(
        '1. 供水水質合格率維持99.8%以上。',
        '2. 電網每戶停電時間維持在16分鐘以下。',
        '3. 維持妥善率於95%以上。',
      ),
      explanation: lines('1. 供水水質合格率99.93%。', '2. 每戶停電時間14.6分鐘。', '3. 妥善率94.7%。'),
    },
    indicators: ['>= 99.8% ← 99.93% met', '<= 16分鐘 ← 14.6分鐘 met', '>= 95% ← 94.7% missed'],
    verdict: 'partly',
  },
  {
    name: 'item verdicts in front',
    cells: {
      goals: lines('(1)辦理農民學院訓練120梯次。', '(2)青農百大輔導50名。'),
      explanation: lines('(1)達成：辦理農民學院訓練126梯次。', '(2)未達成：輔導48名，因2名退出。'),
    },
    indicators: ['>= 120梯次 ← 126梯次 met', '>= 50名 ← 48名 missed'],
    verdict: 'partly',
    stated: 'not_achieved',
  },
  {
    name: 'at least and more',
    cells: {
      goals: '辦理海外攬才活動至少4場次以上，媒合成功人數不少於200人。',
      explanation: '辦理海外攬才活動5場次，媒合成功197人。',
    },
    indicators: ['>= 4場次 ← 5場次 met', '>= 200人 ← 197人 missed'],
    verdict: 'partly',
  },
  {
    name: 'two agencies, 各',
    cells: {
      goals: '南北兩區各設置訓練中心1處。',
      explanation: '北區訓練中心已設置；南區訓練中心因土地撥用延宕，預計114年設置。',
    },
    indicators: ['>= 1處 ← — missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'by month',
    cells: {
      goals: '113年10月底前完成種子教師培訓60人；12月底前完成試教20校。',
      explanation: '113年9月完成種子教師培訓64人，12月20日前完成試教20校。',
    },
    indicators: ['>= 60人 ← 64人 met', '>= 20校 ← 20校 met'],
    verdict: 'achieved',
  },
  {
    name: 'unit in the label',
    cells: {
      goals: lines('1. 節電量(萬度)：320。', '2. 檢測案件數(件)：1,500件。'),
      explanation: lines('1. 節電量(萬度)：356。', '2. 檢測案件數1,462件。'),
    },
    indicators: ['>= 1500件 ← 1462件 missed'],
  },
  {
    name: 'share of a total told with counts',
    cells: {
      goals: '視訊會議比例達60%。',
      explanation: '全年召開會議250場，其中視訊會議162場，占64.8%。',
    },
    indicators: ['>= 60% ← 64.8% met'],
    verdict: 'achieved',
  },
  {
    name: 'several years in the result, this one last',
    cells: {
      goals: '公廁特優級比率達95%。',
      explanation: '111年92.3%、112年94.1%、113年95.6%。',
    },
    indicators: ['>= 95% ← 95.6% met'],
    verdict: 'achieved',
  },
  {
    name: 'not reached told softly',
    cells: {
      goals: '推動屋頂隔熱200戶。',
      explanation: '推動屋頂隔熱186戶，達成率93%，將於114年持續宣導。',
    },
    indicators: ['>= 200戶 ← 186戶 missed'],
    verdict: 'not_achieved',
    stated: 'none',
  },
  {
    name: 'half of the works',
    cells: {
      goals: lines('1. 完成3座抽水站整建。', '2. 完成疏濬15萬立方公尺。'),
      explanation: lines(
        '1. 甲、乙抽水站已完工，丙抽水站因缺工進度落後，預計114年4月完工。',
        '2. 疏濬16.2萬立方公尺。',
      ),
    },
    indicators: ['>= 3座 ← — missed', '>= 150000立方公尺 ← 162000立方公尺 met'],
    verdict: 'partly',
  },
  {
    name: 'satisfaction scale',
    cells: {
      goals: '課程滿意度達4.5分(滿分5分)。',
      explanation: '課程滿意度4.62分(滿分5分)。',
    },
    indicators: ['>= 4.5分 ← 4.62分 met'],
    verdict: 'achieved',
  },
  {
    name: 'with the target of the year told in the execution',
    cells: {
      execution: '113年度目標12萬人，受益兒童計12萬8,430人，核發補助86億元。',
      goals: '托育補助受益兒童12萬人。',
      explanation: '年度績效目標已達成。',
    },
    indicators: ['>= 120000人 ← 128430人 met'],
    verdict: 'achieved',
    stated: 'achieved',
  },
  {
    name: 'none happened',
    cells: {
      goals: '年度重大資安事件0件。',
      explanation: '年度重大資安事件0件。',
    },
    indicators: ['<= 0件 ← 0件 met'],
    verdict: 'achieved',
  },
  {
    name: 'first half and second half',
    cells: {
      goals: '辦理租稅宣導240場。',
      explanation: '上半年辦理118場、下半年辦理131場，合計249場。',
    },
    indicators: ['>= 240場 ← 249場 met'],
    verdict: 'achieved',
  },
  {
    name: 'nested headings, results in another order',
    cells: {
      goals: lines(
        '1. 強化防災教育：',
        '(1)防災教育館參觀人次6萬人次。',
        '(2)培訓防災種子師資240人。',
        '2. 充實裝備：',
        '(1)汰換救護車24輛。',
        '(2)購置熱顯像儀60具。',
      ),
      explanation: lines(
        '1. 充實裝備方面，汰換救護車25輛、購置熱顯像儀60具。',
        '2. 防災教育方面，防災教育館參觀6萬4,512人次，培訓種子師資236人，4人因勤務未能完訓。',
      ),
    },
    indicators: ['>= 60000人次 ← 64512人次 met', '>= 240人 ← 236人 missed', '>= 24輛 ← 25輛 met', '>= 60具 ← 60具 met'],
    verdict: 'partly',
  },
  {
    name: 'goals in one sentence with 及',
    cells: {
      goals: '完成鄉鎮市區公所數位櫃檯120處及行動服務車12輛，並辦理人員訓練36場次、1,080人次。',
      explanation:
        '已完成數位櫃檯122處、行動服務車10輛(餘2輛因車體打造延遲，預計114年2月交車)；辦理人員訓練38場次、1,126人次。',
    },
    indicators: [
      '>= 120處 ← 122處 met',
      '>= 12輛 ← 10輛 missed',
      '>= 36場次 ← 38場次 met',
      '>= 1080人次 ← 1126人次 met',
    ],
    verdict: 'partly',
  },
  {
    name: 'only the execution tells, the explanation points there',
    cells: {
      execution: lines('1. 重要濕地面積4萬7,627公頃。', '2. 移除外來種712公斤。'),
      goals: lines('1. 濕地保育面積維持4萬7,000公頃。', '2. 外來種移除600公斤。'),
      explanation: '詳執行情形說明，年度績效目標已達成。',
    },
    indicators: ['>= 47000公頃 ← 47627公頃 met', '>= 600公斤 ← 712公斤 met'],
    verdict: 'achieved',
    stated: 'achieved',
  },
  {
    name: 'contract and delivery',
    cells: {
      goals: lines('1. 完成巡邏艇2艘交船。', '2. 完成港區監視系統第1期建置。', '3. 完成港區監視系統第2期規劃。'),
      explanation: lines(
        '1. 巡邏艇1艘於113年11月交船，另1艘試航中，預計114年1月交船。',
        '2. 監視系統第1期於113年8月驗收合格。',
        '3. 第2期規劃報告已於113年12月核定。',
      ),
    },
    indicators: [
      '>= 2艘 ← 1艘 missed',
      'milestone 完成港區監視系統第1期建置 → met',
      'milestone 完成港區監視系統第2期規劃 → met',
    ],
    verdict: 'partly',
  },
  {
    name: 'goal with purpose after it',
    cells: {
      goals: '1. 建置水情監測站45站，以提升預警時效，減少淹水損失10%以上。',
      explanation: '1. 建置水情監測站47站，有效提升預警時效。',
    },
    indicators: ['>= 45站 ← 47站 met', '>= 10% ← — open'],
    verdict: 'achieved',
  },
  {
    name: 'several programmes, one number each',
    cells: {
      goals: '補助大專校院設置資安課程，分甲類10校、乙類20校。',
      explanation: '核定甲類11校、乙類19校。',
    },
    indicators: ['>= 10校 ← 11校 met', '>= 20校 ← 19校 missed'],
    verdict: 'partly',
  },
  {
    name: 'cumulative and year in one line',
    cells: {
      goals: '新增公共化幼兒園招收名額5,000個，累計達28萬個。',
      explanation: '新增5,230個名額，累計達28萬1,400個。',
    },
    indicators: ['>= 5000個 ← 5230個 met', '>= 280000個 ← 281400個 met'],
    verdict: 'achieved',
  },
  {
    name: 'reasons with numbers',
    cells: {
      goals: '老舊管線汰換60公里。',
      explanation: '老舊管線汰換54.8公里，因路證核發延遲45日及豪雨停工12日，致短少5.2公里，將於114年上半年補足。',
    },
    indicators: ['>= 60公里 ← 54.8公里 missed'],
    verdict: 'not_achieved',
  },
  {
    name: 'met by more than half',
    cells: {
      goals: '受理新住民諮詢800件。',
      explanation: '受理新住民諮詢2,316件，超出原訂目標1,516件。',
    },
    indicators: ['>= 800件 ← 2316件 met'],
    verdict: 'achieved',
  },
  {
    name: 'result with the unit left out',
    cells: {
      goals: lines('1. 檢驗合格率98%以上。', '2. 抽驗件數2,000件。'),
      explanation: lines('1. 檢驗合格率為98.6%。', '2. 抽驗件數共2,135。'),
    },
    indicators: ['>= 98% ← 98.6% met', '>= 2000件 ← 2135 met'],
    verdict: 'achieved',
  },
  {
    name: 'certificate',
    cells: {
      goals: '取得ISO 27001驗證1張，並通過第三方稽核。',
      explanation: '於113年10月取得ISO 27001驗證證書，第三方稽核通過。',
    },
    indicators: ['>= 1張 ← — met'],
    verdict: 'achieved',
  },
  {
    name: 'plan over, settlement pending',
    cells: {
      goals: '完成游泳池新建工程結算及保固啟動。',
      explanation: '工程已竣工，因估驗數量爭議，結算作業尚未完成，預計114年3月結案。',
    },
    indicators: ['milestone 完成游泳池新建工程結算及保固啟動 → missed'],
    verdict: 'not_achieved',
  },
];

describe('targets and what became of them', () => {
  test.each(rows)('$name', ({ cells, indicators, verdict, stated }) => {
    expect(told(cells)).toEqual(indicators);
    const claims = read(cells);
    if (verdict !== undefined) expect(claims.verdict).toBe(verdict);
    if (stated !== undefined) expect(claims.statedVerdict).toBe(stated);
  });
});
