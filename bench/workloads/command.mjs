// A command on a case of 20 events: by the command runner, through HTTP as a user sends it, and by Emmett's command handler.
import { join } from 'node:path';
import { fire } from '../lib/cannon.mjs';
import { oneByOne, takingTurns } from '../lib/measure.mjs';
import { contextOf, openOnward, wait, waitSamples } from '../lib/onward.mjs';
import { built, freshFolder } from '../lib/paths.mjs';
import { emmett, openEmmett } from '../lib/peers.mjs';
import { startServer } from '../lib/server.mjs';

const today = '2026-04-01';

export async function run(workload, settings) {
  const closers = [];
  try {
    return await measure(workload, settings, closers);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function measure(workload, { seed }, closers) {
  const { history, operations, httpOperations, peerOperations } = workload.sizes;
  const turns = workload.rounds + workload.warmUp;
  const folder = freshFolder(workload.name);
  const sample = waitSamples(seed);
  const skipped = [];
  const contenders = {};
  closers.push(() => folder.remove());

  // In process, in a data folder of its own.
  const mine = freshFolder(`${workload.name}-runner`);
  closers.push(() => mine.remove());
  const onward = openOnward(mine.path);
  closers.push(() => onward.close());
  const cases = await fill(onward, sample, history, operations * turns);
  contenders['onward in process'] = () =>
    oneByOne(operations, () => {
      const command = { type: 'RecordContact', on: today, contact: sample.contact() };
      return onward.runner.run(wait, cases.pop(), command, contextOf(sample.uuid()));
    });

  // Through HTTP: the store is filled before the server opens it.
  try {
    const { storeKind } = await built('store/store-kind.js');
    storeKind(folder.path, 'demo');
    const filling = openOnward(folder.path);
    const waiting = await fill(filling, sample, history, httpOperations * turns * 2);
    await filling.close();
    const server = await startServer(folder.path);
    closers.push(() => server.stop());
    const headers = { authorization: 'Bearer demo-asha.caseworker', 'content-type': 'application/json' };
    for (const connections of [1, 16]) {
      contenders[`http-${connections}`] = async () => {
        const requests = waiting
          .splice(-httpOperations)
          .map((id) => ({ path: `/api/v1/waits/${id}/contacts`, body: JSON.stringify(sample.contact()) }));
        await server.caughtUp();
        const result = await fire({ url: server.url, connections, requests, headers });
        await server.caughtUp();
        return result;
      };
    }
  } catch (error) {
    skipped.push(`http: ${error.message}`);
  }

  const peer = await emmett();
  if (!peer) skipped.push('emmett: it could not be installed or loaded');
  for (const [name, how] of peer
    ? [
        ['emmett', 'defaults'],
        ['emmett, one connection', 'kept'],
      ]
    : []) {
    const { store, close } = openEmmett(peer, join(mine.path, 'emmett'), how);
    closers.push(close);
    const ids = [];
    // Bounded: once one of its transactions is stuck, every further append fails at once.
    for (let tries = 0; ids.length < peerOperations * turns; tries++) {
      if (tries > peerOperations * turns * 3) throw new Error(`${name}: too many of its appends failed`);
      const id = sample.uuid();
      const events = sample.history(history, sample.uuid()).map(emmettEvent);
      // Some appends fail with SQLITE_BUSY; a stream that could not be written is left out.
      if (await written(store.appendToStream(id, events))) ids.push(id);
    }
    const handle = peer.CommandHandler({ evolve, initialState: () => wait.initial });
    contenders[name] = () =>
      oneByOne(peerOperations, () => {
        const command = { type: 'RecordContact', on: today, contact: sample.contact() };
        return handle(store, ids.pop(), (state) => wait.decide(command, state).map(emmettEvent));
      });
  }

  return { contenders: await takingTurns(workload, contenders), skipped };
}

const written = (append) =>
  append.then(
    () => true,
    () => false,
  );

const emmettEvent = ({ type, data, occurredOn }) => ({ type, data, metadata: { occurredOn } });

const evolve = (state, { type, data, metadata }) =>
  wait.evolve(state, { type, data, occurredOn: metadata.occurredOn, id: metadata.messageId, recordedAt: '' });

/** So many cases with so long a history each; answers their ids. A person for each, as in life, made in one commit. */
async function fill({ journal, keys }, sample, length, count) {
  const ids = Array.from({ length: count }, () => sample.uuid());
  for (let first = 0; first < count; first += 200) {
    const some = ids.slice(first, first + 200);
    const people = some.map(() => sample.uuid());
    await keys.keysFor(people);
    await Promise.all(
      some.map((id, index) => {
        const subject = people[index];
        return journal.append(`wait-${id}`, 'no_stream', sample.history(length, subject), {
          ...contextOf(sample.uuid()),
          subject,
        });
      }),
    );
  }
  return ids;
}
