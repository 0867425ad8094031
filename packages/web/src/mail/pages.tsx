import type { ReactNode } from 'react';
import type { Notice, NoticeRule } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { OfficePage } from '../office/office-page.tsx';
import { Reason, RefusalNote, RefusedPage, useReason, useTyped, type Refused } from '../office/refused.tsx';
import type { OfficeFrame } from '../office/views.ts';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import { NoticeList } from './notice-list.tsx';
import { mailWords } from './page-words.ts';

export interface NoticesView {
  /** The most urgent first. */
  readonly notices: readonly Notice[];
  /** By which they are given. */
  readonly rule: NoticeRule;
}

export function noticesPage(reader: Reader, frame: OfficeFrame, view: NoticesView): string {
  return render(reader, <Notices frame={frame} view={view} />);
}

function Notices({ frame, view: { notices, rule } }: { frame: OfficeFrame; view: NoticesView }): ReactNode {
  const t = useOwnWords(mailWords);
  const address = useAddress();
  return (
    <OfficePage actor={frame.actor} title={t.notices}>
      <h1>{t.notices}</h1>
      <p className="lead">{t.noticesLead}</p>
      {notices.length === 0 ? <p>{t.noNotices}</p> : <NoticeList notices={notices} level="h2" />}
      <p className="hint">{t.days(rule)}</p>
      <p className="office-links">
        <a href={address('/office/me/mail')}>{t.ownMail}</a>
      </p>
    </OfficePage>
  );
}

export interface OwnMailView {
  /** Whether mail is set up here. */
  readonly on: boolean;
  /** null: no mail goes to this person. */
  readonly person: {
    readonly address: string;
    readonly locale: 'zh-Hant' | 'en';
    readonly confirmed: boolean;
    readonly stopped: boolean;
    /** The server’s words. */
    readonly refused: string | null;
  } | null;
  /** What no mail told yet: the next one would. */
  readonly next: readonly Notice[];
  readonly saved: boolean;
}

/** Where one’s own notices go by mail. */
export function ownMailPage(reader: Reader, frame: OfficeFrame, view: OwnMailView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <OwnMail frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function OwnMail({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: OwnMailView;
  refused: Refused | null;
}): ReactNode {
  const t = useOwnWords(mailWords);
  const { me, office } = { me: t.ownAccount, office: t.office };
  return (
    <OfficePage
      actor={frame.actor}
      title={t.ownMail}
      crumbs={[
        { path: '/office', name: office },
        { path: '/office/me', name: me },
      ]}
    >
      <h1>{t.ownMail}</h1>
      <p className="lead">{t.ownMailLead}</p>
      <RefusalNote refused={refused} />
      {view.saved && <output className="note">{t.saved}</output>}
      {!view.on && <p className="note">{t.off}</p>}
      {view.person !== null && <Standing person={view.person} />}
      {view.on && <AddressForm view={view} />}
      {view.person !== null && <Buttons stopped={view.person.stopped} />}
      <section aria-labelledby="next-mail">
        <h2 id="next-mail">{t.next}</h2>
        {view.next.length === 0 ? <p>{t.nothingNext}</p> : <NoticeList notices={view.next} level="h3" />}
      </section>
    </OfficePage>
  );
}

function Standing({ person }: { person: NonNullable<OwnMailView['person']> }): ReactNode {
  const t = useOwnWords(mailWords);
  const said =
    person.refused !== null
      ? t.isRefused
      : person.confirmed
        ? person.stopped
          ? t.isStopped
          : t.isSent
        : t.isToConfirm;
  return (
    <dl className="facts-list">
      <dt>{t.address}</dt>
      <dd>{person.address}</dd>
      <dt>{t.state}</dt>
      <dd>
        {said}
        {person.refused !== null && (
          <>
            {' '}
            <q lang="en">{person.refused}</q>
          </>
        )}
      </dd>
    </dl>
  );
}

function AddressForm({ view: { person } }: { view: OwnMailView }): ReactNode {
  const t = useOwnWords(mailWords);
  const { locale } = useReader();
  const address = useAddress();
  const [typed, reason] = [useTyped('mail'), useReason('mail')];
  const chosen = typed('locale', person?.locale ?? locale);
  return (
    <form className="office-form" method="post" action={address('/office/me/mail')}>
      <h2>{person === null ? t.setAddress : t.changeAddress}</h2>
      <p className="field">
        <label htmlFor="address">{t.address}</label>
        <input
          id="address"
          name="address"
          type="text"
          inputMode="email"
          autoComplete="email"
          required
          size={40}
          maxLength={300}
          defaultValue={typed('address', person?.address ?? '')}
          {...reason('address')}
        />
        <Reason form="mail" of="address" />
      </p>
      <fieldset>
        <legend>{t.language}</legend>
        {(['zh-Hant', 'en'] as const).map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="locale" value={one} defaultChecked={chosen === one} />{' '}
            <span lang={one}>{one === 'en' ? 'English' : '中文'}</span>
          </label>
        ))}
      </fieldset>
      <p className="hint">{t.confirmHint}</p>
      <p>
        <button type="submit" name="do" value="set">
          {t.save}
        </button>
      </p>
    </form>
  );
}

function Buttons({ stopped }: { stopped: boolean }): ReactNode {
  const t = useOwnWords(mailWords);
  const address = useAddress();
  return (
    <form method="post" action={address('/office/me/mail')} className="office-links">
      <button className="plain-button" name="do" value={stopped ? 'start' : 'stop'}>
        {stopped ? t.start : t.stop}
      </button>{' '}
      <button className="plain-button" name="do" value="drop">
        {t.drop}
      </button>
    </form>
  );
}
