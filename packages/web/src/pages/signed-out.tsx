import type { ReactNode } from 'react';
import { Page, render } from '../components/document.tsx';
import { useAddress, useOwnWords, type Reader } from '../reader.tsx';
import { both } from '../words/words.ts';

/** A form that was sent when nobody was signed in any more. */
export interface SentForm {
  /** Where it was sent to, with its language. */
  readonly action: string;
  /** As it was sent, without passwords; a name may come more than once. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const table = {
  title: both('登入已結束', 'You are no longer signed in'),
  lead: both(
    '送出時登入已經結束（一段時間沒有使用，或已登出），沒有執行。',
    'You were no longer signed in when this was sent (unused for a while, or signed out). Nothing was done.',
  ),
  kept: both(
    '您輸入的內容都在這一頁：請在新分頁登入，再回到這裡按「再送一次」。檔案與密碼要重新選擇、重新輸入。',
    'All that you typed is on this page: sign in in a new tab, come back here and press “Send again”. Files and passwords are to be given anew.',
  ),
  signIn: both('在新分頁登入', 'Sign in, in a new tab'),
  sendAgain: both('再送一次', 'Send again'),
  typed: both('您輸入的內容', 'What you typed'),
  field: both(
    (number: number) => `第 ${number} 欄`,
    (number: number) => `Field ${number}`,
  ),
};

/** All that was typed, to be sent again once somebody has signed in. `form` null: there was nothing to keep. */
export function signedOutPage(reader: Reader, form: SentForm | null): string {
  return render(reader, <SignedOut form={form} />);
}

function SignedOut({ form }: { form: SentForm | null }): ReactNode {
  const t = useOwnWords(table);
  const address = useAddress();
  return (
    <Page title={t.title} unlisted>
      <div className="problem">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
        {form !== null && <p>{t.kept}</p>}
        <p>
          <a href={address('/sign-in?next=/office')} target="_blank" rel="noopener">
            {t.signIn}
          </a>
        </p>
        {form !== null && <Again form={form} />}
      </div>
    </Page>
  );
}

/** What people write in words is shown, to be copied if nothing else helps; the rest goes along unseen. */
const inWords = /[\s\p{Script=Han}]/u;

/** In the order in which it was sent: of fields of one name, the order says which row they are of. */
function Again({ form: { action, fields } }: { form: SentForm }): ReactNode {
  const t = useOwnWords(table);
  const shown = fields.filter(([, value]) => inWords.test(value));
  return (
    <form className="office-form" method="post" action={action}>
      <h2>{t.typed}</h2>
      {fields.map((field, at) => {
        const [name, value] = field;
        const key = `${name}-${at}`;
        if (!inWords.test(value)) return <input key={key} type="hidden" name={name} value={value} />;
        return (
          <p key={key} className="field">
            <label htmlFor={key}>{t.field(shown.indexOf(field) + 1)}</label>
            <textarea id={key} name={name} lang="zh-Hant" rows={value.length > 60 ? 5 : 1} defaultValue={value} />
          </p>
        );
      })}
      <p>
        <button type="submit">{t.sendAgain}</button>
      </p>
    </form>
  );
}
