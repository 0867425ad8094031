import type { ReactNode } from 'react';
import { Page, render } from '../components/document.tsx';
import { useAddress, useOwnWords, type Reader } from '../reader.tsx';
import { usePunctuation } from '../words/punctuation.ts';

/** Work that takes longer than a page may. */
export interface TaskView {
  readonly id: string;
  /** Of the file that it is about, or that is being made. */
  readonly name: string;
  /** Since it was asked for. */
  readonly seconds: number;
  /** So many go before it; null: it is being worked on. */
  readonly before: number | null;
  /** What came of it, once it is there. */
  readonly file: { readonly name: string; readonly bytes: number } | null;
}

const table = {
  working: { 'zh-Hant': '處理中', en: 'Being worked on' },
  ready: { 'zh-Hant': '已完成', en: 'Ready' },
  waiting: {
    'zh-Hant': (before: number) => (before === 0 ? '排隊中，下一個就是這一份。' : `排隊中，前面還有 ${before} 份。`),
    en: (before: number) => (before === 0 ? 'Next in the queue.' : `In the queue, ${before} before it.`),
  },
  isWorkedOn: { 'zh-Hant': '正在處理。', en: 'It is being worked on.' },
  since: {
    'zh-Hant': (seconds: number) => `已經過 ${seconds} 秒。`,
    en: (seconds: number) => `${seconds} seconds so far.`,
  },
  mayLeave: {
    'zh-Hant': '這一頁會自己更新。可以先離開，十分鐘內回到這個網址就看得到結果。',
    en: 'This page renews itself. You may leave: the result is at this address for ten minutes.',
  },
  lookAgain: { 'zh-Hant': '現在更新', en: 'Look again' },
  cancel: { 'zh-Hant': '停止處理', en: 'Stop it' },
  download: { 'zh-Hant': '下載', en: 'Download' },
  kept: { 'zh-Hant': '檔案保留十分鐘。', en: 'The file is kept for ten minutes.' },
} as const;

export function taskPage(reader: Reader, view: TaskView): string {
  return render(reader, <TaskPage view={view} />);
}

function TaskPage({ view }: { view: TaskView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const title = `${view.file === null ? t.working : t.ready}${punctuation.gap}${view.name}`;
  return (
    <Page title={title} unlisted>
      <h1>{title}</h1>
      {view.file === null ? <Progress view={view} /> : <Ready id={view.id} file={view.file} />}
    </Page>
  );
}

function Progress({ view: { id, seconds, before } }: { view: TaskView }): ReactNode {
  const t = useOwnWords(table);
  const address = useAddress();
  return (
    <>
      <p className="lead">
        <output>
          {before === null ? t.isWorkedOn : t.waiting(before)} {t.since(seconds)}
        </output>
      </p>
      <p>{t.mayLeave}</p>
      <form className="office-form" method="post" action={address(`/tasks/${id}/cancel`)}>
        <p>
          <a href={address(`/tasks/${id}`)}>{t.lookAgain}</a>
        </p>
        <p>
          <button type="submit">{t.cancel}</button>
        </p>
      </form>
    </>
  );
}

function Ready({ id, file }: { id: string; file: NonNullable<TaskView['file']> }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(table);
  const address = useAddress();
  return (
    <>
      <p className="lead">
        <a href={address(`/tasks/${id}/file`)} download={file.name}>
          {t.download} {file.name}
        </a>
        {punctuation.open}
        {(file.bytes / 1024).toFixed(0)} kB{punctuation.close}
      </p>
      <p className="hint">{t.kept}</p>
    </>
  );
}
