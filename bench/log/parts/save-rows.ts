/**
 * Saves rows over HTTP from a process of its own, so that the asking does not run on the server's thread.
 * Takes its order on standard input; prints one line of JSON.
 */
export interface SaveOrder {
  readonly origin: string;
  readonly token: string;
  /** Each with the version that stands. */
  readonly rows: readonly RowVersion[];
  readonly seconds: number;
  /** null: each of the writers saves as soon as it was answered. */
  readonly perSecond: number | null;
  readonly writers: number;
}

export interface RowVersion {
  readonly id: string;
  readonly version: number;
}

export interface SaveResult {
  /** Milliseconds, of each save. Where so many a second are asked for: from when it was due. */
  readonly times: readonly number[];
  readonly seconds: number;
  /** As they stand now. */
  readonly rows: readonly RowVersion[];
}

async function save({ origin, token, rows, seconds, perSecond, writers }: SaveOrder): Promise<SaveResult> {
  const times: number[] = [];
  const now = rows.map((row) => ({ ...row }));
  const began = performance.now();
  const end = began + seconds * 1000;
  let next = 0;
  const writer = async (own: { id: string; version: number }[]): Promise<void> => {
    for (let turn = 0; performance.now() < end; turn++) {
      const row = own[turn % own.length];
      if (row === undefined) return;
      const due = perSecond === null ? performance.now() : began + (next++ * 1000) / perSecond;
      if (due >= end) return;
      if (due > performance.now()) await new Promise((wake) => setTimeout(wake, due - performance.now()));
      await saveOnce(origin, token, row);
      row.version++;
      times.push(performance.now() - due);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, at) => writer(now.filter((_row, of) => of % writers === at))));
  return { times, seconds: (performance.now() - began) / 1000, rows: now };
}

async function saveOnce(origin: string, token: string, { id, version }: RowVersion): Promise<void> {
  const texts = {
    plannedWork: '1. 整建步道12公里。',
    execution: `1. 完成步道12.6公里。第${version}次儲存。`,
    goals: '1. 完成步道整建12公里。',
    explanation: '1. 完成12.6公里，達成率105%。',
  };
  const answer = await fetch(`${origin}/api/rows/${encodeURIComponent(id)}/texts`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'if-match': String(version) },
    body: JSON.stringify(texts),
  });
  const said = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} ${said}`);
}

let order = '';
for await (const part of process.stdin) order += part;
process.stdout.write(`${JSON.stringify(await save(JSON.parse(order) as SaveOrder))}\n`);
