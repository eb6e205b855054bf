// Claims identifiers first and records them after; whatever stops in between is put right.
import type { CommandResult, CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { isOnwardError } from '../../../kernel/errors.js';
import type { YoungPersonCommand } from '../domain/command.js';
import { youngPerson } from '../domain/decide.js';
import type { DataOf } from '../../../engine/person/domain/events.js';
import type { IdentifierRegistry } from './identifier-registry.js';

type Identifier = Pick<DataOf<'identifierAdded'>, 'identifierId' | 'kind'>;

/**
 * A crash between claim and record leaves a claim of this person: the command again (ids follow from its id) finishes it.
 * A refusal gives back what this command was first to claim.
 */
export async function claimAndRun(
  runner: CommandRunner,
  registry: IdentifierRegistry,
  personId: string,
  command: YoungPersonCommand,
  identifiers: readonly Identifier[],
  context: CommandContext,
): Promise<CommandResult> {
  // What the person's own history refuses is refused before anything is claimed.
  const { state, before } = await runner.journal.load(youngPerson, personId, context.commandId);
  if (before.length === 0) youngPerson.decide(command, state);
  const fresh: Identifier[] = [];
  try {
    for (const identifier of identifiers)
      if (await registry.hold(identifier, personId, context)) fresh.push(identifier);
    return await runner.run(youngPerson, personId, command, context);
  } catch (error) {
    // A defect may have struck after the record was made: then the claim must stay.
    if (isOnwardError(error))
      await Promise.allSettled(fresh.map((one) => releaseUnlessHeld(runner, registry, personId, one, context)));
    throw error;
  }
}

/** Another command may have recorded the same identifier for the same person meanwhile. */
export async function releaseUnlessHeld(
  runner: CommandRunner,
  registry: IdentifierRegistry,
  personId: string,
  identifier: Identifier,
  context: CommandContext,
): Promise<void> {
  const { state } = await runner.journal.load(youngPerson, personId);
  const held = state.identifiers.some(
    ({ id, supersededOn }) => id === identifier.identifierId && supersededOn === undefined,
  );
  if (!held) await registry.release(identifier, personId, context);
}
