import {
  faults,
  openProof,
  parseVerifierKey,
  sha256InScript,
  textOf,
  type Proven,
  type VerifierKey,
  type VerifySignature,
} from '@guankao/log';
import { cellsPart, type CellsPart } from './cells.ts';
import { hashOf, lineOf } from './proven-file.ts';
import { verifyWords } from './verify-words.ts';

/** The script of the page 驗證: all that it needs is on the page already, and it asks for nothing. */

/** Words that are one text. */
type Said = {
  [Word in keyof typeof verifyWords]: (typeof verifyWords)[Word]['en'] extends string ? Word : never;
}[keyof typeof verifyWords];

const locale = document.documentElement.lang === 'en' ? 'en' : 'zh-Hant';
const say = (word: Said): string => verifyWords[word][locale];

const verifyEd25519: VerifySignature = async (publicKey, message, signature) => {
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(publicKey), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(message));
};

interface Parts {
  readonly form: HTMLFormElement;
  readonly file: HTMLInputElement;
  readonly proof: HTMLInputElement;
  readonly verdict: HTMLElement;
  readonly keys: readonly VerifierKey[];
  readonly cells: CellsPart | null;
}

function begin(form: HTMLFormElement): void {
  const file = form.querySelector<HTMLInputElement>('#verify-file');
  const proof = form.querySelector<HTMLInputElement>('#verify-proof');
  const verdict = document.querySelector<HTMLElement>('#verify-verdict');
  if (file === null || proof === null || verdict === null) return;
  const keys = [...document.querySelectorAll('.verifier-key')].flatMap(({ textContent }) => {
    const key = parseVerifierKey(sha256InScript, textContent ?? '');
    return key === null ? [] : [key];
  });
  const parts = { form, file, proof, verdict, keys, cells: cellsPart(form.dataset['compare'], locale) };
  form.hidden = false;
  for (const each of document.querySelectorAll<HTMLElement>('.needs-script')) each.hidden = true;
  for (const input of [file, proof]) input.addEventListener('change', () => void look(parts));
  parts.cells?.issued.addEventListener('change', () => void look(parts));
  form.addEventListener('dragover', (event) => event.preventDefault());
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    for (const dropped of event.dataTransfer?.files ?? []) take(parts, dropped);
    void look(parts);
  });
}

function take({ file, proof }: Parts, dropped: File): void {
  const transfer = new DataTransfer();
  transfer.items.add(dropped);
  (dropped.name.endsWith('.tlog-proof') ? proof : file).files = transfer.files;
}

let asked = 0;

async function look(parts: Parts): Promise<void> {
  const [file, proof] = [parts.file.files?.[0], parts.proof.files?.[0]];
  if (file === undefined || proof === undefined) return;
  asked += 1;
  const turn = asked;
  show(parts, say('working'), []);
  const [title, lines, proven = null] = await judge(parts.keys, file, proof);
  // Another file was chosen meanwhile.
  const isLatest = () => turn === asked;
  if (!isLatest()) return;
  show(parts, title, lines);
  await parts.cells?.look(proven, file, isLatest);
}

/** `proven`: what the proof is of, where it is of another file. */
type Verdict = readonly [title: string, lines: readonly (readonly [name: string, text: string])[], proven?: Proven];

async function judge(keys: readonly VerifierKey[], file: File, proof: File): Promise<Verdict> {
  if (!isSecureContext) return [say('needsHttps'), []];
  const text = await proof.text();
  const tools = { sha256: sha256InScript, verify: verifyEd25519 };
  try {
    let answer: Awaited<ReturnType<typeof openProof>> = 'of-another-log';
    for (const key of keys.toReversed()) {
      answer = await openProof(tools, text, key);
      if (answer !== 'of-another-log' && answer !== 'not-signed') break;
    }
    if (typeof answer === 'string') return [say('unproven'), [[say('of'), faults[answer][locale]]]];
    return judgeFile(answer, await hashOf(file));
  } catch (error) {
    // A browser that does not know Ed25519.
    if (error instanceof DOMException) return [say('needsHttps'), []];
    throw error;
  }
}

function judgeFile(proven: Proven, hash: Uint8Array): Verdict {
  const { leaf, opened, checkpoint } = proven;
  const line = lineOf(proven, hash);
  if (line === undefined) return [say('other'), [['', say('otherText')]], proven];
  const subject = opened.find(({ name }) => name === 'subject');
  const format = line.name === 'bytes/file' ? say('sourceFile') : line.name.split('.').at(-1)?.toUpperCase();
  return [
    say('same'),
    [
      [say('of'), `${subject === undefined ? '' : textOf(subject.value)} ${format}`],
      [say('event'), `${leaf.position} (${leaf.kind})`],
      [say('when'), leaf.time],
      [say('head'), `${checkpoint.origin}, ${verifyWords.events[locale](checkpoint.size)}`],
    ],
  ];
}

function show({ verdict }: Parts, title: string, lines: Verdict[1]): void {
  const head = document.createElement('strong');
  head.textContent = title;
  const rest = lines.map(([name, text]) => {
    const line = document.createElement('span');
    line.textContent = name === '' ? text : locale === 'en' ? `${name}: ${text}` : `${name}：${text}`;
    return line;
  });
  verdict.replaceChildren(head, ...rest);
}

const form = document.querySelector<HTMLFormElement>('#verify');
if (form !== null) begin(form);
