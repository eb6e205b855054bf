// Durable appends: raw SQLite, Onward's store through its port, the journal with sealing, many writers, Emmett.
import { join } from 'node:path';
import { allAtOnce, oneByOne, oneByOneSync, takingTurns } from '../lib/measure.mjs';
import { contextOf, encode, openOnward, waitSamples } from '../lib/onward.mjs';
import { freshFolder } from '../lib/paths.mjs';
import { emmett, openEmmett } from '../lib/peers.mjs';
import { openRaw } from '../lib/raw-sqlite.mjs';

export async function run(workload, { seed }) {
  const { streams, operations, peerOperations, writers } = workload.sizes;
  const hot = streams === 'hot';
  const folder = freshFolder(workload.name);
  const raw = await openRaw(join(folder.path, 'raw.sqlite'));
  const onward = openOnward(folder.path);
  const sample = waitSamples(seed);
  const people = Array.from({ length: 100 }, () => sample.uuid());
  const keys = await onward.keys.keysFor(people);
  const streamOf = (name) => (hot ? `wait-${name}-hot` : `wait-${sample.uuid()}`);
  const skipped = [];

  // Everything that is appended is made before the clock runs, except by the journal, whose work it is.
  const event = () => {
    const id = sample.uuid();
    const subject = people[0];
    const made = {
      id,
      fact: sample.contactFact(),
      subject,
      key: keys.get(subject),
      recordedAt: '2026-04-01T09:00:00.000Z',
      context: contextOf(id),
    };
    return encode(onward.catalogue, made);
  };
  const prepared = (name, count, make) =>
    Array.from({ length: count }, () => ({ stream: streamOf(name), made: make() }));
  const revisions = { raw: -1, onward: -1, journal: -1 };
  const expected = (who) => (!hot || revisions[who] < 0 ? 'no_stream' : revisions[who]);

  const contenders = {
    raw() {
      const all = prepared('raw', operations, event);
      return oneByOneSync(operations, (index) => {
        const { stream, made } = all[index];
        raw.append(stream, hot ? ++revisions.raw : 0, made);
      });
    },
    onward() {
      const all = prepared('port', operations, event);
      return oneByOne(operations, async (index) => {
        const { stream, made } = all[index];
        ({ revision: revisions.onward } = await onward.store.append(stream, expected('onward'), [made]));
      });
    },
    'onward journal, sealed'() {
      const all = prepared('journal', operations, () => sample.contactFact());
      return oneByOne(operations, async (index) => {
        const { stream, made } = all[index];
        const context = { ...contextOf(sample.uuid()), subject: people[index % people.length] };
        ({ revision: revisions.journal } = await onward.journal.append(stream, expected('journal'), [made], context));
      });
    },
    [`onward, ${writers} writers`]() {
      const all = prepared('many', operations * 4, event);
      return allAtOnce(writers, all.length, async (index) => {
        const { stream, made } = all[index];
        await onward.store.append(stream, hot ? 'any' : 'no_stream', [made]);
      });
    },
  };

  const peers = [];
  const peer = await emmett();
  if (!peer) skipped.push('emmett: it could not be installed or loaded');
  for (const [name, how] of peer
    ? [
        ['emmett', 'defaults'],
        ['emmett, one connection', 'kept'],
      ]
    : []) {
    const opened = openEmmett(peer, join(folder.path, 'emmett'), how);
    peers.push(opened);
    await opened.store.appendToStream('first', [{ type: 'First', data: {}, metadata: {} }]);
    let version;
    contenders[name] = () => {
      const all = prepared(name, peerOperations, () => {
        const { type, data, metadata } = event();
        return { type, data: JSON.parse(data), metadata: JSON.parse(metadata) };
      });
      return oneByOne(peerOperations, async (index) => {
        const { stream, made } = all[index];
        const options = hot && version !== undefined ? { expectedStreamVersion: version } : undefined;
        ({ nextExpectedStreamVersion: version } = await opened.store.appendToStream(stream, [made], options));
      });
    };
  }

  try {
    return { contenders: await takingTurns(workload, contenders), skipped, pragmas: raw.pragmas() };
  } finally {
    for (const { close } of peers) close();
    raw.close();
    await onward.close();
    folder.remove();
  }
}
