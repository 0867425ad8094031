import type { Command, Option } from './command.ts';
import { helpOption, languageOption } from './command.ts';
import type { Language } from './terminal.ts';
import { displayWidth, padEnd } from './columns.ts';

export function overview(commands: readonly Command[], lang: Language): string {
  const words = {
    'zh-Hant': { usage: '用法', commands: '指令', more: '各指令的說明與範例：guankao 指令 --help' },
    en: { usage: 'Usage', commands: 'Commands', more: 'Help and examples of a command: guankao COMMAND --help' },
  }[lang];
  const widest = Math.max(...commands.map((command) => command.name.length));
  return [
    'guankao（管考）',
    '',
    `${words.usage}: guankao ${lang === 'en' ? 'COMMAND' : '指令'} …`,
    '',
    `${words.commands}:`,
    ...commands.map((command) => `  ${command.name.padEnd(widest)}  ${command.summary[lang]}`),
    '',
    words.more,
    '',
  ].join('\n');
}

export function helpOf(command: Command, lang: Language): string {
  const words = {
    'zh-Hant': { usage: '用法', options: '選項', examples: '範例' },
    en: { usage: 'Usage', options: 'Options', examples: 'Examples' },
  }[lang];
  const options = { ...command.options, lang: languageOption, help: helpOption };
  return [
    `${words.usage}: guankao ${command.name}${command.operands === '' ? '' : ` ${command.operands}`}`,
    '',
    command.details[lang],
    '',
    `${words.options}:`,
    ...optionLines(options, lang),
    '',
    `${words.examples}:`,
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

function optionLines(options: Readonly<Record<string, Option>>, lang: Language): string[] {
  const rows = Object.entries(options).map(([name, option]) => {
    const short = option.short === undefined ? '' : `-${option.short}, `;
    return {
      left: `${short}--${name}${option.value === undefined ? '' : ` ${option.value}`}`,
      right: option.summary[lang],
    };
  });
  const widest = Math.max(...rows.map((row) => displayWidth(row.left)));
  return rows.map(({ left, right }) => `  ${padEnd(left, widest)}  ${right}`);
}
