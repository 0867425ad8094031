import type { Finding, TextColumn } from '@guankao/domain';
import type { LookedAt, Reading } from '@guankao/reading';
import { coverageInWords } from '@guankao/reading/in-words';
import { terms } from '@guankao/terms';
import { asTyped, type Corrections } from '../check/as-typed.ts';
import { changesIn, type Changes } from '../check/changes.ts';
import { findingsCsv } from '../out/findings-csv.ts';
import type { Answer } from '../work/messages.ts';
import { button, download, element } from './elements.ts';
import { findingsByRow } from './findings.ts';
import { WorkerRoom, type Program } from './worker-room.ts';
import { wordsIn, type Language, type Words } from './words.ts';

const most = { files: 10, megabytes: 64 };

const files = {
  ods: { name: '情形表.ods', mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
  clarifications: {
    name: `${terms.clarifications['zh-Hant']}.odt`,
    mediaType: 'application/vnd.oasis.opendocument.text',
  },
} as const;

type State =
  | { readonly is: 'waiting' | 'stopped' | 'died' | 'folder' }
  | { readonly is: 'reading'; readonly since: number }
  | { readonly is: 'too-large'; readonly megabytes: number }
  | { readonly is: 'fault'; readonly what: string }
  | { readonly is: 'refused'; readonly message: Readonly<Record<Language, string>> }
  | Checked;

interface Checked {
  readonly is: 'checked';
  /** As it stands in the file. */
  readonly first: Reading;
  /** As it stands now: the same, or with what was corrected. */
  readonly reading: Reading;
  readonly lookedAt: LookedAt;
  readonly milliseconds: number;
  readonly changes: Changes | null;
}

interface Entry {
  readonly name: string;
  readonly file: File;
  readonly corrections: Map<string, Partial<Record<TextColumn, string>>>;
  state: State;
}

/** Builds the page into `root` and keeps it. `version` and `hash` are printed at its foot. */
export function startDesk(
  root: HTMLElement,
  program: Program,
  about: { readonly version: string; readonly hash: string },
): void {
  const room = new WorkerRoom(program);
  const entries: Entry[] = [];
  let language: Language = /^zh\b/i.test(navigator.language) ? 'zh-Hant' : 'en';
  let leftOut = 0;
  let busy = false;

  const list = element('div', { id: 'files' });
  const status = element('p', { id: 'status', role: 'status' });
  draw();

  function draw(): void {
    const t = wordsIn(language);
    document.documentElement.lang = language;
    document.title = t.title;
    const input = element('input', { type: 'file', id: 'choose', multiple: '' });
    input.addEventListener('change', () => {
      take([...(input.files ?? [])]);
      input.value = '';
    });
    const zone = element(
      'div',
      { id: 'zone' },
      element('p', { class: 'lead' }, t.lead),
      element('p', {}, element('label', { for: 'choose', class: 'choose' }, t.choose), input),
      element('p', { class: 'hint' }, t.formats),
      element('p', { class: 'hint' }, t.offline),
    );
    root.replaceChildren(
      element(
        'header',
        {},
        element('h1', {}, t.title),
        button(t.other, () => {
          language = language === 'en' ? 'zh-Hant' : 'en';
          draw();
        }),
      ),
      element('main', {}, zone, status, list),
      element('footer', {}, `Guankao 管考　${t.version} ${about.version}　SHA-256 ${about.hash}`),
    );
    showAll();
  }

  function take(files: readonly File[]): void {
    const room = files.slice(0, most.files);
    leftOut = files.length - room.length;
    for (const file of room) {
      const megabytes = Math.ceil(file.size / 2 ** 20);
      const state: State = megabytes > most.megabytes ? { is: 'too-large', megabytes } : { is: 'waiting' };
      entries.unshift({ name: file.name, file, corrections: new Map(), state });
    }
    showAll();
    void proceed();
  }

  async function proceed(): Promise<void> {
    if (busy) return;
    const entry = entries.findLast(({ state }) => state.is === 'waiting');
    if (entry === undefined) return;
    busy = true;
    try {
      await check(entry);
    } finally {
      busy = false;
      showAll();
      void proceed();
    }
  }

  async function check(entry: Entry): Promise<void> {
    entry.state = { is: 'reading', since: performance.now() };
    const ticking = setInterval(() => show(entry), 500);
    showAll();
    try {
      // Where the page may not read it (a folder, a file that has gone), the browser says so here.
      const bytes = await entry.file.arrayBuffer().then(
        (buffer) => new Uint8Array(buffer),
        () => null,
      );
      if (bytes === null) {
        entry.state = { is: 'folder' };
        return;
      }
      const answer = await room.run({ kind: 'check', name: entry.name, bytes });
      entry.state = stateOf(answer);
    } finally {
      clearInterval(ticking);
    }
  }

  function stateOf(answer: Answer | 'died' | 'stopped'): State {
    if (answer === 'died' || answer === 'stopped') return { is: answer };
    switch (answer.kind) {
      case 'checked':
        return { is: 'checked', first: answer.reading, changes: null, ...answer };
      case 'refused':
        return { is: 'refused', message: answer.message };
      case 'fault':
        return { is: 'fault', what: answer.message };
      case 'form':
        throw new Error('a form was not asked for');
      default:
        return answer satisfies never;
    }
  }

  async function again(entry: Entry): Promise<void> {
    if (entry.state.is !== 'checked' || busy) return;
    busy = true;
    const { first, reading: before } = entry.state;
    const answer = await room.run({ kind: 'check-form', form: asTyped(first, entry.corrections) });
    busy = false;
    const after = stateOf(answer);
    entry.state =
      after.is === 'checked'
        ? { ...after, first, changes: changesIn(comparable(before), comparable(after.reading)) }
        : after;
    showAll();
    void proceed();
  }

  /** Doubts about the transcription are of the file and not of the texts. */
  function comparable({ findings }: Reading): readonly Finding[] {
    return findings.filter(({ doubt }) => doubt === undefined);
  }

  /** What only the worker can write. */
  async function takeWritten(entry: Entry, reading: Reading, format: 'ods' | 'clarifications'): Promise<void> {
    const answer = await room.run({ kind: 'form', reading, format });
    const { name, mediaType } = files[format];
    if (answer !== 'died' && answer !== 'stopped' && answer.kind === 'form')
      download(`${stem(entry)}-${name}`, mediaType, answer.bytes);
  }

  const shown = new Map<Entry, HTMLElement>();

  function showAll(): void {
    const t = wordsIn(language);
    list.replaceChildren(
      ...(entries.length === 0
        ? [element('p', { class: 'hint' }, t.empty)]
        : entries.map((entry) => {
            const article = element('article', {});
            shown.set(entry, article);
            fill(entry, article, t);
            return article;
          })),
    );
    status.textContent = leftOut > 0 ? t.tooMany(leftOut) : '';
  }

  function show(entry: Entry): void {
    const article = shown.get(entry);
    if (article !== undefined) fill(entry, article, wordsIn(language));
  }

  function fill(entry: Entry, article: HTMLElement, t: Words): void {
    article.replaceChildren(element('h2', {}, entry.name), ...bodyOf(entry, t));
  }

  function bodyOf(entry: Entry, t: Words): readonly Node[] {
    const { state } = entry;
    const said = (text: string) => [element('p', { class: 'said' }, text), removal(entry, t)];
    switch (state.is) {
      case 'waiting':
        return [element('p', {}, t.waiting)];
      case 'reading': {
        const seconds = Math.round((performance.now() - state.since) / 1000);
        return [
          element(
            'p',
            {},
            `${t.reading}… ${t.seconds(seconds)} `,
            button(t.cancel, () => room.stop()),
          ),
        ];
      }
      case 'stopped':
        return said(t.stopped);
      case 'died':
        return said(t.died);
      case 'folder':
        return said(t.folder);
      case 'too-large':
        return said(t.tooLarge(state.megabytes));
      case 'fault':
        return said(t.fault(state.what));
      case 'refused':
        return said(state.message[language]);
      case 'checked':
        return resultOf(entry, state, t);
      default:
        return state satisfies never;
    }
  }

  function removal(entry: Entry, t: Words): HTMLElement {
    return button(t.remove, () => {
      entries.splice(entries.indexOf(entry), 1);
      showAll();
    });
  }

  function resultOf(entry: Entry, state: Checked, t: Words): readonly Node[] {
    const { reading, lookedAt, changes } = state;
    const { plans, targets, judged, coverage, unread } = lookedAt;
    if (plans === 0) return [element('p', { class: 'said' }, `${t.noPlan} ${t.unread(unread)}`), removal(entry, t)];
    const { findings, notices } = reading;
    const of = (severity: Finding['severity']) =>
      findings.filter((finding) => finding.severity === severity && finding.doubt === undefined).length;
    const doubts = findings.filter(({ doubt }) => doubt !== undefined).length;
    const corrections: Corrections = entry.corrections;
    const editing = {
      corrections,
      correct: (row: string, column: TextColumn, text: string) =>
        entry.corrections.set(row, { ...entry.corrections.get(row), [column]: text }),
      again: () => void again(entry),
    };
    return [
      element(
        'p',
        { class: 'read' },
        `${t.read(plans, targets, judged)} ${t.coverage(coverageInWords(coverage, language))} ${t.unread(unread)}　${(state.milliseconds / 1000).toFixed(1)} s`,
      ),
      element(
        'p',
        { class: 'tally' },
        findings.length === 0 ? t.nothing : t.counts(of('error'), of('warning'), of('question'), doubts),
      ),
      ...(changes === null
        ? []
        : [element('p', { class: 'changes', role: 'status' }, t.changes(changes.gone, changes.left, changes.added))]),
      element(
        'p',
        { class: 'take' },
        button(t.takeCsv, () => download(`${stem(entry)}-檢核.csv`, 'text/csv;charset=utf-8', findingsCsv(reading))),
        button(t.takeJson, () => download(`${stem(entry)}.json`, 'application/json', JSON.stringify(reading, null, 1))),
        button(t.takeClarifications, () => void takeWritten(entry, reading, 'clarifications')),
        button(t.takeOds, () => void takeWritten(entry, reading, 'ods')),
        button(t.print, () => print()),
        ...(entry.corrections.size === 0
          ? []
          : [
              button(t.undo, () => {
                entry.corrections.clear();
                entry.state = { is: 'waiting' };
                showAll();
                void proceed();
              }),
            ]),
        removal(entry, t),
      ),
      ...(notices.length === 0
        ? []
        : [
            element(
              'details',
              {},
              element('summary', {}, `${t.notices} ${notices.length}`),
              element(
                'ul',
                {},
                ...notices.map(({ place, message }) => element('li', {}, `${place}：${message[language]}`)),
              ),
            ),
          ]),
      findingsByRow(reading, t, language, editing),
    ];
  }

  // Anywhere on the page a file may be dropped; without this the browser would open it instead.
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}

/** The file's name without its ending. */
function stem({ name }: Entry): string {
  return name.replace(/\.[^.]*$/, '');
}
