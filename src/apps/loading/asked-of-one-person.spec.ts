// What a load, and the lists that follow it, ask about one person takes no longer the more people there are.
import { firstPersonsOf, unpackSouthend } from '../../../test/fixtures/unpack.js';
import { readFileSync } from 'node:fs';
import { Statements, type Value } from '../../engine/processing/statements.js';
import { openForProjecting } from '../../engine/processing/read-models.js';
import { openTestStore, sample, type TestStore } from './store-for-tests.js';

const ofOnePerson = /\bFROM (\w+)\b.*\bWHERE (?:\w+\.)?person_id = \?/s;

/** Every question about one person that is asked while `work` runs. */
async function questions(work: () => Promise<unknown>): Promise<Set<string>> {
  const asked = new Set<string>();
  const spies = (['get', 'all'] as const).map((name) => {
    const real = Statements.prototype[name] as (sql: string, ...values: readonly Value[]) => never;
    return jest.spyOn(Statements.prototype, name).mockImplementation(function (this: Statements, sql, ...values) {
      if (ofOnePerson.test(sql)) asked.add(sql);
      return real.call(this, sql, ...values);
    });
  });
  await work();
  for (const spy of spies) spy.mockRestore();
  return asked;
}

/** How SQLite goes about a question, where that is not by the person. */
function notByPerson({ opened }: TestStore, sql: string): string[] {
  const file = opened.files.current();
  if (file === undefined) throw new Error('There are no lists');
  const db = openForProjecting(file);
  try {
    const steps = db.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
    const first = steps[0]?.detail ?? '';
    return first.includes('(person_id=?') ? [] : [`${sql}: ${first}`];
  } finally {
    db.database.close();
  }
}

it('asks about one person by the person, never by looking through everybody', async () => {
  const files = unpackSouthend();
  const store = openTestStore();
  try {
    const sen2 = firstPersonsOf(readFileSync(files.xml, 'utf8'), 10);
    const asked = await questions(async () => {
      for (let time = 0; time < 2; time++) {
        await store.loadText('sen2', sen2);
        await store.load('camhs', sample('camhs-caseload.csv'));
        await store.load('waiting', sample('waiting-list.csv'));
        await store.load('readiness', sample('readiness.csv'));
      }
      await store.opened.projecting.catchUp();
    });
    expect([...asked].map((sql) => ofOnePerson.exec(sql)?.[1])).toEqual(
      expect.arrayContaining(['ehc_plan', 'wait_case', 'transition_case', 'readiness_programme', 'named_worker']),
    );
    expect([...asked].flatMap((sql) => notByPerson(store, sql))).toEqual([]);
  } finally {
    await store.close();
    files.remove();
  }
});
