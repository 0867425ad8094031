import type { ReactNode } from 'react';
import { commentedFields, longestText, type CommentRecord, type RowRecord } from '@guankao/workflow';
import { render } from '../components/document.tsx';
import { instant } from '../figures/years.ts';
import { useAddress, useOwnWords, useReader, type Reader } from '../reader.tsx';
import { useRuleTitle } from '../rule-names.ts';
import { commentWords } from './comment-words.ts';
import { OfficePage, useYearCrumbs } from './office-page.tsx';
import { Reason, RefusalNote, RefusedPage, useReason, useTyped, type Refused } from './refused.tsx';
import { Once, Shown } from './shown.tsx';
import type { OfficeFrame, OwnComment } from './views.ts';
import { fieldLabels, useRowName } from './words.ts';
import { usePunctuation } from '../words/punctuation.ts';

export interface CommentsView {
  readonly row: RowRecord;
  /** Open ones first, then newest first. */
  readonly comments: readonly CommentRecord[];
  /** Rules whose findings the row has. */
  readonly findings: readonly string[];
  readonly workPlan: boolean;
  /** Last months of the periods that were reported. */
  readonly reports: readonly number[];
  /** Those who may see the row. */
  readonly people: readonly { readonly login: string; readonly name: string }[];
  /** What the form is about at first. */
  readonly on: string;
  /** The comment whose form was refused. */
  readonly refusedOf: string | null;
}

export function commentsPage(reader: Reader, frame: OfficeFrame, view: CommentsView, refused: Refused | null): string {
  return render(
    reader,
    <RefusedPage refused={refused}>
      <Comments frame={frame} view={view} refused={refused} />
    </RefusedPage>,
  );
}

function Comments({
  frame,
  view,
  refused,
}: {
  frame: OfficeFrame;
  view: CommentsView;
  refused: Refused | null;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(commentWords);
  const rowName = useRowName();
  const { row, comments } = view;
  const crumbs = [...useYearCrumbs(row.year), { path: rowPath(row.id), name: rowName(row) }];
  const title = `${t.title}${punctuation.colon}${rowName(row)}`;
  return (
    <OfficePage actor={frame.actor} title={title} crumbs={crumbs}>
      <h1>{title}</h1>
      <p className="lead">{t.lead}</p>
      <RefusalNote refused={refused} />
      {comments.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ol className="comments">
          {comments.map((comment) => (
            <Thread key={comment.id} comment={comment} view={view} />
          ))}
        </ol>
      )}
      <WriteForm view={view} />
    </OfficePage>
  );
}

function rowPath(row: string): string {
  return `/office/rows/${encodeURIComponent(row)}`;
}

/** What a comment is about, in words. */
function usePlaceName(): (on: CommentRecord['on']) => string {
  const punctuation = usePunctuation();
  const t = useOwnWords(commentWords);
  const { locale } = useReader();
  const title = useRuleTitle();
  return ({ noun, id, field, finding }) => {
    if (noun === 'work-plan') return t.workPlan;
    if (noun === 'periodic-report') return t.report(Number(id.slice(-2)));
    const place = field === null ? t.wholeRow : fieldLabels[locale][field];
    return finding === null ? place : `${place}${punctuation.gap}${t.finding(title(finding))}`;
  };
}

function Thread({ comment, view }: { comment: CommentRecord; view: CommentsView }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(commentWords);
  const { locale } = useReader();
  const address = useAddress();
  const placeName = usePlaceName();
  const { id, state, text, by, at, replies, mentions, assignee, on } = comment;
  const [typed, reason] = [useTyped('do'), useReason('do')];
  const isRefused = view.refusedOf === id;
  const field = (name: string) => `${name}-${id.replace(':', '-')}`;
  return (
    <li id={field('comment')} className={`comment comment-${state}`}>
      <h2>
        {placeName(on)}
        {punctuation.gap}
        <span className="facts">{t[state]}</span>
      </h2>
      <p className="said">{text}</p>
      <p className="hint">
        {by}
        {punctuation.gap}
        {instant(at, locale)}
        {punctuation.gap}
        <a
          href={address(`${rowPath(on.row)}/comments/${encodeURIComponent(id)}/history`)}
          aria-label={`${t.history}${punctuation.colon}${by} ${instant(at, locale)}`}
        >
          {t.history}
        </a>
      </p>
      {(assignee !== null || mentions.length > 0) && (
        <p className="facts">
          {assignee === null ? '' : `${t.assignee}${punctuation.colon}${assignee.name}${punctuation.gap}`}
          {mentions.length === 0
            ? ''
            : `${t.mentions}${punctuation.colon}${mentions.map(({ name }) => name).join(punctuation.list)}`}
        </p>
      )}
      {replies.map((reply) => (
        <blockquote key={reply.at + reply.text}>
          <p className="said">{reply.text}</p>
          <p className="hint">
            {reply.by}
            {punctuation.gap}
            {instant(reply.at, locale)}
          </p>
        </blockquote>
      ))}
      <details open={isRefused}>
        <summary>{`${t.answer}${punctuation.list}${t.assign}${punctuation.list}${state === 'open' ? t.resolve : t.reopen}`}</summary>
        <form
          className="office-form"
          method="post"
          action={address(`${rowPath(on.row)}/comments/${encodeURIComponent(id)}/do`)}
        >
          <Shown version={comment.version} />
          <p className="field">
            <label htmlFor={field('text')}>{t.answerText}</label>
            <textarea
              id={field('text')}
              name="text"
              rows={3}
              maxLength={longestText}
              defaultValue={isRefused ? typed('text') : ''}
              {...(isRefused ? reason('text') : {})}
            />
            {isRefused && <Reason form="do" of="text" />}
          </p>
          <p className="field">
            <label htmlFor={field('assignee')}>{t.assignee}</label>
            <PersonChoice
              id={field('assignee')}
              people={view.people}
              chosen={isRefused ? typed('assignee', assignee?.login) : (assignee?.login ?? '')}
            />
            {isRefused && <Reason form="do" of="assignee" />}
          </p>
          <p>
            <button type="submit" name="do" value="answer">
              {t.answer}
            </button>{' '}
            <button className="plain-button" name="do" value="assign">
              {t.assign}
            </button>{' '}
            <button className="plain-button" name="do" value={state === 'open' ? 'resolve' : 'reopen'}>
              {state === 'open' ? t.resolve : t.reopen}
            </button>
          </p>
        </form>
      </details>
    </li>
  );
}

