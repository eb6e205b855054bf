// `onward actors`: who may act. A running server notices every change at once.
import { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { hashToken } from '../../engine/access/actors.js';
import { ActorsFile } from '../../engine/access/actors-file.js';
import { invalid } from '../../kernel/errors.js';
import { SystemClock } from '../../kernel/clock.js';
import { readSettings } from '../ops/settings.js';
import { say } from './say.js';

const roles = [
  'send-caseworker',
  'camhs-clinician',
  'adult-clinician',
  'specialist-nurse',
  'manager',
  'records-manager',
  'auditor',
];

interface NewActor {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}

const theFile = (): ActorsFile => new ActorsFile(join(readSettings().data, 'actors.json'));
const newToken = (): string => randomBytes(24).toString('base64url');

export function actorsCommand(): Command {
  const command = new Command('actors').description('the people who may act');
  command
    .command('add')
    .description('adds a person and prints their token once')
    .requiredOption('--id <id>', 'short name that every fact of theirs will carry, like asha.bright')
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--role <role>', `one of: ${roles.join(', ')}`)
    .requiredOption('--organisation <organisation>', 'their organisation, like 882 or estuary-camhs')
    .action(({ id, name, role, organisation }: NewActor) => {
      if (!roles.includes(role)) throw invalid('--role', `must be one of: ${roles.join(', ')}`);
      const token = newToken();
      theFile().add({ id, name, role, organisation, tokenHash: hashToken(token) });
      say(
        `${name} may now act as ${role} of ${organisation}. Their token (it is not kept, and not shown again):\n${token}`,
      );
    });
  command
    .command('replace-token')
    .description('gives a person a new token; the old one and every session begun with it end at once')
    .requiredOption('--id <id>', 'whose')
    .action(({ id }: Pick<NewActor, 'id'>) => {
      const token = newToken();
      theFile().replaceToken(id, hashToken(token));
      say(
        `The old token of ${id} opens nothing any more. The new one (it is not kept, and not shown again):\n${token}`,
      );
    });
  command
    .command('remove')
    .description(
      'ends the access of somebody who leaves, at once: token, sessions and calendar. What they recorded keeps their name',
    )
    .requiredOption('--id <id>', 'who leaves')
    .action(({ id }: Pick<NewActor, 'id'>) => {
      theFile().remove(id, new SystemClock().now());
      say(`${id} has no access any more. With several instances: remove them in the data folder of each.`);
    });
  command
    .command('list')
    .description('lists who may act, and who has left')
    .action(() => {
      for (const { id, name, role, organisation, leftAt } of theFile().now())
        say([id, name, role, organisation, ...(leftAt === undefined ? [] : [`left ${leftAt}`])].join('\t'));
    });
  return command;
}
