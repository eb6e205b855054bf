// `onward people forget`: forgets a person for ever, on a decision that stands in the records manager's register.
import { Command } from 'commander';
import { invalid, notFound } from '../kernel/errors.js';
import { CommandRunner } from '../event-store/command-runner.js';
import type { Opened } from '../ops/foundations.js';
import { newId } from '../ops/ids.js';
import { decisionNumber, ForgetPerson, ForgetPersonHandler } from '../privacy/commands/forget-person.js';
import { forgettingGrounds, type ForgettingGround } from '../young-people/domain/events.js';
import { say, withFoundations } from './with-foundations.js';

interface Options {
  readonly reason: string;
  readonly decision: string;
  readonly as: string;
}

export function peopleCommand(): Command {
  const command = new Command('people').description('the people whose cases are followed');
  command
    .command('forget')
    .argument('<id>', 'id of the young person')
    .description(
      'destroys the key of one person: nobody can read their personal data again, here or in a backup of the events',
    )
    .requiredOption('--reason <ground>', `one of: ${forgettingGrounds.join(', ')}`)
    .requiredOption(
      '--decision <number>',
      'number of the decision in the records manager’s register, like RM-2046-0017',
    )
    .requiredOption('--as <actor>', 'id of the records manager who decided it')
    .action((id: string, options: Options) => withFoundations((opened) => forget(opened, id, options)));
  return command;
}

async function forget(
  { foundations, projecting }: Opened,
  id: string,
  { reason, decision, as }: Options,
): Promise<void> {
  const { journal, readSide, policies, actors, clock } = foundations;
  const ground = forgettingGrounds.find((one): one is ForgettingGround => one === reason);
  if (!ground) throw invalid('--reason', `must be one of: ${forgettingGrounds.join(', ')}`, 'REC-05');
  if (!decisionNumber.test(decision)) throw invalid('--decision', 'must be a number of a register, like RM-2046-0017');
  const known = actors.all().find((actor) => actor.id === as);
  if (!known) throw notFound('actor', as);
  const { role, organisation } = known;
  policies.require(ForgetPerson.name, { id: as, role, organisation });
  await projecting.catchUp();
  const commandId = newId();
  const context = { commandId, correlationId: commandId, actor: { id: as, role, organisation } };
  const handler = new ForgetPersonHandler(new CommandRunner(journal), readSide);
  const { events } = await handler.execute(new ForgetPerson(id, { ground, decision }, clock.today(), context));
  await projecting.catchUp();
  const words = events.length > 0 ? 'is forgotten' : 'was forgotten before';
  say(`${id} ${words}: the key is destroyed, the lists hold nothing personal of them, the history stays whole.`);
  say('Backups of keys.sqlite still hold the key: delete those that are older than now (docs/adr/0013).');
}
