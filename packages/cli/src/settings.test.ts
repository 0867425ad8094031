import { describe, expect, test } from 'vitest';
import { namedProxies, publicOrigin } from './settings.ts';

describe('GUANKAO_ORIGIN', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    ['https://plans.example.gov.tw', 'https://plans.example.gov.tw'],
    ['https://Plans.Example.gov.tw/', 'https://plans.example.gov.tw'],
    ['https://plans.example.gov.tw:443', 'https://plans.example.gov.tw'],
    ['http://intranet:8080', 'http://intranet:8080'],
    ['http://[2001:db8::1]:8080', 'http://[2001:db8::1]:8080'],
  ])('%s is %s', (text, origin) => expect(publicOrigin({ env: { GUANKAO_ORIGIN: text } })).toBe(origin));

  test.each([
    'plans.example.gov.tw',
    'ftp://plans.example.gov.tw',
    'https://plans.example.gov.tw/site',
    'https://plans.example.gov.tw?x',
    'https://user@plans.example.gov.tw',
    'https://',
    'https://a b',
    'javascript:alert(1)',
  ])('%s is refused', (text) =>
    expect(() => publicOrigin({ env: { GUANKAO_ORIGIN: text } })).toThrow(
      expect.objectContaining({ id: 'wrong-origin' }),
    ),
  );
});

describe('GUANKAO_PROXY', () => {
  test.each([
    [undefined, []],
    ['', []],
    ['127.0.0.1', ['127.0.0.1']],
    [' 127.0.0.1 , 10.1.0.0/16,2001:db8::/32 ', ['127.0.0.1', '10.1.0.0/16', '2001:db8::/32']],
  ])('%s names %j', (text, proxies) => expect(namedProxies({ env: { GUANKAO_PROXY: text } })).toEqual(proxies));

  test.each(['loopback', 'proxy.example', '10.1.0.0/33', '0.0.0.0/0', '::/0', '10.1.0.0/', '10.1/16/8', '1', 'true'])(
    '%s is refused',
    (text) =>
      expect(() => namedProxies({ env: { GUANKAO_PROXY: text } })).toThrow(
        expect.objectContaining({ id: 'wrong-proxy' }),
      ),
  );
});
