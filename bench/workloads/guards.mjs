// What two guards cost, each beside the same work without it: the savepoint of each case while projecting (ADR 44), the look whether a person was born (REC-24).
import { livesOf } from '../lib/lives.mjs';
import { fillWithCopies, storesIn } from '../lib/many-events.mjs';
import { oneByOne, takingTurns } from '../lib/measure.mjs';
import { contextOf, wait, waitSamples } from '../lib/onward.mjs';
import { built, freshFolder } from '../lib/paths.mjs';

const { projections } = await built('apps/cases.js');
const { CommandRunner } = await built('engine/commands/command-runner.js');
const { closeStores } = await built('apps/ops/open-stores.js');
const { SystemClock } = await built('kernel/clock.js');
const { Projector } = await built('engine/processing/projector.js');
const { ReadModelFiles, openForProjecting } = await built('engine/processing/read-models.js');
const { Statements } = await built('engine/processing/statements.js');

const savepoint = new Set(['SAVEPOINT one_case', 'RELEASE one_case']);

export async function run(workload, { seed }) {
  const { name, sizes, rounds, warmUp } = workload;
  const folder = freshFolder(name);
  const { events } = await livesOf(sizes.plans, seed, '2026-04-01');
  await fillWithCopies(folder.path, events, sizes.events, 'lived');
  const stores = storesIn(folder.path);
  try {
    const people = [];
    for await (const page of stores.store.readAll())
      for (const { stream, revision } of page)
        if (revision === 0 && stream.startsWith('youngPerson-')) people.push(stream.slice('youngPerson-'.length));
    const turns = (rounds + warmUp) * 2;
    const cases = await waitsOf(stores, waitSamples(seed), people, sizes.commands * turns, sizes.history);
    const contenders = {
      'savepoint for each case': () => projected(folder.path, stores, sizes.pageSize, false),
      'no savepoint': () => projected(folder.path, stores, sizes.pageSize, true),
      'fact of a past day': () => commanded(stores, cases, sizes.commands, seed, '2026-03-31'),
      'fact of today': () => commanded(stores, cases, sizes.commands, seed, new SystemClock().today()),
    };
    return { contenders: await takingTurns({ rounds, warmUp }, contenders), skipped: [] };
  } finally {
    await closeStores(stores);
    folder.remove();
  }
}

let nth = 0;
/** Follows the whole history in pages of a few events, as a server does that somebody works with. */
async function projected(data, stores, pageSize, without) {
  const files = new ReadModelFiles(data);
  const file = files.create(projections, `guards-${nth++}`);
  const db = openForProjecting(file);
  const { run } = Statements.prototype;
  if (without)
    Statements.prototype.run = function (sql, ...values) {
      if (!savepoint.has(sql)) run.call(this, sql, ...values);
    };
  const before = process.cpuUsage();
  const began = performance.now();
  try {
    await new Projector({ ...stores, clock: new SystemClock(), projections, db, pageSize }).catchUp();
  } finally {
    Statements.prototype.run = run;
    db.database.close();
    files.discard(file);
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { rate: Number(await stores.store.head()) / seconds, cpuSeconds: (user + system) / 1e6 };
}

async function commanded(stores, cases, count, seed, on) {
  const runner = new CommandRunner(stores.journal);
  const sample = waitSamples(seed + nth++);
  const before = process.cpuUsage();
  const result = await oneByOne(count, () =>
    runner.run(wait, cases.pop(), { type: 'RecordContact', on, contact: sample.contact() }, contextOf(sample.uuid())),
  );
  const { user, system } = process.cpuUsage(before);
  return { ...result, cpuSeconds: (user + system) / 1e6 };
}

/** A wait with so long a history for one person after the other, who have the histories that their lives gave them. */
async function waitsOf({ journal }, sample, people, count, length) {
  const ids = Array.from({ length: count }, () => sample.uuid());
  await Promise.all(
    ids.map((id, at) => {
      const subject = people[at % people.length];
      const facts = sample.history(length, subject);
      return journal.append(`${wait.category}-${id}`, 'no_stream', facts, { ...contextOf(sample.uuid()), subject });
    }),
  );
  return ids;
}
