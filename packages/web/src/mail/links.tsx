import type { ReactNode } from 'react';
import { Page, render } from '../components/document.tsx';
import { useAddress, useOwnWords, type Reader } from '../reader.tsx';

const table = {
  stopTitle: { 'zh-Hant': '停止通知信', en: 'Stop mails' },
  stopLead: {
    'zh-Hant': '按下後，不再寄任何通知信到這個信箱；工作檯裡的通知照常。',
    en: 'After that no more notices are sent to this address; those in the workbench go on.',
  },
  stop: { 'zh-Hant': '不再收通知信', en: 'Send me no more mail' },
  stopped: { 'zh-Hant': '已停止，不再寄通知信到這個信箱。', en: 'Stopped: no more notices go to this address.' },
  start: { 'zh-Hant': '按錯了，繼續收', en: 'That was a mistake: go on' },
  started: { 'zh-Hant': '繼續寄送通知信。', en: 'Mails go on.' },
  confirmTitle: { 'zh-Hant': '確認通知信的信箱', en: 'Confirm the address' },
  confirmLead: {
    'zh-Hant': '按下後，您的工作通知會寄到這個信箱，每天最多一封。',
    en: 'After that notices of your work are sent to this address, one mail a day at most.',
  },
  confirm: { 'zh-Hant': '這是我的信箱', en: 'This is my address' },
  confirmed: { 'zh-Hant': '信箱已確認。', en: 'The address is confirmed.' },
  office: { 'zh-Hant': '前往工作檯', en: 'Go to the workbench' },
} as const;

/** What the link of a mail leads to: a button, and, once it was pressed, what is so. Nobody need be signed in. */
export function mailStopPage(reader: Reader, stopped: boolean, isDone: boolean): string {
  return render(reader, <Stop stopped={stopped} isDone={isDone} />);
}

function Stop({ stopped, isDone }: { stopped: boolean; isDone: boolean }): ReactNode {
  const t = useOwnWords(table);
  return (
    <Page title={t.stopTitle} unlisted>
      <form className="narrow-form" method="post">
        <h1>{t.stopTitle}</h1>
        {(isDone || stopped) && <output className="note">{stopped ? t.stopped : t.started}</output>}
        {!stopped && !isDone && <p className="lead">{t.stopLead}</p>}
        <p>
          {stopped ? (
            <button type="submit" name="do" value="start" className="plain-button">
              {t.start}
            </button>
          ) : (
            <button type="submit" name="List-Unsubscribe" value="One-Click">
              {t.stop}
            </button>
          )}
        </p>
      </form>
    </Page>
  );
}

export function mailConfirmPage(reader: Reader, confirmed: boolean): string {
  return render(reader, <Confirm confirmed={confirmed} />);
}

function Confirm({ confirmed }: { confirmed: boolean }): ReactNode {
  const t = useOwnWords(table);
  const address = useAddress();
  return (
    <Page title={t.confirmTitle} unlisted>
      <form className="narrow-form" method="post">
        <h1>{t.confirmTitle}</h1>
        {confirmed ? (
          <>
            <output className="note">{t.confirmed}</output>
            <p>
              <a href={address('/office')}>{t.office}</a>
            </p>
          </>
        ) : (
          <>
            <p className="lead">{t.confirmLead}</p>
            <p>
              <button type="submit">{t.confirm}</button>
            </p>
          </>
        )}
      </form>
    </Page>
  );
}
