import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

/** A piece of work that ends when told to. */
function piece() {
  let finish = (): void => undefined;
  const ended = new Promise<void>((resolve) => (finish = resolve));
  return { finish, ended };
}

test('no more than two work at a time, the others in the order in which they came', async () => {
  const turns = new Turns(2, 10);
  const pieces = Array.from({ length: 5 }, piece);
  const began: number[] = [];
  const all = pieces.map(({ ended }, at) =>
    turns.take(async () => {
      began.push(at);
      await ended;
      return at;
    }),
  );
  await Promise.resolve();
  expect(began).toEqual([0, 1]);
  pieces[1]?.finish();
  await all[1];
  await Promise.resolve();
  expect(began).toEqual([0, 1, 2]);
  for (const { finish } of pieces) finish();
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4]);
});

test('work that fails gives its turn on', async () => {
  const turns = new Turns(1, 10);
  const failing = turns.take(() => Promise.reject(new Error('no')));
  const next = turns.take(async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});

test('where too many wait, one more is told when to come back', async () => {
  const turns = new Turns(1, 1);
  const first = piece();
  const working = turns.take(() => first.ended);
  turns.demandRoom();
  const waiting = turns.take(async () => undefined);
  expect(() => turns.demandRoom()).toThrow(expect.objectContaining({ id: 'sign-in-busy', retryAfter: 5 }));
  first.finish();
  await Promise.all([working, waiting]);
  turns.demandRoom();
});
