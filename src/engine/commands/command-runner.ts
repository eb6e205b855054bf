// Carries out one command on one case: load, fold, decide, seal, append; again when someone else was quicker.
import type { CivilDate } from '../../kernel/calendar/civil-date.js';
import type { CaseType, Entries } from '../../kernel/decider.js';
import { streamOf } from '../../kernel/decider.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { conflict, isOnwardError, notKnown, notRecorded, OnwardError } from '../../kernel/errors.js';
import type { Fact } from '../../kernel/events.js';
import type { History } from '../../kernel/history.js';
import type { Envelope } from '../../store/codec.js';
import { eventIdOf, type Journal, type Loaded } from '../../store/journal.js';
import type { Position } from '../../store/port.js';
import { requireBorn } from '../person/require-born.js';
import { requireNotAfterDeath } from '../person/after-death.js';
import { recordedOf } from '../person/person-then.js';

/** What every command answers. */
export interface CommandResult {
  /** Id of the case (without the category). */
  readonly id: string;
  readonly stream: string;
  /** Revision of the case now: send it as If-Match with the next change. */
  readonly revision: number;
  /** Read models that have passed this position show the change. */
  readonly position: Position | undefined;
  /** What was recorded; empty when there was nothing to add. */
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

/** What was decided, and its recording. */
export interface Prepared<F extends Fact = Fact> {
  readonly facts: readonly F[];
  record(): Promise<void>;
}

/** Thrown at the end of a rehearsal: nothing refused it, and whatever would follow the recording does not. */
export class Rehearsed extends Error {}

/** How often a command without If-Match is decided anew after a conflict before it gives up. */
const attempts = 4;

/** What was recorded of the person that a case is about: read once for a command, when somebody asks. */
type OfPerson = () => Promise<readonly Envelope[]>;

/** What else is asked of the facts before they are recorded. */
type Require<F extends Fact> = (facts: readonly F[], ofPerson: OfPerson | undefined) => Promise<void>;

/** Which commands a case gets, in the light of its state: for loads, which say only what is not known yet. */
export type CommandsFor<C, S, F extends Fact = Fact> = (state: S, entries: Entries<F>) => readonly C[];

export class CommandRunner {
  constructor(readonly journal: Journal) {}

  /** One command on one case. Errors: what the decider refuses, and what cannot be after a death; `changed-by-someone-else` with If-Match; the store's. */
  run<C, S, F extends Fact>(
    type: CaseType<C, S, F>,
    id: string,
    command: C,
    context: CommandContext,
  ): Promise<CommandResult> {
    const { type: name } = command as { readonly type: string };
    return this.patiently(
      type,
      id,
      () => [command],
      context,
      (facts, ofPerson) => requireNotAfterDeath(type, { command: name, facts }, ofPerson),
    );
  }

  /** Several commands on one case as one append: all of them or none. Of the dead a file says what its own system has (REC-11). */
  runAll<C, S, F extends Fact>(
    type: CaseType<C, S, F>,
    id: string,
    commands: CommandsFor<C, S, F>,
    context: CommandContext,
  ): Promise<CommandResult> {
    return this.patiently(type, id, commands, context);
  }

  /**
   * `runAll` in two steps: decided and checked now, recorded when `record` is called; decided anew where the case has changed meanwhile.
   * For whoever must know that nothing refuses it before something else is recorded. `bornOn` is of a person who is not on record yet.
   */
  async prepare<C, S, F extends Fact>(
    type: CaseType<C, S, F>,
    id: string,
    commands: CommandsFor<C, S, F>,
    context: CommandContext,
    bornOn?: CivilDate,
  ): Promise<Prepared<F>> {
    const stream = streamOf(type.category, id);
    const { history, revision } = await this.journal.load(type, id);
    const { facts, state } = decideAll(type, history, commands, (index) => eventIdOf(context.commandId, stream, index));
    const subject = type.subjectOf(state, id);
    for (const fact of facts) this.journal.check(fact);
    await requireBorn(this.journal, facts, subject, { bornOn });
    const record = async (): Promise<void> => {
      if (facts.length === 0) return;
      try {
        await this.journal.append(stream, revision < 0 ? 'no_stream' : revision, facts, { ...context, subject });
      } catch (error) {
        if (!isOnwardError(error, 'changed-by-someone-else') && !isOnwardError(error, 'event-id-reused')) throw error;
        await this.runAll(type, id, commands, context);
      }
    };
    return { facts, record };
  }

