import type { LeftOut } from '@guankao/passages';
import type { CutRule } from '@guankao/rules';
import { mostOfRow, type Filing, type Message, type Notice, type PlanRow, type RowClaims } from '@guankao/domain';

/** What nobody looked at because a bound of `domain` was reached, in the order of the rows: never silently. */
export function noticesOfBounds(
  filing: Filing,
  texts: readonly LeftOut[],
  claims: readonly RowClaims[],
  cut: readonly CutRule[],
): readonly Notice[] {
  const rowOf = new Map(filing.plans.map((row) => [row.id, row]));
  const named = (plan: string | null): string => (plan === null ? '' : nameOf(rowOf.get(plan)));
  return [
    ...texts.map(({ plan, column, characters }): Notice => ({
      id: 'looked-at-in-part',
      place: `${named(plan)} › ${columns[column]['zh-Hant']}`,
      message: textMessage(columns[column], characters),
    })),
    ...claims.flatMap(({ plan, leftOut }): readonly Notice[] =>
      leftOut === undefined
        ? []
        : [{ id: 'targets-in-part', place: named(plan), message: targetsMessage(leftOut.targets, leftOut.results) }],
    ),
    ...cut.map(({ rule, plan, given }): Notice => ({
      id: 'findings-in-part',
      place: named(plan),
      message: {
        'zh-Hant': `規則 ${rule} 在此查出超過 ${given} 處，只列前 ${given} 處。`,
        en: `The rule ${rule} found more than ${given} places here; the first ${given} are listed.`,
      },
    })),
  ];
}

const columns = {
  plannedWork: { 'zh-Hant': '預定工作', en: 'planned work' },
  execution: { 'zh-Hant': '執行情形', en: 'execution' },
  goals: { 'zh-Hant': '績效目標', en: 'goals' },
  explanation: { 'zh-Hant': '達成說明', en: 'explanation' },
} as const;

function nameOf(row: PlanRow | undefined): string {
  return row === undefined ? '' : `${row.id} ${row.name.value}`.slice(0, 60);
}

function textMessage(column: Message, characters: number): Message {
  const count = characters.toLocaleString('en-US');
  return {
    'zh-Hant': `「${column['zh-Hant']}」太長，其中 ${count} 字未檢核；本列不判定是否達成，也不比對各欄。請分項、分句，或分成數列。`,
    en: `“${column.en}” is too long: ${count} of its characters were not checked. Whether the row was achieved is left open, and its columns are not compared. Part it into items and sentences, or into rows.`,
  };
}

function targetsMessage(targets: number, results: number): Message {
  const { targets: mostTargets, results: mostResults } = mostOfRow;
  return {
    'zh-Hant': `本列目標或成果數太多（最多比對 ${mostTargets} 項目標、${mostResults} 個數），另有 ${targets} 項目標、${results} 個數未比對；是否達成不予判定。`,
    en: `The row has more targets or results than are compared (${mostTargets} targets, ${mostResults} figures): ${targets} targets and ${results} figures were left out, and whether it was achieved is left open.`,
  };
}
