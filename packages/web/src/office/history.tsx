import type { ReactNode } from 'react';
import type { Message } from '@guankao/domain';
import { roleNames, type Noun, type Role } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { EventProof } from '../components/event-proof.tsx';
import { instant } from '../figures/years.ts';
import { useReader, type Reader } from '../reader.tsx';
import type { EventProofView } from '../views.ts';
import { changesBetween, type FieldChange } from './changes.ts';
import { MappingChange, type MappingNames } from './mapping-history.tsx';
import { OfficePage } from './office-page.tsx';
import type { OfficeFrame } from './views.ts';
import { useOfficeWords } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export interface HistoryView {
  readonly noun: Pick<Noun, 'fields' | 'machine'>;
  /** Where it is shown: its address without a language, and its name. */
  readonly of: { readonly path: string; readonly name: string };
  /** Where the API has it: each event's proof is below it. */
  readonly api: string;
  /** Oldest first. */
  readonly events: readonly HistoryEvent[];
  /** Of an account mapping: what its rows and accounts are called. */
  readonly mapped?: MappingNames;
}

interface HistoryEvent {
  readonly number: number;
  readonly at: Date;
  readonly kind: string;
  readonly actor: string;
  readonly role: string;
  readonly reason: string | null;
  readonly payload: unknown;
  readonly proof: EventProofView | null;
}

/** All that happened to a record: who, in which role, when, from which document, what before and what after. */
export function historyPage(reader: Reader, frame: OfficeFrame, view: HistoryView): string {
  return render(reader, <HistoryPage frame={frame} view={view} />);
}

function HistoryPage({ frame, view }: { frame: OfficeFrame; view: HistoryView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const title = `${t.history}${punctuation.colon}${view.of.name}`;
  return (
    <OfficePage actor={frame.actor} title={title} crumbs={[{ path: '/office', name: t.office }, view.of]}>
      <h1>{title}</h1>
      <p className="lead">{t.historyLead(view.events.length)}</p>
      <ol className="history" reversed>
        {view.events.toReversed().map((event) => (
          <Happened key={event.number} event={event} view={view} frame={frame} />
        ))}
      </ol>
    </OfficePage>
  );
}

function Happened({
  event,
  view: { noun, api, mapped },
  frame,
}: {
  event: HistoryEvent;
  view: HistoryView;
  frame: OfficeFrame;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOfficeWords();
  const { locale } = useReader();
  const { at, kind, actor, role, reason, number } = event;
  const { document, move, from, to, remarks, before, after, successors } = partsOf(event.payload);
  const states = noun.machine?.labels as Readonly<Record<string, Message>> | undefined;
  const moved = noun.machine?.moves.find(({ name }) => name === move);
  const roleName = role in roleNames[locale] ? roleNames[locale][role as Role] : role;
  return (
    <li value={number}>
      <p>
        <b>{moved === undefined ? (t.happened[kind] ?? kind) : moved.label[locale]}</b>
        {punctuation.gap}
        {actor}
        {punctuation.open}
        {roleName}
        {punctuation.close}
        {punctuation.gap}
        <time dateTime={at.toISOString()}>{instant(at.toISOString(), locale)}</time>
      </p>
      {typeof from === 'string' && typeof to === 'string' && (
        <p>
          {states?.[from]?.[locale] ?? from} → {states?.[to]?.[locale] ?? to}
        </p>
      )}
      {reason !== null && (
        <p>
          {t.reasonGiven}
          {punctuation.colon}
          {reason}
        </p>
      )}
      {typeof document === 'string' && (
        <p>
          {t.fromDocument}
          {punctuation.colon}
          {document}
        </p>
      )}
      {remarks.map((text) => (
        <blockquote key={text}>{text}</blockquote>
      ))}
      {successors.length > 0 && (
        <p>
          {t.goesOnIn}
          {successors.join(punctuation.list)}
        </p>
      )}
      {mapped === undefined ? (
        <Changes changes={changesBetween(before, after)} noun={noun} frame={frame} />
      ) : (
        <MappingChange event={event as Parameters<typeof MappingChange>[0]['event']} names={mapped} />
      )}
      <EventProof proof={event.proof} download={`${api}/${number}/proof`} />
    </li>
  );
}

/** What of a payload the page shows; events of older programs lack some of it. */
function partsOf(payload: unknown) {
  const { document, move, from, to, before, after, remarks, successors } = payload as Readonly<Record<string, unknown>>;
  const said = Array.isArray(remarks) ? remarks.map((remark: { readonly text?: unknown }) => String(remark.text)) : [];
  const following = Array.isArray(successors) ? successors.map(String) : [];
  return { document, move, from, to, before, after, remarks: said, successors: following };
}

function Changes({
  changes,
  noun,
  frame,
}: {
  changes: readonly FieldChange[];
  noun: HistoryView['noun'];
  frame: OfficeFrame;
}): ReactNode {
  const t = useOfficeWords();
  const { locale } = useReader();
  if (changes.length === 0) return null;
  const nameOf = ({ path }: FieldChange) =>
    path.map((name) => noun.fields[name]?.label[locale] ?? t.historyFields[name] ?? name).join(' › ');
  // An agency is shown by its name.
  const said = ({ path }: FieldChange, value: string | null) =>
    (path.at(-1) === 'agency' ? frame.agencies.find(({ id }) => id === value)?.name : undefined) ?? value ?? '—';
  return (
    <div className="table-frame">
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t.changedField}</th>
            <th scope="col">{t.changedFrom}</th>
            <th scope="col">{t.changedTo}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.path.join('.')}>
              <th scope="row">{nameOf(change)}</th>
              <td className="said" data-label={t.changedFrom}>
                {said(change, change.before)}
              </td>
              <td className="said" data-label={t.changedTo}>
                {said(change, change.after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
