import type { Order } from './messages.ts';
import { preparePdf } from './pdf.ts';
import { work } from './work.ts';

/** The worker: one order after the other. The first message brings the tables that PDFs may need. */

let tables: Uint8Array = new Uint8Array();
preparePdf(async () => tables);

let before: Promise<unknown> = Promise.resolve();

self.addEventListener(
  'message',
  ({ data }: MessageEvent<Order | { readonly kind: 'tables'; readonly bytes: Uint8Array }>) => {
    if (data.kind === 'tables') {
      tables = data.bytes;
      return;
    }
    if (!['check', 'check-form', 'form'].includes(data.kind)) return;
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one page only
    before = before.then(async () => self.postMessage(await work(data, () => performance.now())));
  },
);
