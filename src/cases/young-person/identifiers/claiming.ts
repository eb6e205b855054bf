// Claims identifiers first and records them after; whatever stops in between is put right.
import type { CommandResult, CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CaseType } from '../../../kernel/decider.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { isOnwardError, isUnclear } from '../../../kernel/errors.js';
import type { DataOf, YoungPersonFact } from '../../../engine/person/domain/events.js';
import type { YoungPerson } from '../../../engine/person/domain/state.js';
import { youngPersonKind } from '../domain/person-kind.js';
import type { IdentifierRegistry } from './identifier-registry.js';

type Identifier = Pick<DataOf<'identifierAdded'>, 'identifierId' | 'kind'>;

/** A command on a young person, as their use cases carry it out. */
interface Asked<C> {
  readonly type: CaseType<C, YoungPerson, YoungPersonFact>;
  readonly id: string;
  readonly command: C;
  readonly ask: { readonly context: CommandContext };
}

/**
 * A crash between claim and record, or a store that did not answer, leaves a claim of this person: the command again (ids follow from its id)
 * finishes it.
 * A refusal gives back what this command was first to claim.
 */
export async function claimAndRun<C>(
  { type, id: personId, command, ask: { context } }: Asked<C>,
  identifiers: readonly Identifier[],
  runner: CommandRunner,
  registry: IdentifierRegistry,
): Promise<CommandResult> {
  if (identifiers.length === 0) return runner.run(type, personId, command, context);
  // What the person's own history refuses is refused before anything is claimed.
  const { state, before } = await runner.journal.load(type, personId, context.commandId);
  if (before.length === 0) type.decide(command, state);
  return claiming({ personId, context }, identifiers, { runner, registry }, () =>
    runner.run(type, personId, command, context),
  );
}

/** The same for whatever `record` says of a person, all of it or nothing, once it was decided that nothing refuses it. */
export async function claiming(
  { personId, context }: { readonly personId: string; readonly context: CommandContext },
  identifiers: readonly Identifier[],
  { runner, registry }: { readonly runner: CommandRunner; readonly registry: IdentifierRegistry },
  record: () => Promise<CommandResult>,
): Promise<CommandResult> {
  const fresh: Identifier[] = [];
  try {
    for (const identifier of identifiers)
      if (await registry.hold(identifier, personId, context)) fresh.push(identifier);
    return await record();
  } catch (error) {
    // A defect may have struck after the record was made, and a record that nobody knows of may be there or come yet: then the claim must stay.
    if (isOnwardError(error) && !isUnclear(error))
      await Promise.allSettled(fresh.map((one) => releaseUnlessHeld(runner, registry, personId, one, context)));
    throw error;
  }
}

/** What was never theirs is free for whoever it belongs to. */
export async function letGo(
  runner: CommandRunner,
  registry: IdentifierRegistry,
  personId: string,
  identifierId: string,
  context: CommandContext,
): Promise<void> {
  const { state } = await runner.journal.load(youngPersonKind, personId);
  const held = state.identifiers.find(({ id }) => id === identifierId);
  if (held) await releaseUnlessHeld(runner, registry, personId, { identifierId, kind: held.kind }, context);
}

/** Another command may have recorded the same identifier for the same person meanwhile. */
async function releaseUnlessHeld(
  runner: CommandRunner,
  registry: IdentifierRegistry,
  personId: string,
  identifier: Identifier,
  context: CommandContext,
): Promise<void> {
  const { state } = await runner.journal.load(youngPersonKind, personId);
  const held = state.identifiers.some(
    ({ id, supersededOn }) => id === identifier.identifierId && supersededOn === undefined,
  );
  if (!held) await registry.release(identifier, personId, context);
}
