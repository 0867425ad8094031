import { Refusal } from '@guankao/domain';
import { clarifications, formTable, writeCsv, writeOds, writeSheetOdt } from '@guankao/forms/in-browser';
import { read, readDocument, typedDocument, type Read, type Reading } from '@guankao/reading';
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
        return { kind: 'form', bytes: written(order.format, order.reading) };
      }
      default:
        return order satisfies never;
    }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', message: error.inBothLanguages };
    return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
  }
}

function written(format: (Order & { kind: 'form' })['format'], reading: Reading): Uint8Array {
  switch (format) {
    case 'ods':
      return writeOds(formTable(reading));
    case 'csv':
      return writeCsv(formTable(reading));
    case 'clarifications':
      return writeSheetOdt(clarifications(reading, { agency: null }));
    default:
      return format satisfies never;
  }
}
