import { openStore, type ComparedTable, type Rebuilt } from '@guankao/store';
import { storeOptions } from '../settings.ts';
import { exit, type ExitCode, type Language, type Terminal } from '../terminal.ts';

/** `guankao rebuild`: exit code 1 where the state that stood was not what the events make. */
export async function rebuildCommand(terminal: Terminal): Promise<ExitCode> {
  const store = await openStore(storeOptions(terminal));
  try {
    const rebuilt = await store.rebuild();
    terminal.out(report(rebuilt, terminal.lang));
    return rebuilt.identical ? exit.well : exit.errorFound;
  } finally {
    await store.close();
  }
}

function report({ events, identical, tables }: Rebuilt, lang: Language): string {
  const said = {
    'zh-Hant': {
      head: `由 ${events} 筆事件重建：`,
      end: identical ? '與原來的狀態完全相同。' : '與原來的狀態不同；現在以重建的為準。',
    },
    en: {
      head: `Rebuilt from ${events} events:`,
      end: identical
        ? 'Identical with what stood before.'
        : 'It differs from what stood before; the rebuilt state now stands.',
    },
  }[lang];
  return `${[said.head, ...tables.map((table) => `  ${tableLine(table, lang)}`), said.end].join('\n')}\n`;
}

function tableLine({ table, rows, missing, extra, changed, examples }: ComparedTable, lang: Language): string {
  const same = lang === 'en' ? 'the same' : '相同';
  const differs =
    lang === 'en'
      ? `missing ${missing}, extra ${extra}, changed ${changed}: `
      : `缺 ${missing}、多 ${extra}、不同 ${changed}：`;
  const verdict = missing + extra + changed === 0 ? same : `${differs}${examples.join(', ')}`;
  return `${table.padEnd(12)} ${String(rows).padStart(7)}  ${verdict}`;
}
