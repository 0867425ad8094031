import { expect, test } from 'vitest';
import { LocalDraft, type Draft } from './local-draft.ts';

function storage(items = new Map<string, string>(), isFull = false): Storage {
  return {
    get length() {
      return items.size;
    },
    key: (at) => [...items.keys()][at] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, text) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, text);
    },
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

const texts = {
  name: '海岸復育計畫',
  type: '社會發展',
  period: '112年1月至115年12月',
  plannedWork: '植生',
  execution: '',
  goals: '',
  explanation: '',
};
const draft: Draft = { rowVersion: 3, body: texts };

test('what is kept is found again by the same person on the same row, and by nobody else', () => {
  const items = new Map<string, string>();
  new LocalDraft(storage(items), 'officer', 'r1').keep(draft);
  expect(new LocalDraft(storage(items), 'officer', 'r1').kept()).toEqual(draft);
  expect(new LocalDraft(storage(items), 'other', 'r1').kept()).toBeNull();
  expect(new LocalDraft(storage(items), 'officer', 'r2').kept()).toBeNull();
  new LocalDraft(storage(items), 'officer', 'r1').drop();
  expect(items.size).toBe(0);
});

test.each([
  '',
  'no json',
  '{}',
  '[]',
  '{"rowVersion":"3","body":{}}',
  '{"rowVersion":3,"body":null}',
  '{"rowVersion":3,"body":{"goals":7}}',
])('what is no draft is none: %s', (text) => {
  const items = new Map([['guankao-draft officer r1', text]]);
  expect(new LocalDraft(storage(items), 'officer', 'r1').kept()).toBeNull();
});

test('a full device does not stop the writing', () => {
  expect(() => new LocalDraft(storage(new Map(), true), 'officer', 'r1').keep(draft)).not.toThrow();
});
