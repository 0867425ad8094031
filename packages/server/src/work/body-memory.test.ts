import { expect, test } from 'vitest';
import { BodyRoom } from './body-memory.ts';

const reader = (id: string) => ({ kind: 'public', id }) as const;
const officer = (id: string) => ({ kind: 'signed-in', id }) as const;

test('bodies have room until it is full, and again when one is let go', () => {
  const room = new BodyRoom(100);
  const first = room.take(50, officer('a'));
  expect(first).not.toBeNull();
  expect(room.take(50, officer('b'))).not.toBeNull();
  expect(room.take(1, officer('c'))).toBeNull();
  first?.leave();
  expect(room.take(50, officer('c'))).not.toBeNull();
});

test('a body stays for as long as anybody uses it', () => {
  const room = new BodyRoom(100);
  const hold = room.take(100, officer('a'));
  hold?.use();
  hold?.leave();
  expect(room.take(1, officer('b'))).toBeNull();
  hold?.leave();
  expect(room.take(1, officer('b'))).not.toBeNull();
});

test('one asker gets half, and so do all readers together', () => {
  const room = new BodyRoom(100);
  expect(room.take(40, officer('a'))).not.toBeNull();
  expect(room.take(20, officer('a'))).toBeNull();
  expect(room.take(40, reader('a'))).not.toBeNull();
  expect(room.take(15, reader('b'))).toBeNull();
  expect(room.take(20, officer('b'))).not.toBeNull();
});

test('what would be alone has room, however large', () => {
  const room = new BodyRoom(100);
  const large = room.take(500, reader('a'));
  expect(large).not.toBeNull();
  expect(room.take(1, reader('b'))).toBeNull();
  large?.leave();
  expect(room.take(500, reader('b'))).not.toBeNull();
});
