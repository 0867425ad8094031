import { expect, test } from 'vitest';
import { keptFor, KeptTasks } from './kept-tasks.ts';

const officer = { kind: 'signed-in', id: 'a' } as const;
const other = { kind: 'signed-in', id: 'b' } as const;
const reader = { kind: 'public', id: '203.0.113.9' } as const;

function tasksOf() {
  const clock = { now: 0 };
  const tasks = new KeptTasks(() => clock.now);
  const kept = (asker: Parameters<typeof tasks.begin>[0], bytes = 1) => {
    const task = tasks.begin(asker, 'form.pdf');
    tasks.keep(task);
    return {
      task,
      end: () =>
        tasks.end(task, { is: 'file', name: 'form.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(bytes) }),
    };
  };
  return { clock, tasks, kept };
}

test('a task is found by its number, running and done, by its asker only', () => {
  const { tasks, kept } = tasksOf();
  const { task, end } = kept(officer);
  expect(tasks.find(task.id, officer)).toBe(task);
  end();
  expect(tasks.find(task.id, officer)?.result).toMatchObject({ is: 'file' });
  expect([tasks.find(task.id, other), tasks.find(task.id, reader), tasks.find('guess', officer)]).toEqual([
    null,
    null,
    null,
  ]);
});

test("a reader's is found from another network too: its number is what is secret", () => {
  const { tasks, kept } = tasksOf();
  const { task } = kept(reader);
  expect(tasks.find(task.id, { kind: 'public', id: '198.51.100.1' })).toBe(task);
  expect(task.id).toMatch(/^[\w-]{24}$/);
});

test('what came of it is kept for a while; what runs is kept', () => {
  const { clock, tasks, kept } = tasksOf();
  const [done, running] = [kept(officer), kept(officer)];
  done.end();
  clock.now = keptFor - 1;
  expect(tasks.find(done.task.id, officer)).not.toBeNull();
  clock.now = keptFor;
  expect(tasks.find(done.task.id, officer)).toBeNull();
  expect(tasks.find(running.task.id, officer)).toBe(running.task);
});

test('where results need too much room, the oldest go first', () => {
  const { clock, tasks, kept } = tasksOf();
  const all = [1, 2, 3].map((at) => {
    const one = kept(officer, 40 * 1024 * 1024);
    clock.now = at;
    one.end();
    return one.task;
  });
  expect(all.map(({ id }) => tasks.find(id, officer) !== null)).toEqual([false, true, true]);
});

test('all are cancelled when the server ends', () => {
  const { tasks, kept } = tasksOf();
  const { task } = kept(officer);
  tasks.cancelAll();
  expect(task.signal.aborted).toBe(true);
});
