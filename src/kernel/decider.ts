// The whole contract of a case's domain: decide, evolve, and where a new case starts.
import type { OlderCorrections } from './corrections.js';
import type { EventDefinition, Fact, Recorded } from './events.js';

/** What was recorded of a case, for a decision that must choose among it, as a correction does. */
export interface Entries<F extends Fact = Fact> {
  /** Corrections too, in the order of recording. */
  readonly recorded: readonly (F & Recorded)[];
  /** The facts that stand, as they are corrected (REC-24). */
  readonly standing: readonly (F & Recorded)[];
}

/** What folding the streams of one category into a state needs: a decider's, or a view of its own. */
export interface Folding<State, F extends Fact = Fact> {
  /** First part of the stream's name: `ehcPlan` makes streams `ehcPlan-<id>`. No hyphen in it. */
  readonly category: string;
  readonly initial: State;
  /** What a fact changes. A correction is never folded: it changes which facts there are (`corrections.ts`). */
  evolve(state: State, event: F & Recorded): State;
  /** What many facts change, one after the other: for a state that copies what grows with the history, once instead of at each of them. */
  evolveAll?(state: State, events: readonly (F & Recorded)[]): State;
  /** Only for what was released before there were corrections of every kind of case. */
  readonly corrects?: OlderCorrections<never>;
  /** Where something of before stays known: the state after a correction, from the one before it and what stands now, folded anew. */
  corrected?(before: State, anew: State, event: F & Recorded): State;
}

/** Pure: no clock, no chance, no I/O. `decide` throws an `OnwardError` when a rule says no; an empty list means "nothing to add". */
export interface Decider<Command, State, F extends Fact = Fact> extends Folding<State, F> {
  /** `entries`: left out, nothing was recorded before. */
  decide(command: Command, state: State, entries?: Entries<F>): readonly F[];
}

/** What storing and reading the streams of one kind of case needs; its decisions stand with its use cases. */
export interface CaseKind<State, F extends Fact = Fact> extends Folding<State, F> {
  /** What a person calls it, for messages: "EHC plan". */
  readonly noun: string;
  readonly events: Readonly<Record<string, EventDefinition>>;
  /** Id of the young person whom the case is about; their key seals its personal fields. Undefined until the first fact. */
  subjectOf(state: State, id: string): string | undefined;
  /** The commands that may still be given after the death of whom the case is about, and what they may say then. Left out, any may (REC-11). */
  readonly afterDeath?: Readonly<Record<string, (fact: F) => boolean>>;
  /** Refuses, by an `OnwardError` and before anything is decided, what may not be asked of this kind of case as it stands. */
  require?(command: { readonly type: string }, state: State): void;
  /** Refuses, by an `OnwardError`, what no decision may say of this kind of case, such as dates that cannot both be right. */
  check?(command: { readonly type: string }, state: State, facts: readonly F[], entries: Entries<F>): void;
}

/** A kind of case with its decisions: a decider together with what storing and reading its streams needs. */
export interface CaseType<Command, State, F extends Fact = Fact>
  extends Decider<Command, State, F>, CaseKind<State, F> {}

/** Decisions by the type of their command. */
export type Decisions<State, F extends Fact> = Readonly<
  Record<string, (command: never, state: State, entries: Entries<F>) => readonly F[]>
>;

/** Whatever these decisions decide. */
export type CommandOf<D> = {
  [T in keyof D]: D[T] extends (command: infer C, state: never, entries: never) => unknown
    ? C & { readonly type: T }
    : never;
}[keyof D];

/** A kind of case with decisions that each know their own command. */
export const caseType = <State, F extends Fact, D extends Decisions<State, F>>(
  kind: CaseKind<State, F>,
  decisions: D,
): CaseType<CommandOf<D>, State, F> => ({
  ...kind,
  decide(command, state, entries = { recorded: [], standing: [] }) {
    const { type } = command as { readonly type: string };
    const decide = Object.hasOwn(decisions, type) ? decisions[type] : undefined;
    if (!decide) throw new Error(`Nothing decides ${type} for a ${kind.noun}`);
    kind.require?.({ type }, state);
    const facts = decide(command as never, state, entries);
    kind.check?.({ type }, state, facts, entries);
    return facts;
  },
});

export const streamOf = (category: string, id: string): string => `${category}-${id}`;

/** Splits at the first hyphen: `ehcPlan-9f…` is category `ehcPlan` and id `9f…`. */
export function parseStream(stream: string): { category: string; id: string } {
  const at = stream.indexOf('-');
  return { category: stream.slice(0, at), id: stream.slice(at + 1) };
}

/** Folds a history into a state. */
export const fold = <S, E>(evolve: (state: S, event: E) => S, initial: S, events: Iterable<E>): S => {
  let state = initial;
  for (const event of events) state = evolve(state, event);
  return state;
};
