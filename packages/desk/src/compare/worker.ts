import { preparePdf } from '../work/pdf.ts';
import { compareFiles, type Pair } from './compare.ts';

/** The worker of the page 驗證: two files, and what differs between them. Forms that are made here need no tables. */

preparePdf(async () => Promise.reject(new Error('no tables of characters')));

self.addEventListener('message', ({ data }: MessageEvent<Pair | { readonly issued?: undefined }>) => {
  if (data.issued === undefined) return;
  // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one page only
  void compareFiles(data).then((compared) => self.postMessage(compared));
});
