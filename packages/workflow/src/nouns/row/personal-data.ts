import { rowFields, isTextColumn, type RowField } from '@guankao/domain';
import type { RowRecord } from './row.ts';

/** What may be personal data: proposed to a person who decides, never withheld by itself. */
export interface PersonalData {
  readonly row: string;
  readonly field: RowField;
  readonly kind: 'id-number' | 'telephone' | 'e-mail' | 'name';
  readonly text: string;
  /** In UTF-16 code units of the field's text as it is searched: full-width signs as plain ones (NFKC). */
  readonly start: number;
}

const titles =
  '部長|次長|署長|副署長|局長|副局長|處長|副處長|司長|副司長|組長|副組長|科長|課長|主任|秘書|專員|科員|技正|技士|研究員|教授|副教授|助理教授|醫師|律師|校長|院長|所長|董事長|總經理|經理|執行長|理事長|承辦人|聯絡人|計畫主持人|共同主持人|主持人|負責人';
const surnames =
  '王李張劉陳楊黃趙周吳徐孫朱馬胡郭林何高梁鄭羅宋謝唐韓曹許鄧蕭馮曾程蔡彭潘袁于董余蘇葉呂魏蔣田杜丁沈姜范江傅鍾盧汪戴崔任陸廖姚方金邱夏譚韋賈鄒石熊孟秦閻薛侯雷白龍段郝孔邵史毛常萬顧賴武康賀嚴尹錢施洪龔湯陶黎溫莊柯顏翁游詹涂簡連';

/** A name: a surname and one or two characters, as names are written in Taiwan. */
const name = `[${surnames}]\\p{Script=Han}{1,2}`;

const patterns: Readonly<Record<PersonalData['kind'], RegExp>> = {
  // 身分證統一編號 and 統一證號, whatever their check digit says: a wrong one is a person's all the same.
  'id-number': /(?<![A-Za-z0-9])[A-Z][1289ABCD]\d{8}(?!\d)/gu,
  telephone:
    /(?<![\d.,-])(?:09\d{2}[-\s]?\d{3}[-\s]?\d{3}|\(0\d{1,2}\)\s?\d{3,4}[-\s]?\d{3,4}|0\d{1,2}-\d{3,4}-?\d{4})(?!\d|,\d)/gu,
  // From the beginning of a word alone: from each of its letters on, a text of one word took half a minute.
  'e-mail': /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  name: new RegExp(
    `(?:${titles})[：:\\s]?${name}(?=$|[^\\p{Script=Han}]|先生|女士|小姐|君|等|及|與|和|於|表示|主持|擔任)|${name}(?:先生|女士|小姐)`,
    'gu',
  ),
};

/** What of a row's texts may be personal, in the order of its fields. */
export function personalDataIn({ id, texts }: Pick<RowRecord, 'id' | 'texts'>): readonly PersonalData[] {
  const written = rowFields.filter((field) => isTextColumn(field) || field === 'name');
  return written.flatMap((field) =>
    Object.entries(patterns).flatMap(([kind, pattern]) =>
      [...texts[field].normalize('NFKC').matchAll(pattern)].map((match) => ({
        row: id,
        field,
        kind: kind as PersonalData['kind'],
        text: match[0],
        start: match.index,
      })),
    ),
  );
}
