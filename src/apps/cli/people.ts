// `onward people forget`: forgets a person for ever, on a decision that stands in the records manager's register.
import { carryOut } from '../../engine/use-cases/offers.js';
import { Command } from 'commander';
import { invalid, notFound } from '../../kernel/errors.js';
import { CommandRunner } from '../../engine/commands/command-runner.js';
import type { Opened } from '../ops/foundations.js';
import { newId } from '../../kernel/ids.js';
import { decisionNumber, openCasesStop, forgetPerson } from '../../cases/young-person/forgetting/forgetting.js';
import { forgettingGrounds, type ForgettingGround } from '../../engine/person/domain/events.js';
import { policiesOf } from '../use-cases.js';
import { say } from './say.js';
import { withFoundations } from './with-foundations.js';

interface Options {
  readonly reason: string;
  readonly decision: string;
  readonly as: string;
  readonly openCases?: string;
}

export function peopleCommand(): Command {
  const command = new Command('people').description('the people whose cases are followed');
  command
    .command('forget')
    .argument('<id>', 'id of the young person')
    .description(
      'destroys the key of one person: nobody can read their personal data here again. Backups that hold the key are to be deleted',
    )
    .requiredOption('--reason <ground>', `one of: ${forgettingGrounds.join(', ')}`)
    .requiredOption(
      '--decision <number>',
      'number of the decision in the records manager’s register, like RM-2046-0017',
    )
    .option('--open-cases <what>', `needed while cases of the person are open: ${openCasesStop.join(', ')}`)
    .requiredOption('--as <actor>', 'id of the records manager who decided it')
    .action((id: string, options: Options) => withFoundations((opened) => forget(opened, id, options)));
  return command;
}

async function forget(
  { foundations, projecting }: Opened,
  id: string,
  { reason, decision, as, openCases }: Options,
): Promise<void> {
  const { journal, readSide, whole, actors, clock } = foundations;
  const ground = forgettingGrounds.find((one): one is ForgettingGround => one === reason);
  if (!ground) throw invalid('--reason', `must be one of: ${forgettingGrounds.join(', ')}`, 'REC-05');
  if (!decisionNumber.test(decision)) throw invalid('--decision', 'must be a number of a register, like RM-2046-0017');
  const stop = openCasesStop.find((each) => each === openCases);
  if (openCases !== undefined && !stop) throw invalid('--open-cases', `must be: ${openCasesStop.join(', ')}`, 'REC-05');
  const known = actors.all().find((actor) => actor.id === as);
  if (!known) throw notFound('actor', as);
  const { role, organisation } = known;
  (await policiesOf(whole)).require(forgetPerson.name, { id: as, role, organisation });
  await projecting.catchUp();
  const commandId = newId();
  const context = { commandId, correlationId: commandId, actor: { id: as, role, organisation } };
  const asked = forgetPerson.of({ personId: id }, { ground, decision, openCases: stop }, context);
  const { events } = await carryOut(forgetPerson, asked, [new CommandRunner(journal), readSide], clock.today());
  await projecting.catchUp();
  const words = events.length > 0 ? 'is forgotten' : 'was forgotten before';
  say(`${id} ${words}: the key is destroyed, the lists hold nothing personal of them, the history stays whole.`);
  say(
    'Backups from before now still hold the key: delete them, or restore them with --destroyed-keys only (docs/adr/0013). What other controllers keep of this person is theirs to forget (REC-05).',
  );
}
