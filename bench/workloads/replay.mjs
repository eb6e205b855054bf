// The state of one case from a long history: personal fields closed (as deciders load it) and opened (as the auditor replays it).
import { join } from 'node:path';
import { oneByOne, oneByOneSync, takingTurns } from '../lib/measure.mjs';
import { contextOf, History, openOnward, wait, waitSamples } from '../lib/onward.mjs';
import { freshFolder } from '../lib/paths.mjs';
import { emmett, openEmmett } from '../lib/peers.mjs';
import { openRaw } from '../lib/raw-sqlite.mjs';

export async function run(workload, { seed }) {
  const { history, operations, peerOperations } = workload.sizes;
  const folder = freshFolder(workload.name);
  const onward = openOnward(folder.path);
  const raw = await openRaw(join(folder.path, 'raw.sqlite'));
  const sample = waitSamples(seed);
  const person = sample.uuid();
  const id = sample.uuid();
  const facts = sample.history(history, person);
  const events = [];
  for (const fact of facts) {
    const expected = events.length === 0 ? 'no_stream' : events.length - 1;
    await onward.journal.append(`wait-${id}`, expected, [fact], { ...contextOf(sample.uuid()), subject: person });
    events.push(fact);
  }
  for await (const page of onward.store.read(`wait-${id}`)) {
    raw.transaction(() => page.forEach((event) => raw.append(event.stream, event.revision, event)));
  }
  const skipped = [];

  const contenders = {
    'raw-rows': () => oneByOneSync(operations, () => raw.read(`wait-${id}`)),
    onward: () => oneByOne(operations, () => onward.journal.load(wait, id)),
    opened: () =>
      oneByOne(operations, async () => {
        const history = new History(wait);
        for await (const page of onward.journal.read(`wait-${id}`)) history.takeAll(page);
        return history.state;
      }),
  };
  const peer = await emmett();
  if (!peer) skipped.push('emmett: it could not be installed or loaded');
  const opened = peer && openEmmett(peer, join(folder.path, 'emmett'), 'defaults');
  if (opened) {
    await opened.store.appendToStream(
      id,
      events.map(({ type, data, occurredOn }) => ({ type, data, metadata: { occurredOn } })),
    );
    const evolve = (state, { type, data, metadata }) =>
      wait.evolve(state, { type, data, occurredOn: metadata.occurredOn, id: metadata.messageId, recordedAt: '' });
    contenders.emmett = () =>
      oneByOne(peerOperations, () => opened.store.aggregateStream(id, { evolve, initialState: () => wait.initial }));
  }
  try {
    return { contenders: await takingTurns(workload, contenders), skipped };
  } finally {
    opened?.close();
    raw.close();
    await onward.close();
    folder.remove();
  }
}
