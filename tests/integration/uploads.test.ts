import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type House } from './house.ts';

/** A form with a file that breaks off on the way, or is none: told in words, nothing taken, and no fault of ours. */

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.openYear([{ name: '步道整建計畫', agency: 'bureau' }]);
}, 240_000);
afterAll(() => house.close());

const year = '/office/years/範例部-114';
/** Pages that take a file, each with who may send it. */
const pages = [
  ['compiler', '/import'],
  ['accountant', `${year}/money`],
  ['accountant', `${year}/money/budget`],
  ['accountant', `${year}/mappings`],
  ['officer', '/office/rows/範例部-114-01/indicators/actual'],
] as const;

const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="甲.csv"\r\n\r\n計畫,1\r\n';
const bodies = {
  'no end': ['multipart/form-data; boundary=b', part],
  'an end in the middle of a head': ['multipart/form-data; boundary=b', `${part}--b\r\ncontent-dispo`],
  'no boundary named': ['multipart/form-data', `${part}--b--\r\n`],
  'another boundary': ['multipart/form-data; boundary=c', `${part}--b--\r\n`],
} as const;

function sent(who: string, address: string, type: string, payload: string) {
  return house.server.inject({
    method: 'POST',
    url: encodeURI(address),
    payload,
    headers: {
      'content-type': type,
      'sec-fetch-site': 'same-origin',
      cookie: `guankao_session=${house.secretOf(who)}`,
    },
  });
}

describe.each(pages)('%s at %s', (who, address) => {
  test.each(Object.entries(bodies))('%s', async (_, [type, body]) => {
    const answer = await sent(who, address, type, body);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('再送一次');
  });

  test('a form without a file', async () => {
    const answer = await sent(who, address, 'application/x-www-form-urlencoded', 'a=b');
    expect(answer.statusCode).toBe(415);
    expect(answer.body).toContain('multipart/form-data');
  });
});
