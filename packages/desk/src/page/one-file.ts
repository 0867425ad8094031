import { startDesk } from './main.ts';

/** The start in one file: the worker's program and the tables stand in the page itself. */

const within = (id: string): string => document.getElementById(id)?.textContent ?? '';
const root = document.getElementById('desk');

if (root !== null)
  startDesk(
    root,
    {
      worker: () => new Worker(URL.createObjectURL(new Blob([within('worker')], { type: 'text/javascript' }))),
      tables: async () => Uint8Array.from(atob(within('tables')), (character) => character.charCodeAt(0)),
    },
    { version: root.dataset['version'] ?? '', hash: root.dataset['hash'] ?? '' },
  );
