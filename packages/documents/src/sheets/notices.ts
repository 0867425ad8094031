import type { Notice } from '@guankao/domain';
import type { GridCell } from './grid.ts';

export function hiddenSheet(name: string): Notice {
  return {
    id: 'hidden-sheet',
    place: name,
    message: {
      'zh-Hant': `工作表「${name}」是隱藏的，未讀入。如屬表件內容，請取消隱藏後再讀。`,
      en: `The sheet "${name}" is hidden and was not read. If it belongs to the filing, unhide it and read again.`,
    },
  };
}

/** `rows` are 1-based, as the program shows them. */
export function hiddenRows(sheet: string, rows: readonly number[]): Notice {
  const list = ranges(rows);
  return {
    id: 'hidden-rows',
    place: `${sheet}!${list.replaceAll('–', ':')}`,
    message: {
      'zh-Hant': `工作表「${sheet}」第 ${list} 列是隱藏的，未讀入。如屬表件內容，請取消隱藏後再讀。`,
      en: `Rows ${list} of the sheet "${sheet}" are hidden and were not read. If they belong to the filing, unhide them and read again.`,
    },
  };
}

export function hiddenColumns(sheet: string, letters: readonly string[]): Notice {
  const list = letters.join(', ');
  return {
    id: 'hidden-columns',
    place: `${sheet}!${letters[0] ?? ''}:${letters.at(-1) ?? ''}`,
    message: {
      'zh-Hant': `工作表「${sheet}」${list} 欄是隱藏的，未讀入。如屬表件內容，請取消隱藏後再讀。`,
      en: `Columns ${list} of the sheet "${sheet}" are hidden and were not read. If they belong to the filing, unhide them and read again.`,
    },
  };
}

export function failedFormula(id: NonNullable<GridCell['fault']>, address: string, shown: string): Notice {
  if (id === 'formula-error') {
    return {
      id,
      place: address,
      message: {
        'zh-Hant': `${address} 的公式算不出結果（顯示 ${shown}），因此沒有數值可讀。請更正公式或填入數值後再讀。`,
        en: `The formula in ${address} failed (it shows ${shown}), so there is no value to read. Mend the formula or enter the value and read again.`,
      },
    };
  }
  return {
    id,
    place: address,
    message: {
      'zh-Hant': `${address} 是公式，但檔案中沒有存入計算結果。公式不會被執行；請以試算表軟體開啟後存檔再讀。`,
      en: `${address} holds a formula whose result was not saved with the file. Formulas are not run; open the file in a spreadsheet program, save it and read again.`,
    },
  };
}

function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] + 1 === number) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