  private async patiently<C, S, F extends Fact>(
    type: CaseType<C, S, F>,
    id: string,
    commands: CommandsFor<C, S, F>,
    context: CommandContext,
    require?: Require<F>,
  ): Promise<CommandResult> {
    let twins = false;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(type, id, commands, context, require);
      } catch (error) {
        if (twins && isOnwardError(error, 'store-unavailable')) throw notKnown('The store did not answer');
        // The same command at the same moment made the same ids with other bytes: its twin was first, and is found on the next look.
        const twin = isOnwardError(error, 'event-id-reused');
        twins ||= twin;
        const overtaken = isOnwardError(error, 'changed-by-someone-else') && context.expectedRevision === undefined;
        if (!(twin || overtaken) || attempt === attempts) throw error;
      }
    }
  }

  /** What `runAll` would record, without recording it. */
  async preview<C, S, F extends Fact>(
    type: CaseType<C, S, F>,
    id: string,
    commands: CommandsFor<C, S, F>,
  ): Promise<readonly F[]> {
    const loaded = await this.journal.load(type, id);
    const { facts, state } = decideAll(type, loaded.history, commands, (index) => `preview-${index}`);
    for (const fact of facts) this.journal.check(fact);
    await requireBorn(this.journal, facts, type.subjectOf(state, id));
    return facts;
  }

  private async once<C, S, F extends Fact>(
    type: CaseType<C, S, F>,
    id: string,
    commands: CommandsFor<C, S, F>,
    context: CommandContext,
    require?: Require<F>,
  ): Promise<CommandResult> {
    const stream = streamOf(type.category, id);
    const loaded = await this.journal.load(type, id, context.commandId).catch((error: unknown) => {
      throw notRecorded(error);
    });
    if (loaded.before.length > 0) {
      const answer = repeated(id, stream, loaded, context);
      stopRehearsal(context);
      return answer;
    }
    if (context.expectedRevision !== undefined && context.expectedRevision !== loaded.revision) {
      throw conflict(stream, context.expectedRevision, loaded.revision < 0 ? 'no_stream' : loaded.revision);
    }
    const { facts, state } = decideAll(type, loaded.history, commands, (index) =>
      eventIdOf(context.commandId, stream, index),
    );
    const subject = type.subjectOf(state, id);
    const ofPerson = subject === undefined ? undefined : this.personOf(subject);
    await requireBorn(this.journal, facts, subject, { recorded: ofPerson });
    await require?.(facts, ofPerson);
    stopRehearsal(context);
    if (facts.length === 0) return { id, stream, revision: loaded.revision, position: loaded.position, events: [] };
    const expected = loaded.revision < 0 ? 'no_stream' : loaded.revision;
    const appended = await this.journal.append(stream, expected, facts, {
      ...context,
      subject,
    });
    const events = facts.map((fact, index) => ({ id: appended.eventIds[index] ?? '', type: fact.type }));
    return { id, stream, revision: appended.revision, position: appended.position, events };
  }

  private personOf(subject: string): OfPerson {
    let read: Promise<readonly Envelope[]> | undefined;
    return () => (read ??= recordedOf(this.journal, subject));
  }
}

function stopRehearsal({ rehearsal }: CommandContext): void {
  if (rehearsal) throw new Rehearsed();
}

/** Each command is decided on what the ones before it left. */
function decideAll<C, S, F extends Fact>(
  type: CaseType<C, S, F>,
  recorded: History<S, F>,
  commands: CommandsFor<C, S, F>,
  idOf: (index: number) => string,
): { facts: F[]; state: S } {
  const facts: F[] = [];
  const history = recorded.fork();
  for (const command of commands(history.state, history)) {
    for (const fact of type.decide(command, history.state, history)) {
      history.take({ ...fact, id: idOf(facts.length), recordedAt: '' });
      facts.push(fact);
    }
  }
  return { facts, state: history.state };
}

/** The same command id again: the same answer, one set of events (trap 14). For other words it is an error. */
function repeated(
  id: string,
  stream: string,
  { before }: Pick<Loaded<unknown>, 'before'>,
  context: CommandContext,
): CommandResult {
  const first = before[0];
  const last = before[before.length - 1];
  if (!first || !last || first.metadata.commandDigest !== context.commandDigest) {
    throw new OnwardError('command-id-reused', {
      detail: 'This command id (Idempotency-Key) was used before for something else.',
      help: 'Send a new Idempotency-Key for a new command.',
    });
  }
  return {
    id,
    stream,
    revision: last.revision,
    position: last.position,
    events: before.map(({ id: eventId, type }) => ({ id: eventId, type })),
  };
}
