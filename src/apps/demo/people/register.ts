// Registers a made-up young person with their numbers.
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import type { Clock } from '../../../kernel/clock.js';
import { claimAndRun } from '../../../cases/young-person/identifiers/claiming.js';
import { IdentifierRegistry } from '../../../cases/young-person/identifiers/identifier-registry.js';
import { youngPerson } from '../../../cases/young-person/young-person.js';
import { seaborough } from '../ehc/plan.js';
import type { MadeUp } from './make-up.js';

export async function register(
  runner: CommandRunner,
  clock: Clock,
  person: MadeUp,
  context: CommandContext,
): Promise<void> {
  const registry = new IdentifierRegistry(runner, clock, { kind: 'demo' });
  const { id, givenName, familyName, birthDate, sex, sendStatus, knownFrom: on } = person;
  const identifiers = [
    registry.read('nhs-number', person.nhsNumber, seaborough),
    registry.read('upn', person.upn, seaborough),
  ];
  const details = {
    givenName,
    familyName,
    birthDate,
    sex,
    sendStatus,
    responsible: seaborough,
    postcode: `SB${(person.nth % 9) + 1} 1ZZ`,
  };
  const command = { type: 'Register', on, details, identifiers } as const;
  await claimAndRun({ type: youngPerson, id, command, ask: { context } }, identifiers, runner, registry);
}
