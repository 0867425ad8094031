import { describe, expect, test } from 'vitest';
import { FairQueue, type Asker, type QueueLimits, type Waiting } from './queue.ts';

interface Work extends Waiting {
  readonly name: string;
}

const roomy: QueueLimits = {
  ofKind: { public: 100, 'signed-in': 100, job: 100 },
  ofAsker: { public: 100, 'signed-in': 100, job: 100 },
};

function queueOf(limits: QueueLimits = roomy) {
  const clock = { now: 0 };
  const queue = new FairQueue<Work>(limits, () => clock.now);
  const work = (name: string, lane: Work['lane'] = 'short', kind: Asker['kind'] = 'public'): Work => ({
    name,
    lane,
    asker: { kind, id: name.split('-')[0] ?? name },
  });
  const takeAll = (lanes: readonly Work['lane'][] = ['short', 'long']): string[] => {
    const names = [];
    for (let next = queue.take(lanes); next !== null; next = queue.take(lanes)) names.push(next.name);
    return names;
  };
  return { clock, queue, work, takeAll };
}

describe('who is next', () => {
  test('one who sent a single text goes before the second of who sent many', () => {
    const { queue, work, takeAll } = queueOf();
    for (const name of ['many-1', 'many-2', 'many-3', 'one-1']) queue.add(work(name));
    expect(takeAll()).toEqual(['many-1', 'one-1', 'many-2', 'many-3']);
  });

  test('whose texts took long goes after who used little', () => {
    const { queue, work, takeAll } = queueOf();
    const slow = work('slow-1');
    queue.add(slow);
    queue.take(['short']);
    queue.charge(slow, 5_000);
    for (const name of ['slow-2', 'quick-1', 'quick-2', 'quick-3']) queue.add(work(name));
    expect(takeAll()).toEqual(['quick-1', 'quick-2', 'quick-3', 'slow-2']);
  });

  test('what was used is forgotten in time', () => {
    const { clock, queue, work, takeAll } = queueOf();
    const slow = work('slow-1');
    queue.add(slow);
    queue.take(['short']);
    queue.charge(slow, 5_000);
    clock.now = 600_000;
    for (const name of ['slow-2', 'quick-1', 'quick-2']) queue.add(work(name));
    expect(takeAll()).toEqual(['slow-2', 'quick-1', 'quick-2']);
  });

  test('many readers do not keep out those who signed in, nor jobs', () => {
    const { queue, work, takeAll } = queueOf();
    for (let at = 0; at < 6; at++) queue.add(work(`reader${at}-1`));
    queue.add(work('officer-1', 'short', 'signed-in'));
    queue.add(work('job-1', 'short', 'job'));
    const order = takeAll();
    expect(order.indexOf('officer-1')).toBeLessThan(3);
    expect(order.indexOf('job-1')).toBeLessThan(4);
  });

  test('long work is passed over where only short work may be taken', () => {
    const { queue, work, takeAll } = queueOf();
    for (const one of [work('a-1', 'long'), work('a-2'), work('b-1', 'long')]) queue.add(one);
    expect(takeAll(['short'])).toEqual(['a-2']);
    expect(takeAll(['long'])).toEqual(['b-1', 'a-1']);
  });

  test('what left the queue is not taken', () => {
    const { queue, work, takeAll } = queueOf();
    const [first, second] = [work('a-1'), work('a-2')];
    queue.add(first);
    queue.add(second);
    expect([queue.remove(first), queue.remove(first)]).toEqual([true, false]);
    expect(takeAll()).toEqual(['a-2']);
  });
});

describe('where there is no more room', () => {
  const tight: QueueLimits = { ofKind: { ...roomy.ofKind, public: 3 }, ofAsker: { ...roomy.ofAsker, public: 2 } };

  test("more than an asker's own share is turned away", () => {
    const { queue, work } = queueOf(tight);
    const third = work('a-3');
    expect([queue.add(work('a-1')), queue.add(work('a-2')), queue.add(third)]).toEqual([null, null, third]);
  });

  test('a newcomer is let in, and the last of who has most waiting goes out', () => {
    const { queue, work, takeAll } = queueOf(tight);
    const last = work('a-2');
    for (const one of [work('a-1'), last, work('b-1')]) queue.add(one);
    expect(queue.add(work('c-1'))).toBe(last);
    expect(takeAll()).toEqual(['a-1', 'b-1', 'c-1']);
  });

  test('where everybody has one, the newcomer is turned away', () => {
    const { queue, work } = queueOf(tight);
    for (const name of ['a-1', 'b-1', 'c-1']) queue.add(work(name));
    const late = work('d-1');
    expect(queue.add(late)).toBe(late);
  });

  test('readers in crowds take no room from those who signed in', () => {
    const { queue, work } = queueOf(tight);
    for (const name of ['a-1', 'b-1', 'c-1']) queue.add(work(name));
    expect(queue.add(work('officer-1', 'short', 'signed-in'))).toBeNull();
  });
});

describe('how many go before', () => {
  test('counts turns, not arrivals', () => {
    const { queue, work } = queueOf();
    for (const name of ['a-1', 'a-2', 'a-3']) queue.add(work(name));
    const newcomer = work('b-1');
    queue.add(newcomer);
    expect(queue.placeOf(newcomer)).toBe(1);
  });

  test('long work does not count for short', () => {
    const { queue, work } = queueOf();
    queue.add(work('a-1', 'long'));
    const short = work('b-1');
    queue.add(short);
    expect(queue.placeOf(short)).toBe(0);
  });
});
