import { Refusal } from '@guankao/domain';
import { formTable, writeCsv, writeOds } from '@guankao/forms/in-browser';
import { read, readDocument, typedDocument, type Read } from '@guankao/reading';
import type { Answer, Order } from './messages.ts';

/** Does what the page asks. Never rejects: what came to nothing is an answer too. */
export async function work(order: Order, now: () => number): Promise<Answer> {
  const began = now();
  const checked = ({ reading, lookedAt }: Read): Answer => ({
    kind: 'checked',
    reading,
    lookedAt,
    milliseconds: Math.round(now() - began),
  });
  try {
    switch (order.kind) {
      case 'check':
        return checked(await read({ name: order.name, bytes: order.bytes }));
      case 'check-form':
        return checked(readDocument(await typedDocument(order.form)));
      case 'form': {
        const write = { ods: writeOds, csv: writeCsv }[order.format];
        return { kind: 'form', bytes: write(formTable(order.reading)) };
      }
      default:
        return order satisfies never;
    }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', message: error.inBothLanguages };
    return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
  }
}
