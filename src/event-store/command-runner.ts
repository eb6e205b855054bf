// Carries out one command on one case: load, fold, decide, seal, append; again when someone else was quicker.
import type { CaseType } from '../kernel/decider.js';
import { fold, streamOf } from '../kernel/decider.js';
import type { CommandContext } from '../kernel/envelope.js';
import { conflict, isOnwardError, OnwardError } from '../kernel/errors.js';
import type { Fact } from '../kernel/events.js';
import type { Journal, Loaded } from './journal.js';
import type { Position } from './port.js';

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

/** How often a command without If-Match is decided anew after a conflict before it gives up. */
const attempts = 4;

export class CommandRunner {
  constructor(readonly journal: Journal) {}

  async run<C, S, F extends Fact>(type: CaseType<C, S, F>, id: string, command: C, context: CommandContext): Promise<CommandResult> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(type, id, command, context);
      } catch (error) {
        const retry = isOnwardError(error, 'changed-by-someone-else') && context.expectedRevision === undefined;
        if (!retry || attempt === attempts) throw error;
      }
    }
  }

  private async once<C, S, F extends Fact>(type: CaseType<C, S, F>, id: string, command: C, context: CommandContext): Promise<CommandResult> {
    const stream = streamOf(type.category, id);
    const loaded = await this.journal.load(type, id, context.commandId);
    if (loaded.before.length > 0) return repeated(id, stream, loaded, context);
    if (context.expectedRevision !== undefined && context.expectedRevision !== loaded.revision) {
      throw conflict(stream, context.expectedRevision, loaded.revision < 0 ? 'no_stream' : loaded.revision);
    }
    const facts = type.decide(command, loaded.state);
    if (facts.length === 0) return { id, stream, revision: loaded.revision, position: loaded.position, events: [] };
    const subject = subjectAfter(type, id, loaded.state, facts);
    const expected = loaded.revision < 0 ? 'no_stream' : loaded.revision;
    const appended = await this.journal.append(stream, expected, facts, { ...context, subject });
    const events = facts.map((fact, index) => ({ id: appended.eventIds[index] ?? '', type: fact.type }));
    return { id, stream, revision: appended.revision, position: appended.position, events };
  }
}

/** The subject may be named by the very facts that are being recorded. */
function subjectAfter<C, S, F extends Fact>(type: CaseType<C, S, F>, id: string, state: S, facts: readonly F[]): string {
  const known = type.subjectOf(state, id);
  if (known !== undefined) return known;
  const folded = fold(
    type.evolve,
    state,
    facts.map((fact) => ({ ...fact, id: '', recordedAt: '' })),
  );
  const subject = type.subjectOf(folded, id);
  if (subject === undefined) throw new Error(`${type.category}: the first fact of a case must name its young person`);
  return subject;
}

/** The same command id again: the same answer, one set of events (trap 14). For other words it is an error. */
function repeated<S>(id: string, stream: string, { before }: Loaded<S>, context: CommandContext): CommandResult {
  const first = before[0];
  const last = before[before.length - 1];
  if (!first || !last || first.metadata.commandDigest !== context.commandDigest) {
    throw new OnwardError('command-id-reused', {
      detail: 'This command id (Idempotency-Key) was used before for something else.',
      help: 'Send a new Idempotency-Key for a new command.',
    });
  }
  return { id, stream, revision: last.revision, position: last.position, events: before.map(({ id: eventId, type }) => ({ id: eventId, type })) };
}
