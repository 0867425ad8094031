/**
 * Radicals that look like common characters, as fonts of PDFs and converters leave them: ⾞ for 車, ⽉ for 月, ⺠ for 民.
 * From the property Equivalent_Unified_Ideograph of the Unicode Character Database, version 14.0.0 (as in Perl 5.36's
 * Unicode::UCD), without the 13 radicals of the supplement whose character lies beyond the Basic Multilingual Plane.
 */
const supplement =
  '⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅' +
  '⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳';
const ofSupplement =
  '厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见' +
  '角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';
/** For U+2F00 to U+2FD5, one after the other. */
const ofKangxi =
  '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳' +
  '心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸' +
  '缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音' +
  '頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠';

const firstKangxi = 0x2f00;
const lookAlike = /[\u2e80-\u2fd5\uf900-\ufaff]/g;
const equivalents = new Map<string, string>();
for (const [i, char] of [...supplement].entries()) equivalents.set(char, ofSupplement.charAt(i));
for (const [i, char] of [...ofKangxi].entries()) equivalents.set(String.fromCharCode(firstKangxi + i), char);

/**
 * ⾞⽉⺠ become 車月民, and compatibility ideographs the characters that they are doubles of. The text keeps its length,
 * so that places in it stay true.
 */
export function commonIdeographs(text: string): string {
  return text.replace(lookAlike, (char) => equivalents.get(char) ?? unified(char));
}

function unified(char: string): string {
  const plain = char.normalize('NFC');
  return plain.length === 1 ? plain : char;
}
