import { Refusal, type Message } from '@guankao/domain';
import { componentNames, identityGap, isAmount, moneyComponents } from '../../row/money.ts';
import type { MoneyMapping } from './mapping.ts';
import type { Reconciled, Reconciliation } from './reconcile.ts';

/**
 * The rows of a file that are to be recorded: all that have a line, or those chosen. Throws a Refusal that names plan
 * and column where one of them cannot be: then nothing of the file is recorded.
 */
export function recordable(
  { rows, ambiguous }: Reconciliation,
  mapping: MoneyMapping,
  chosen: readonly string[] | null,
): readonly Reconciled[] {
  const first = ambiguous[0];
  if (chosen === null && first !== undefined) throw fitsSeveral(first.name, mapping);
  const without = chosen?.find((id) => !rows.some(({ row, line }) => row.id === id && line !== null));
  if (without !== undefined) throw noLine(rows.find(({ row }) => row.id === without)?.row.texts.name ?? without);
  const asked = rows.filter(({ row, line }) => line !== null && (chosen === null || chosen.includes(row.id)));
  if (asked.length === 0) throw nothingToRecord();
  for (const one of asked) demandSound(one, mapping);
  return asked;
}

/** Why single rows could not be recorded as the file has them: each says its plan. */
export function refusedRows({ rows }: Reconciliation, mapping: MoneyMapping): readonly RefusedRow[] {
  return rows.flatMap((one) => {
    try {
      demandSound(one, mapping);
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [{ row: one.row.id, message: error.inBothLanguages }];
    }
  });
}

export interface RefusedRow {
  readonly row: string;
  readonly message: Message;
}

function demandSound({ row, line }: Reconciled, { components }: MoneyMapping): void {
  const money = line?.money;
  if (money === undefined) return;
  const heading = (component: (typeof moneyComponents)[number]) =>
    components[component] ?? componentNames[component]['zh-Hant'];
  const bad = moneyComponents.find(
    (component) => !isAmount(money[component]) || (component !== 'supplementary' && money[component] < 0),
  );
  if (bad !== undefined) throw notAnAmount(row.texts.name, heading(bad), money[bad]);
  const gap = identityGap(money);
  if (gap === 0) return;
  const used = moneyComponents.filter((component) => component !== 'prepaid').map(heading);
  throw identityBroken(row.texts.name, used, gap);
}

function fitsSeveral(plan: string, { name, agency }: MoneyMapping): Refusal {
  const column = agency ?? '執行機關';
  return new Refusal('money-ambiguous', 409, {
    'zh-Hant': `「${plan}」（「${name}」欄）對到不只一列，整份檔案都沒有登錄。請在檔案加上「${column}」欄寫明各列的機關，一個計畫一列；或只勾選其他列登錄。`,
    en: `"${plan}" (column ${name}) fits more than one row; nothing of the file was recorded. Add a column ${column} that names the agency of each, one line a plan; or record other rows only.`,
  });
}

function noLine(plan: string): Refusal {
  return new Refusal('money-no-line', 422, {
    'zh-Hant': `勾選的「${plan}」在檔案裡沒有可以確定的一列，整份都沒有登錄。請取消勾選，或更正檔案的計畫名稱與機關。`,
    en: `of "${plan}", which was chosen, the file holds no line that is surely its own; nothing was recorded. Leave it out, or mend name and agency in the file.`,
  });
}

function nothingToRecord(): Refusal {
  return new Refusal('money-nothing-to-record', 422, {
    'zh-Hant': '檔案裡沒有一列對得到您可以登錄的計畫，沒有登錄。請核對「計畫名稱」與「執行機關」兩欄。',
    en: 'no line of the file fits a plan whose money is yours to record; nothing was recorded. Check the columns of plan and agency.',
  });
}

function notAnAmount(plan: string, heading: string, amount: number): Refusal {
  const shown = amount.toLocaleString('en-US');
  return new Refusal('not-an-amount', 422, {
    'zh-Hant': `「${plan}」的「${heading}」是 ${shown} 元，要是不小於零、不超過一百兆的整數。整份檔案都沒有登錄，請更正後重新匯出。`,
    en: `of "${plan}", "${heading}" is ${shown} TWD: it must be a whole amount, not below zero and not above 100 trillion. Nothing of the file was recorded; correct it and export again.`,
  });
}

function identityBroken(plan: string, headings: readonly string[], gap: number): Refusal {
  const amount = gap.toLocaleString('en-US');
  const [available, spent] = [headings.slice(0, 3), headings.slice(3)];
  return new Refusal('money-identity', 422, {
    'zh-Hant': `「${plan}」的可支用預算（${available.join('＋')}）與 ${spent.join('＋')} 相差 ${amount} 元。整份檔案都沒有登錄；請核對這幾欄，或取消勾選這一列。`,
    en: `of "${plan}", available funds (${available.join(' + ')}) and ${spent.join(' + ')} differ by ${amount} TWD. Nothing of the file was recorded; check these columns, or leave this row out.`,
  });
}
