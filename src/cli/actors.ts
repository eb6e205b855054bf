// `onward actors add`: gives a person a token to sign in with.
import { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { addActor, hashToken, readActors } from '../identity/actors.js';
import { invalid } from '../kernel/errors.js';
import { readSettings } from '../ops/settings.js';
import { say } from './with-foundations.js';

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

export function actorsCommand(): Command {
  const command = new Command('actors').description('the people who may act');
  command
    .command('add')
    .description('adds a person (or gives them a new token) and prints the token once')
    .requiredOption('--id <id>', 'short name that every fact of theirs will carry, like asha.bright')
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--role <role>', `one of: ${roles.join(', ')}`)
    .requiredOption('--organisation <organisation>', 'their organisation, like 882 or estuary-camhs')
    .action(({ id, name, role, organisation }: NewActor) => {
      if (!roles.includes(role)) throw invalid('--role', `must be one of: ${roles.join(', ')}`);
      const token = randomBytes(24).toString('base64url');
      addActor(join(readSettings().data, 'actors.json'), { id, name, role, organisation, tokenHash: hashToken(token) });
      say(
        `${name} may now act as ${role} of ${organisation}. Their token (it is not kept, and not shown again):\n${token}\nA running server knows it after its next start.`,
      );
    });
  command
    .command('list')
    .description('lists who may act')
    .action(() => {
      for (const { id, name, role, organisation } of readActors(join(readSettings().data, 'actors.json')))
        say(`${id}\t${name}\t${role}\t${organisation}`);
    });
  return command;
}
