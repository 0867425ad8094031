import { readFile } from 'node:fs/promises';
import { Refusal } from '@guankao/domain';
import { parseVerifierKey, type SignatureType, type VerifierKey } from '@guankao/log';
import { sha256 } from '@guankao/log/node';
import { cannotRead } from '../files.ts';

/**
 * Verifier keys by commas: each as it is written (`name+id+key`), or a file that holds such, a line each. Throws a
 * Refusal that names the first that is neither.
 */
export async function verifierKeys(
  option: string,
  given: string | boolean | undefined,
  type: SignatureType,
): Promise<readonly VerifierKey[]> {
  if (typeof given !== 'string') return [];
  const keys: VerifierKey[] = [];
  for (const word of given.split(',').map((each) => each.trim())) {
    const texts = word.includes('+') ? [word] : (await textOf(word)).split('\n').filter((line) => line.trim() !== '');
    for (const text of texts) {
      const key = parseVerifierKey(sha256, text);
      if (key === null || key.type !== type) throw noKey(option, text, type);
      keys.push(key);
    }
  }
  return keys;
}

export async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => Promise.reject(cannotRead(path, error)));
}

/** null where there is no such file. */
export async function textOrNull(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw cannotRead(path, error);
  });
}

function noKey(option: string, text: string, type: SignatureType): Refusal {
  const of = type === 'log' ? ['公開日誌', 'a log'] : ['見證者', 'a witness'];
  return new Refusal('wrong-arguments', 400, {
    'zh-Hant': `${option} 要的是${of[0]}的驗證金鑰（名稱+識別碼+金鑰）或存有它的檔案，「${text.slice(0, 80)}」不是。`,
    en: `${option} takes the verifier key of ${of[1]} (name+id+key) or a file that holds one; "${text.slice(0, 80)}" is none.`,
  });
}
