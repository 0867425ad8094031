import { parse } from 'yaml';
import type { Rule } from '../engine/rule.ts';
import type { ExampleFiling } from './example-filing.ts';
import { trial } from './trial.ts';

export interface Demonstration {
  readonly filing: ExampleFiling;
  /** What the page prints below the command. */
  readonly printed: string;
}

/** A page shows a filing in a yaml block and the command's output in a console block. Throws where either is missing. */
export function demonstrationOf(page: string): Demonstration {
  const yaml = /```yaml\n(?<block>[\s\S]*?)```/u.exec(page)?.groups?.['block'];
  const console = /```console\n\$ [^\n]*\n(?<block>[\s\S]*?)```/u.exec(page)?.groups?.['block'];
  if (yaml === undefined || console === undefined) throw new RangeError('the page has no demonstration');
  return { filing: parse(yaml) as ExampleFiling, printed: console.trimEnd() };
}

/** The finding as the page prints it: severity, words, message. */
export const outputOf = (rule: Rule, filing: ExampleFiling): string =>
  trial(rule, filing)
    .map(({ severity, evidence, message }) =>
      [
        `${severity}: ${evidence.map(({ text }) => text).join(' | ')}`,
        `  ${message['zh-Hant']}`,
        `  ${message.en}`,
      ].join('\n'),
    )
    .join('\n');
