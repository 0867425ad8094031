import { describe, expect, test } from 'vitest';
import { line, lines, nouns, period } from '@guankao/workflow';
import { blanksByField, demandPlainText } from './plain-text.ts';

const label = { 'zh-Hant': '欄位', en: 'field' };

const nul = String.fromCharCode(0);
const lone = '\ud800';

describe('refused, with its place', () => {
  test.each([
    [{ login: `wang${nul}` }, '"login"', 5, 'U+0000'],
    [{ name: 'a\nb' }, '"name"', 2, 'U+000A'],
    [{ name: '範例\u007f部' }, '"name"', 3, 'U+007F'],
    [{ goals: 'line\none\u0085' }, '"goals"', 9, 'U+0085'],
    [{ goals: `完成3案${lone}` }, '"goals"', 5, 'U+D800'],
    [{ goals: '\udfff完成' }, '"goals"', 1, 'U+DFFF'],
    [{ goals: `👍${lone}${nul}` }, '"goals"', 3, 'U+D800'],
    [{ rows: [{ name: 'x' }, { explanation: `y\u000b` }] }, '"rows[1].explanation"', 2, 'U+000B'],
    [{ rows: ['fine', `r01${nul}`] }, '"rows[1]"', 4, 'U+0000'],
    [{ agencies: { [`r01${nul}`]: 'bureau' } }, '"agencies"', 4, 'U+0000'],
    [{ body: { base64: `x${nul}` } }, '"body.base64"', 2, 'U+0000'],
  ])('%j', (body, place, position, code) => {
    expect(() => demandPlainText('body', body)).toThrow(
      expect.objectContaining({
        id: 'control-character',
        status: 422,
        message: expect.stringContaining(`character ${position} of the field ${place} is ${code}`),
      }),
    );
  });

  test.each(['path', 'query', 'header'] as const)('in %s no line may break, whatever its name', (where) => {
    expect(() => demandPlainText(where, { text: 'a\tb' })).toThrow(expect.objectContaining({ status: 400 }));
  });
});

test('what a field may hold is told by its noun', () => {
  const fields = { remark: line({ label }), story: lines({ label }), span: period({ label }) };
  const blanks = blanksByField(nouns.slice(0, 1).map((noun) => ({ ...noun, fields })));
  const taken = (body: object) => expect(() => demandPlainText('body', body, blanks)).not.toThrow();
  const refused = (body: object) => expect(() => demandPlainText('body', body, blanks)).toThrow();
  taken({ remark: 'a\tb', story: 'a\n\tb', span: '112年\n115年' });
  refused({ remark: 'a\nb' });
  refused({ story: 'a\u0000' });
  refused({ goals: 'a\nb' });
});

describe('taken', () => {
  test.each([
    [undefined],
    [null],
    ['text'],
    [{ login: 'wang', version: 3, opening: null, record: true }],
    [{ goals: '1. 完成3案\r\n2.\t完成2案。👍𠮷', 'period-printed': '112年1月至\n115年12月' }],
    [{ comments: [{ field: null, text: 'one\ntwo' }] }],
    [{ base64: 'AAAA' }],
    [{ texts: { name: '甲\t計畫', type: '社會\t發展' } }],
  ])('%j', (body) => expect(() => demandPlainText('body', body)).not.toThrow());

  test('a body nested a hundred thousand deep', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}"x"${']'.repeat(100_000)}`) as unknown;
    expect(() => demandPlainText('body', { rows: deep })).not.toThrow();
  });
});
