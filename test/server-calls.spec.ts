// What a click costs the server of events, in calls: each is a wait for somebody, and they must not creep back.
import { EventStoreDbDouble } from './doubles/eventstoredb/double.js';
import { startOnward, type TestOnward } from './kit/onward.js';
import { visitorsOf } from './kit/visitor.js';

jest.setTimeout(120_000);

const key = Buffer.alloc(32, 3).toString('base64');

describe('an instance on an EventStoreDB asks the server', () => {
  let double: EventStoreDbDouble;
  let onward: TestOnward;
  const visitors = visitorsOf(() => onward);
  const ada = { givenName: 'Ada', familyName: 'Example', birthDate: '2016-03-04' };
  beforeAll(async () => {
    double = await EventStoreDbDouble.start();
    onward = await startOnward(undefined, undefined, { eventStore: 'eventstoredb', eventStoreUrl: double.url, key });
    await onward.post('/api/v1/young-people', ada);
  });
  afterAll(async () => {
    await onward.close();
    double.stop();
  });

  /** Without the lists: they are read for all that came since, and not for each command. Nor the list of destroyed keys, which is read at most once a second. */
  const ofCommand = async (url: string, body: object, id: string) => {
    await onward.opened.foundations.journal.keys.destroyed();
    const before = { ...double.calls };
    const payload = { method: 'POST', url, payload: body } as const;
    const asked = { authorization: 'Bearer demo-asha.caseworker', 'idempotency-key': id };
    const answer = await onward.app.inject({ ...payload, headers: asked });
    expect(answer.statusCode).toBe(200);
    const { append, read } = double.calls;
    return { append: append - before.append, read: read - before.read, id: answer.json<{ id: string }>().id };
  };

  it('to register somebody: one look whether they are there, their key, their first fact', async () => {
    const { append, read } = await ofCommand('/api/v1/young-people', ada, 'register');
    expect({ append, read }).toEqual({ append: 2, read: 1 });
  });

  it('to register somebody with a number: whose it is, looked at and decided on, and the same twice for the person', async () => {
    const identifiers = [{ kind: 'nhs-number', value: '9990000018' }];
    const { append, read } = await ofCommand('/api/v1/young-people', { ...ada, identifiers }, 'register-with-a-number');
    expect({ append, read }).toEqual({ append: 3, read: 4 });
  });

  it('to add to what is there: the history, and the fact; nothing is read back', async () => {
    const { id } = await ofCommand('/api/v1/young-people', ada, 'register-another');
    const url = `/api/v1/young-people/${id}/details-corrections`;
    const { append, read } = await ofCommand(url, { postcode: 'SS9 7QZ', reason: 'moved' }, 'correct');
    expect({ append, read }).toEqual({ append: 1, read: 1 });
  });

  it('nothing at all for a page of a list', async () => {
    const cookies = await visitors.signedIn('asha.caseworker');
    await onward.opened.projecting.catchUp();
    const before = { ...double.calls };
    expect((await visitors.get('/ehc/worklist', cookies)).statusCode).toBe(200);
    expect(double.calls).toEqual(before);
  });

  it('its history alone, for a command that was carried out before', async () => {
    const { append, read } = await ofCommand('/api/v1/young-people', ada, 'register');
    expect({ append, read }).toEqual({ append: 0, read: 1 });
  });
});
