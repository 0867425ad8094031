import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certified {
  readonly key: string;
  readonly cert: string;
}

export const hasOpenSsl = spawnSync('openssl', ['version']).error === undefined;

/** An authority of our own with a server's certificate for `host`, made by OpenSSL and valid for a day. */
export function certify(host: string): Certified & { readonly authority: string } {
  const folder = mkdtempSync(join(tmpdir(), 'guankao-certificates-'));
  const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' });
  const pem = (name: string) => readFileSync(join(folder, name), 'utf8');
  const keyOf = (name: string) => ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', name];
  try {
    openssl(
      'req',
      '-x509',
      ...keyOf('authority.key'),
      '-days',
      '1',
      '-subj',
      '/CN=example authority',
      '-out',
      'authority.pem',
    );
    openssl('req', ...keyOf('server.key'), '-subj', `/CN=${host}`, '-out', 'server.csr');
    writeFileSync(join(folder, 'names'), `subjectAltName=${/^[\d.]+$/.test(host) ? 'IP' : 'DNS'}:${host}\n`);
    const signed = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial'];
    openssl('x509', '-req', '-in', 'server.csr', ...signed, '-days', '1', '-extfile', 'names', '-out', 'server.pem');
    return { key: pem('server.key'), cert: pem('server.pem'), authority: pem('authority.pem') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
