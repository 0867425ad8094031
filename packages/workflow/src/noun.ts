import type { Message, Refusal } from '@guankao/domain';
import type { Static, TSchema } from '@sinclair/typebox';
import type { ActingFor, Actor, Person, Role } from './actors.ts';
import type { Context } from './context.ts';
import type { Fields } from './fields.ts';
import type { Machine } from './machine.ts';
import type { Policy } from './policy.ts';
import type { DeepReadonly } from './schema.ts';

/** An event as a command decides it: the journal adds who, in which role, when and why. */
export interface NewHappening {
  readonly kind: string;
  readonly subject: string;
  readonly payload: unknown;
  /** Whose deputy did it: the runner says so, no command. */
  readonly actingFor?: ActingFor;
}

/** What an event that changes a value holds. */
export interface Changed<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** Every record has these. */
export interface AnyRecord {
  readonly id: string;
  /** Rises by one with every event: who saves an older one is shown the difference. */
  readonly version: number;
}

/** What a record is found and listed by. */
interface Place {
  /** Id of the record that it belongs to: a row's year. */
  readonly parent: string | null;
  readonly agency: string | null;
  readonly position: number;
  readonly state: string;
}

/** What a command is called with, beside its input. */
export interface Call extends Context {
  /** The version that was shown; null for what does not exist yet. */
  readonly shown: number | null;
  /** The records of `command.with` that belong to the subject, in their order. */
  readonly children: readonly AnyRecord[];
  /** The records that `command.beside` names, as they stand, in its order. */
  readonly beside: readonly AnyRecord[];
  /** What was found out before the transaction, where `command.prepares` says so. */
  readonly facts: unknown;
  /** Everybody with an account, where `command.people` asks for them. */
  readonly people?: readonly Person[];
  /** How many records of the noun there will be with this one, where `command.numbered` asks for it. */
  readonly number?: number;
  /** All records of the noun, where `command.siblings` asks for them. */
  readonly siblings?: readonly AnyRecord[];
}

/**
 * One thing that can be done to a record of a noun. There is no other way to change one: the API and the pages' forms
 * are two adapters of the same list.
 */
export interface Command<Subject = AnyRecord | null, Input = unknown> {
  /** save-texts: its address under the noun. */
  readonly name: string;
  readonly label: Message;
  /** The action of the noun's policy that it asks for. */
  readonly may: string;
  /** The role in which it is done, as the event tells. */
  readonly as: (input: Input, by: { readonly subject: Subject; readonly actor: Actor }) => Role;
  readonly input: TSchema;
  /** The noun whose records under the subject are decided together with it. */
  readonly with?: string;
  /**
   * Records of other nouns that it is decided from, read in the same transaction: a work plan's row. To whoever may not
   * read one, it is not there.
   */
  readonly beside?: readonly Beside<Subject, Input>[];
  /** It is decided from the accounts as they stand, read in the same transaction. */
  readonly people?: true;
  /** The record that it makes is called by its number, from 1. */
  readonly numbered?: true;
  /** It is decided from all records of the noun, read likewise. */
  readonly siblings?: true;
  /** It makes the record: what the policy is asked about, since there is no record yet. */
  readonly creates?: (input: Input, beside: readonly AnyRecord[]) => object;
  /** Its `facts` are found out before, by a route of its own; it has no address made from the list. */
  readonly prepared?: boolean;
  /** What is said where the record that it would make is there already. */
  readonly alreadyThere?: (id: string) => Refusal;
  /** Why, where the input says so; it stands on the event. */
  readonly reason?: (input: Input) => string | null;
  /** What happens, or a Refusal. Nothing where it would change nothing: a double submit does nothing twice. */
  readonly decide: (subject: Subject, input: Input, call: Call) => readonly NewHappening[];
}

interface Beside<Subject, Input> {
  readonly noun: string | ((subject: Subject, input: Input) => string);
  /** `before`: those that stand before it in the list. */
  readonly id: (subject: Subject, input: Input, before: readonly AnyRecord[]) => string;
  /** There may be none, or one that may not be read: it is then left out. Stands after those that must be there. */
  readonly optional?: true;
}

/** A thing that the record holds: its fields, who may what, its life, what can happen to it and be done to it. */
export interface Noun {
  /** row */
  readonly name: string;
  /** rows: in addresses. */
  readonly plural: string;
  readonly label: Message;
  readonly record: TSchema;
  /** The fields that people write, by name; how each is read from a record stands in `values`. */
  readonly fields: Fields;
  readonly values: (record: AnyRecord) => Readonly<Record<string, unknown>>;
  readonly machine: Machine<string, string> | null;
  readonly policy: Policy<AnyRecord, string>;
  /** Kinds of its events. */
  readonly kinds: readonly string[];
  /** Folding a subject's events from the first gives its current state. */
  readonly apply: (before: AnyRecord | null, event: NewHappening) => AnyRecord;
  readonly placeOf: (record: AnyRecord) => Place;
  /**
   * The record that it is about: to whoever may not read that one, this is not there either, and it is of the agency that
   * has that one now.
   */
  readonly standsOn?: (record: AnyRecord) => { readonly noun: string; readonly id: string };
  /** It was undone: it can be made anew under its id. */
  readonly isGone?: (record: AnyRecord) => boolean;
  readonly commands: readonly Command[];
}

interface NounOf<Rec extends AnyRecord, Event extends NewHappening> {
  readonly name: string;
  readonly plural: string;
  readonly label: Message;
  readonly record: TSchema;
  readonly fields: Fields;
  readonly values: (record: Rec) => Readonly<Record<string, unknown>>;
  // A machine and a policy know their own states and actions; to the runner they are strings.
  readonly machine: object | null;
  readonly policy: object;
  readonly kinds: readonly Event['kind'][];
  readonly apply: (before: Rec | null, event: Event) => Rec;
  readonly placeOf: (record: Rec) => Place;
  readonly standsOn?: (record: Rec) => { readonly noun: string; readonly id: string };
  readonly isGone?: (record: Rec) => boolean;
  readonly commands: readonly Command[];
}

/** A noun with its own types inside and none outside: the runner hands it only what its own events made. */
export function defineNoun<Rec extends AnyRecord, Event extends NewHappening>(noun: NounOf<Rec, Event>): Noun {
  return noun as unknown as Noun;
}

/** A command with its own types inside. Its input is what its schema lets through. */
export function defineCommand<Rec extends AnyRecord | null, const Schema extends TSchema>(
  command: Omit<Command<Rec, DeepReadonly<Static<Schema>>>, 'input'> & { readonly input: Schema },
): Command {
  return command as unknown as Command;
}

export function commandOf(noun: Noun, name: string): Command | undefined {
  return noun.commands.find((command) => command.name === name);
}
