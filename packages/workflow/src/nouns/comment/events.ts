import type { ActingFor } from '../../actors.ts';
import type { Changed } from '../../noun.ts';
import type { CommentRecord } from './comment.ts';

type Account = CommentRecord['mentions'][number];

/** What happened to a comment. Nothing of it is ever taken away. */
export type CommentEvent =
  | Happening<'comment-written', { readonly comment: CommentRecord }>
  | Happening<
      'comment-answered',
      {
        readonly text: string;
        readonly by: string;
        readonly account?: string;
        readonly at: string;
        readonly mentions: readonly Account[];
      }
    >
  | Happening<'comment-assigned', Changed<Account | null>>
  | Happening<'comment-resolved' | 'comment-reopened', { readonly by: string; readonly at: string }>;

interface Happening<Kind extends string, Payload> {
  readonly kind: Kind;
  readonly subject: string;
  readonly payload: Payload;
  readonly actingFor?: ActingFor;
}

/** A comment after an event. */
export function applyToComment(before: CommentRecord | null, event: CommentEvent): CommentRecord {
  if (event.kind === 'comment-written') return event.payload.comment;
  if (before === null) throw new Error(`${event.kind} before the comment ${event.subject} was written`);
  const next = { ...before, version: before.version + 1 };
  switch (event.kind) {
    case 'comment-answered': {
      const { text, by, account, at, mentions } = event.payload;
      const known = new Set(before.mentions.map((one) => one.account));
      return {
        ...next,
        replies: [...before.replies, { text, by, ...(account === undefined ? {} : { account }), at }],
        mentions: [...before.mentions, ...mentions.filter((one) => !known.has(one.account))],
      };
    }
    case 'comment-assigned':
      return { ...next, assignee: event.payload.after };
    case 'comment-resolved':
      return { ...next, state: 'resolved', closed: { by: event.payload.by, at: event.payload.at } };
    case 'comment-reopened':
      return { ...next, state: 'open', closed: null };
  }
}
