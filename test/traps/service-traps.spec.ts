// Traps 10, 14 and 15: what goes wrong between people and the service, tried over both of our stores (docs/traps.md).
import { replayOf } from '../kit/agreement.js';
import { startOnward, temporaryData, type TestOnward } from '../kit/onward.js';
import { hiddenIn, visitorsOf } from '../kit/visitor.js';
import { storeKinds, trapped, type Trapped } from './stores.js';

jest.setTimeout(300_000);

interface Recorded {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly events: readonly { readonly id: string }[];
}

const people = '/api/v1/young-people';
const auditor = { as: 'farid.auditor' };

describe.each(storeKinds)('on %s', (kind) => {
  let trap: Trapped;
  let onward: TestOnward;
  beforeAll(async () => {
    trap = await trapped(kind);
    onward = await startOnward(undefined, temporaryData(), trap.settings);
  });
  afterAll(async () => {
    await onward.close();
    await trap.close();
  });
  const { get, send, signedIn } = visitorsOf(() => onward);

  async function record(url: string, body: object, headers: Record<string, string> = {}): Promise<Recorded> {
    const answer = await onward.post<Recorded>(url, body, { headers });
    expect({ url, ...answer }).toMatchObject({ status: 200 });
    return answer.body;
  }
  /** Two who share a household: the same family name, postcode and contact. */
  async function ofOneHousehold(givenName: string) {
    const person = { givenName, familyName: 'Quillfeather', birthDate: '2012-03-04', postcode: 'SS1 1AA' };
    const { id } = await record(people, person);
    const mother = { name: `Mother of ${givenName}`, relationship: 'mother', parentalResponsibility: 'yes' };
    await record(`${people}/${id}/contacts`, { ...mother, mayBeContacted: true });
    const plan = await record('/api/v1/ehc-plans', { personId: id, on: '2025-05-12' });
    return { id, plan };
  }
  async function eventCount(): Promise<number> {
    let count = 0;
    for await (const page of onward.opened.stores.store.readAll()) count += page.length;
    return count;
  }

  it('trap 10: forgetting one of a household takes nothing of the other along, and the case of the one still replays and is shown', async () => {
    const ada = await ofOneHousehold('Adaline');
    const ben = await ofOneHousehold('Benedict');
    const ofBen = async (instance = onward) => {
      const asked = [`${people}/${ben.id}`, `/api/v1/ehc-plans/${ben.plan.id}`];
      const answers = await Promise.all(asked.map((url) => instance.get(url)));
      const history = await instance.get(`${people}/${ben.id}/history`, auditor);
      return [...answers, history].map(({ status, body }) => ({ status, body }));
    };
    const before = await ofBen();
    expect(JSON.stringify(before)).toMatch(/Benedict.*Mother of Benedict/);
    const forgotten = await onward.post(
      `${people}/${ada.id}/forgetting`,
      { ground: 'erasure-granted', decision: 'RM-2026-0017', openCases: 'stop-with-it' },
      { as: 'gita.records' },
    );
    expect(forgotten.status).toBe(200);
    expect(await ofBen()).toEqual(before);
    // Nor for whoever opens the store anew, with no key in memory.
    const anew = await startOnward(undefined, onward.settings.data, trap.settings);
    expect(await ofBen(anew)).toEqual(before);
    await anew.app.close();
    await anew.opened.close();
    // What is sealed for the other can still be added to.
    await record(`${people}/${ben.id}/communication-needs`, { notes: 'reads large print' });

    const shown = await onward.get(`${people}/${ada.id}`);
    expect(shown).toMatchObject({ status: 200, body: { personalDataDestroyed: true } });
    expect((await replayOf(onward, ada.plan.stream, 'asOf=2026-06-01')).events).toBeGreaterThan(0);
    const farid = await signedIn('farid.auditor');
    for (const url of [`/people/${ada.id}`, `/people/${ada.id}/history`]) {
      const { statusCode, body } = await get(url, farid);
      expect([url, statusCode, /Adaline/.test(body)]).toEqual([url, 200, false]);
    }
  });

  it('trap 14: the same command sent twice at once and once more later is one set of events and one answer', async () => {
    const headers = { 'idempotency-key': `once-${kind}` };
    const person = { givenName: 'Cedric', familyName: 'Quillfeather', birthDate: '2012-03-04' };
    const before = await eventCount();
    const twice = await Promise.all([record(people, person, headers), record(people, person, headers)]);
    const added = (await eventCount()) - before;
    const later = await record(people, person, headers);
    expect([twice[1], later]).toEqual([twice[0], twice[0]]);
    expect([added, (await eventCount()) - before]).toEqual([later.events.length, later.events.length]);
    const other = await onward.post(people, { ...person, givenName: 'Cyril' }, { headers });
    expect([other.status, (await eventCount()) - before]).toEqual([422, added]);
  });

  it('trap 15: a form that was opened before somebody else changed the case is answered with 409, keeps its answers and records nothing', async () => {
    const { plan } = await ofOneHousehold('Dorothea');
    const asha = await signedIn('asha.caseworker');
    const url = `/ehc/plans/${plan.id}/reviews/next/record/planned-meeting`;
    const formAt = (body: string, meetingOnDay: string) => ({
      _csrf: hiddenIn(body, '_csrf'),
      _command: hiddenIn(body, '_command'),
      _revision: hiddenIn(body, '_revision'),
      ...{ 'on-day': '1', 'on-month': '6', 'on-year': '2026' },
      ...{ 'meetingOn-day': meetingOnDay, 'meetingOn-month': '7', 'meetingOn-year': '2026' },
    });
    const [mine, theirs] = [await get(url, asha), await get(url, asha)];
    expect((await send(url, formAt(theirs.body, '8'), asha)).statusCode).toBe(303);
    const before = await eventCount();
    const late = await send(url, formAt(mine.body, '9'), asha);
    expect([late.statusCode, await eventCount()]).toEqual([409, before]);
    expect(late.body).toContain('Somebody else changed this while you were typing');
    expect(late.body).toMatch(/name="meetingOn-day"[^>]*value="9"/);
    // Both versions stand there: theirs, as it was recorded, and mine.
    expect(late.body).toContain('8 Jul 2026');
    expect(late.body).toContain('9 Jul 2026');
    // Looked at and sent again, it is recorded.
    expect((await send(url, formAt(late.body, '9'), asha)).statusCode).toBe(303);
    expect(await eventCount()).toBe(before + 1);
  });
});
