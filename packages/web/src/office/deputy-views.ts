import type { Deputyship, DeputyStanding, Grant } from '@guankao/workflow';

export interface DeputyLine {
  readonly deputyship: Deputyship;
  readonly standing: DeputyStanding;
  readonly mayRevoke: boolean;
}

export interface Colleague {
  readonly login: string;
  readonly name: string;
}

export interface DeputiesView {
  /** Newest first. */
  readonly lines: readonly DeputyLine[];
  /** What can be handed over, and to whom; null: the reader acts for somebody, and names nobody. */
  readonly form: {
    /** null: the reader. */
    readonly principal: Colleague | null;
    readonly grants: readonly Grant[];
    readonly colleagues: readonly Colleague[];
  } | null;
  /** For whom an administrator may name one; empty for everybody else. */
  readonly principals: readonly Colleague[];
}
