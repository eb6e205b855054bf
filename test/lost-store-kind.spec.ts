// A lost store.json: the folder is closed, and the events tell what kind of store it was.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { demoDirectory, useDirectory } from '../src/rules/directory/current.js';
import { kindFromEvents } from '../src/apps/ops/kind-from-events.js';
import { storeKind } from '../src/store/store-kind.js';
import { startOnward } from './kit/onward.js';

const ada = { givenName: 'Ada', familyName: 'Example', birthDate: '2016-03-04' };
const numbered = (value: string) => ({ ...ada, identifiers: [{ kind: 'nhs-number', value }] });
const key = Buffer.alloc(32, 5).toString('base64');

it('REC-31: events with numbers of the test range are of a demo store, with others of a live one, with none at all of a live one', async () => {
  for (const [demo, number, kind] of [
    [true, '9990000018', 'demo'],
    [false, '9434765919', 'live'],
    [true, undefined, 'live'],
  ] as const) {
    const onward = await startOnward(undefined, undefined, { demo, key });
    // Which organisations there are is no matter here: a live store without lists knows none.
    useDirectory(demoDirectory);
    const { actors } = onward.opened.foundations;
    jest
      .spyOn(actors, 'identify')
      .mockReturnValue({ id: 'a', name: 'A', role: 'send-caseworker', organisation: 'seaborough-council' });
    const { status } = await onward.post('/api/v1/young-people', number === undefined ? ada : numbered(number));
    expect(status).toBe(200);
    expect(await kindFromEvents(onward.opened.stores.journal)).toEqual({ kind, numbers: number === undefined ? 0 : 1 });
    await onward.close();
  }
});

it.each([undefined, 'history-1'])(
  'a folder in which a store lies is not taken for a new one (history %j)',
  async (history) => {
    const onward = await startOnward();
    const { data } = onward.settings;
    rmSync(join(data, 'store.json'));
    for (const kind of ['demo', 'live'] as const)
      expect(() => storeKind(data, kind, history)).toThrow('store.json is missing from the data folder');
    rmSync(join(data, 'events.sqlite'), { force: true });
    expect(() => storeKind(data, 'demo', history)).toThrow('store.json is missing');
    await onward.close();
  },
);
