import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demonstrationOf, outputOf } from './example/demonstration.ts';
import { catalogueTable, gallery } from './example/gallery.ts';
import { pages, rules } from './catalogue.ts';

const source = new URL('./', import.meta.url);
const folders = readdirSync(source).filter((name) => existsSync(new URL(`${name}/${name}.ts`, source)));

test('every folder of a rule is in the catalogue: node scripts/run.mjs packages/rules/catalogue.ts', () => {
  expect(rules.map(({ meta }) => meta.id)).toEqual(folders.toSorted());
});

test('the gallery of messages is the one the rules say: node scripts/run.mjs packages/rules/gallery.ts', () => {
  const printed = readFileSync(new URL('../../../docs/rules/messages.md', source), 'utf8');
  expect(printed).toBe(gallery(rules));
  expect(readFileSync(new URL('../../../docs/rules/README.md', source), 'utf8')).toBe(catalogueTable(rules));
});

const ids = new Set(rules.map(({ meta }) => meta.id));

describe.each(rules.map((rule) => [rule.meta.id, rule] as const))('%s', (id, rule) => {
  const { meta } = rule;
  const page = pages[id] ?? '';

  test('has its test and its page beside it', () => {
    expect(existsSync(new URL(`${id}/${id}.test.ts`, source))).toBe(true);
    const wanted = [
      '方法 Method',
      '故事 Story',
      '為何重要 Why it matters',
      '依據 Based on',
      '不適用 Exclusions',
      '設定 Configuration',
      '示範 Demonstration',
    ];
    expect(page.match(/(?<=^## ).*$/gmu)).toEqual(wanted);
  });

  test('says on its page what it says of itself', () => {
    expect(page).toContain(`# ${meta.title['zh-Hant']}`);
    expect(page).toContain(meta.title.en);
    expect(page).toContain(meta.why['zh-Hant']);
    expect(page).toContain(meta.authority);
  });

  test('does on its page what it shows there', () => {
    const { filing, printed } = demonstrationOf(page);
    expect(outputOf(rule, filing)).toBe(printed);
    expect(printed).not.toBe('');
  });

  test('speaks both languages, in whole sentences, and blames nobody', () => {
    for (const { fault, settle } of Object.values(meta.messages)) {
      for (const said of [fault, settle, meta.why]) {
        expect(said['zh-Hant']).toMatch(/。$/u);
        expect(said.en).toMatch(/\.$/u);
        expect(said['zh-Hant']).not.toMatch(/造假|不實|違法|浮報|錯誤百出/u);
      }
      expect(
        fault['zh-Hant']
          .match(/\{\w+\}/gu)
          ?.map((word) => word.replace(/En\}/u, '}'))
          .toSorted(),
      ).toEqual(
        fault.en
          .match(/\{\w+\}/gu)
          ?.map((word) => word.replace(/En\}/u, '}'))
          .toSorted(),
      );
    }
  });

  test('yields only to rules that there are', () => {
    for (const other of meta.yieldsTo ?? []) expect(ids).toContain(other);
  });
});