function PersonChoice({
  id,
  people,
  chosen,
}: {
  id: string;
  people: CommentsView['people'];
  chosen: string;
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(commentWords);
  return (
    <select id={id} name="assignee" defaultValue={chosen}>
      <option value="">{t.nobody}</option>
      {people.map(({ login, name }) => (
        <option key={login} value={login}>
          {name}
          {punctuation.open}
          {login}
          {punctuation.close}
        </option>
      ))}
    </select>
  );
}

function WriteForm({ view }: { view: CommentsView }): ReactNode {
  const t = useOwnWords(commentWords);
  const { locale } = useReader();
  const title = useRuleTitle();
  const address = useAddress();
  const [typed, reason] = [useTyped('comments'), useReason('comments')];
  const places: readonly (readonly [string, string])[] = [
    ['row', t.wholeRow],
    ...commentedFields.map((field): [string, string] => [`row ${field}`, fieldLabels[locale][field]]),
    ...view.findings.map((rule): [string, string] => [`finding ${rule}`, t.finding(title(rule))]),
    ...(view.workPlan ? [['work-plan', t.workPlan] as const] : []),
    ...view.reports.map((month): [string, string] => [`report ${month}`, t.report(month)]),
  ];
  return (
    <form id="write" className="office-form" method="post" action={address(`${rowPath(view.row.id)}/comments`)}>
      <h2>{t.write}</h2>
      <Once />
      <p className="field">
        <label htmlFor="on">{t.place}</label>
        <select id="on" name="on" defaultValue={typed('on', view.on)}>
          {places.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor="text">{t.text}</label>
        <textarea
          id="text"
          name="text"
          rows={4}
          required
          maxLength={longestText}
          defaultValue={typed('text')}
          {...reason('text')}
        />
        <Reason form="comments" of="text" />
      </p>
      <p className="field">
        <label htmlFor="assignee">{t.assignee}</label>
        <PersonChoice id="assignee" people={view.people} chosen={typed('assignee')} />
        <Reason form="comments" of="assignee" />
      </p>
      <p>
        <button type="submit">{t.write}</button>
      </p>
    </form>
  );
}

/** Beside a field of the row: how many there are, the open ones first, and the way to write one. */
export function CommentsBeside({
  row,
  field,
  comments,
}: {
  row: string;
  field: CommentRecord['on']['field'];
  comments: readonly CommentRecord[];
}): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(commentWords);
  const { locale } = useReader();
  const address = useAddress();
  const here = comments.filter(({ on }) => on.noun === 'row' && on.field === field);
  const path = address(`${rowPath(row)}/comments?on=${encodeURIComponent(field === null ? 'row' : `row ${field}`)}`);
  const place = field === null ? t.wholeRow : fieldLabels[locale][field];
  if (here.length === 0)
    return (
      <p className="comments-beside">
        <a href={`${path}#write`} aria-label={`${t.write}${punctuation.colon}${place}`}>
          {t.write}
        </a>
      </p>
    );
  return (
    <details className="comments-beside">
      <summary>{t.count(here.length, here.filter(({ state }) => state === 'open').length)}</summary>
      <ul aria-label={`${t.title}${punctuation.colon}${place}`}>
        {here.map(({ id, text, by, at, state }) => (
          <li key={id}>
            {t[state]}
            {punctuation.gap}
            <span className="said">{text}</span>
            {punctuation.gap}
            <span className="hint">
              {by} {instant(at, locale)}
            </span>
          </li>
        ))}
      </ul>
      <a href={path} aria-label={`${t.writeHere}${punctuation.colon}${place}`}>
        {t.writeHere}
      </a>
    </details>
  );
}

/** On the workbench: what is open and assigned to its reader, or names them. */
export function OwnComments({ comments }: { comments: readonly OwnComment[] }): ReactNode {
  const punctuation = usePunctuation();
  const t = useOwnWords(commentWords);
  const address = useAddress();
  const placeName = usePlaceName();
  if (comments.length === 0) return null;
  return (
    <section aria-labelledby="own-comments">
      <h2 id="own-comments">{t.mine}</h2>
      <ul>
        {comments.map(({ comment: { id, on, text, by }, row }) => (
          <li key={id}>
            <a href={address(`${rowPath(on.row)}/comments#comment-${id.replace(':', '-')}`)}>
              {row}
              {punctuation.gap}
              {placeName(on)}
            </a>
            {punctuation.gap}
            <span className="said">{text.length > 80 ? `${text.slice(0, 80)}…` : text}</span>
            {punctuation.gap}
            <span className="hint">{by}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
