// Starts Onward: settings, stores, lists, demo area, server; and finishes the work in hand when told to stop.
import 'reflect-metadata';
import { fillDemoArea } from './demo/fill-demo-area.js';
import { Dispatcher } from '../engine/access/dispatcher.js';
import { inWords } from '../kernel/defect.js';
import { isOnwardError } from '../kernel/errors.js';
import { FileCheck } from './ops/file-check.js';
import { keepFollowingUp } from './ops/follow-ups.js';
import { openWhenReached } from './ops/open-when-reached.js';
import { createServer } from './ops/server.js';
import { readSettings } from './ops/settings.js';
import { version } from './ops/version.js';
import { whereToLook } from './ops/where-to-look.js';
import { ProjectingThread } from './projecting/projecting-thread.js';

async function start(): Promise<void> {
  const settings = readSettings();
  const opened = await openWhenReached(settings);
  const { foundations, stores } = opened;
  const fill = foundations.kind.kind === 'demo' && settings.demo && (await stores.store.head()) === undefined;
  if (fill) await fillDemoArea(stores, foundations.clock.today(), foundations.log);
  const files = new FileCheck(settings, stores.soundness, (words) => foundations.log.warn(words));
  files.start();
  const projecting = new ProjectingThread(
    settings,
    foundations.readSide,
    foundations.clock,
    (words) => {
      foundations.log.warn(words);
      files.again();
    },
    foundations.watching.figures,
  );
  projecting.start();
  foundations.readSide.onWaiting(() => projecting.wake());
  // "Ready" means that the first page shows what is there; a long rebuild is not waited for, health tells of it.
  // So does a server of events that went away again since it was reached.
  await stores.store
    .head()
    .then((head) => foundations.readSide.until(head, 30_000))
    .catch(() => undefined);
  const app = await createServer(foundations);
  await app.listen(settings.port, settings.host);
  // What happened in the made-up area is followed up as if it had happened here; real histories are left as they are.
  const followingUp = keepFollowingUp(opened, app.get(Dispatcher), fill ? 'the start' : 'now');
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    foundations.log.say(`Stopping on ${signal}: finishing the work in hand.`);
    await followingUp.stop();
    await app.close();
    await projecting.stop();
    await files.stop();
    await opened.close();
    foundations.log.say('Stopped. Everything is stored.');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void stop(signal).then(() => process.exit(0)));

  // Last: whoever reads that it is ready may ask it to stop at once.
  process.stdout.write(
    whereToLook({
      url: await app.getUrl(),
      version,
      settings,
      kind: foundations.kind.kind,
      keySource: stores.keySource,
    }),
  );
}

try {
  await start();
} catch (error) {
  const words = isOnwardError(error)
    ? `${error.parts.detail} ${error.parts.help ?? ''}`
    : `Onward could not start: ${inWords(error)}`;
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
