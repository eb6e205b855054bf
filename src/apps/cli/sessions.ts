// `onward sessions`: who is signed in at a browser, and ending it for them. A running server acts on it at the next page.
import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ActorDirectory } from '../../engine/access/actors.js';
import { ActorsFile } from '../../engine/access/actors-file.js';
import { demoActors } from '../../engine/access/demo-actors.js';
import { Sessions } from '../../engine/access/sessions.js';
import { notFound } from '../../kernel/errors.js';
import { SystemClock } from '../../kernel/clock.js';
import { readSettings } from '../ops/settings.js';
import { knownKind } from '../../store/store-kind.js';
import { say } from './say.js';

export function sessionsCommand(): Command {
  const command = new Command('sessions').description('who is signed in at a browser');
  command
    .command('list')
    .description('lists the sessions that are open: who, since when, and when they last asked for a page')
    .action(() =>
      withSessions((sessions) => {
        for (const { actor, begun, seen } of sessions.listOpen()) say([actor, begun, seen].join('\t'));
      }),
    );
  command
    .command('end')
    .description(
      'ends every session of one person at once, for a lost device; their token still signs in (actors replace-token)',
    )
    .requiredOption('--actor <id>', 'whose')
    .action(({ actor }: { readonly actor: string }) =>
      withSessions((sessions, directory) => {
        const ended = sessions.endAllOf(actor);
        if (ended === 0 && directory.nameOf(actor) === actor) throw notFound('person who may act', actor);
        say(`${ended} ${ended === 1 ? 'session' : 'sessions'} of ${actor} ended.`);
      }),
    );
  return command;
}

function withSessions(work: (sessions: Sessions, directory: ActorDirectory) => void): void {
  const { data, sessions: limits } = readSettings();
  if (!existsSync(data)) throw notFound('data folder', 'ONWARD_DATA');
  const always = knownKind(data) === 'demo' ? demoActors() : [];
  const directory = new ActorDirectory(new ActorsFile(join(data, 'actors.json')), always);
  const sessions = new Sessions(join(data, 'sessions.sqlite'), new SystemClock(), directory, limits);
  try {
    work(sessions, directory);
  } finally {
    sessions.close();
  }
}
