// What is available is accepted, asked of the real API: whoever sends what they are told they can send is not refused by the case.
import { startOnward, type TestOnward } from './kit/onward.js';
import { visitorsOf } from './kit/visitor.js';

interface Action {
  readonly name: string;
  readonly address: string;
}
interface Actions {
  readonly items: readonly Action[];
  readonly notNow: readonly (Action & { readonly because: string })[];
}
const [caseworker, clinician] = ['asha.caseworker', 'ben.clinician'];

let onward: TestOnward;
beforeAll(async () => (onward = await startOnward('2026-11-25T09:00:00.000Z')));
afterAll(() => onward.close());
const { get, signedIn } = visitorsOf(() => onward);

async function made(url: string, body: object, as: string): Promise<string> {
  const answer = await onward.post<{ id: string }>(`/api/v1/${url}`, body, { as });
  expect([url, answer.status, answer.body]).toMatchObject([url, 200, {}]);
  return answer.body.id;
}
const newPerson = () =>
  made('young-people', { givenName: 'Ivy', familyName: 'Sample', birthDate: '2009-12-15' }, clinician);

/** Each kind of case, by whom it is told and sent, and where its page is. */
const kinds = {
  'an EHC plan': {
    as: caseworker,
    begun: (personId: string) => made('ehc-plans', { personId, on: '2026-01-20' }, caseworker),
    page: (id: string) => `/ehc/plans/${id}`,
    sent: [
      ['RequestEarlyReview', { on: '2026-05-20', by: 'family', reason: 'Moved school' }],
      ['AnswerEarlyReview', { on: '2026-06-02', agreed: true, reason: 'A new school' }],
      ['MovePlanOut', { on: '2026-11-20', toAuthority: '816' }],
    ],
  },
  'a transition': {
    as: clinician,
    begun: (personId: string) => {
      const opening = { on: '2026-11-03', referredOn: '2026-11-03', team: 'estuary-camhs', variant: 'A', personId };
      return made('transitions', opening, clinician);
    },
    page: (id: string) => `/transitions/${id}`,
    sent: [
      ['ChooseReceivingService', { on: '2026-11-05', destination: 'AMHS_RECOVERY_WELLBEING' }],
      ['ReferOnward', { on: '2026-11-06', destination: 'AMHS_RECOVERY_WELLBEING' }],
      ['OfferHandOverItems', { on: '2026-11-10', items: [{ kind: 'joint-care-plan' }] }],
      // Who answers an item for which service is asked before the decision, and so not when it is run dry.
      ['BookFirstAppointment', { on: '2026-11-10', bookedFor: '2026-11-20' }],
      ['AttendFirstAppointment', { on: '2026-11-20' }],
    ],
  },
  'a wait': {
    as: clinician,
    begun: (personId: string) => {
      const referral = { personId, pathway: 'CHS', service: 'physiotherapy', receivedOn: '2026-10-12' };
      return made('waits', { ...referral, reason: 'Seen by the school' }, clinician);
    },
    page: (id: string) => `/waiting/${id}`,
    sent: [
      ['BookFirstContact', { on: '2026-10-20', appointmentOn: '2026-11-16' }],
      ['AttendFirstContact', { on: '2026-11-16', mode: 'video' }],
    ],
  },
} as const;

const actionsOf = async (caseId: string, as: string) =>
  (await onward.get<Actions>(`/api/v1/cases/${caseId}/available-actions`, { as })).body;

/** The id that was recorded last in a stream under a name. */
async function recordedAs(name: string, stream: string): Promise<string> {
  let found = '';
  for await (const events of onward.opened.stores.store.read(stream))
    for (const { data } of events) found = new RegExp(`"${name}":"([^"]+)"`).exec(data)?.[1] ?? found;
  return found;
}

describe.each(Object.entries(kinds))('%s', (_, { as, begun, page, sent }) => {
  it('REC-12: of somebody who was forgotten offers nothing, by the API and on its page, and says why', async () => {
    const personId = await newPerson();
    const id = await begun(personId);
    const before = await actionsOf(id, as);
    expect(before.items.length).toBeGreaterThan(5);
    const links = async () =>
      [...(await get(page(id), await signedIn(as))).body.matchAll(/href="([^"]*\/record\/[^"]*)"/g)].map(
        ([, to]) => to,
      );
    expect((await links()).length).toBeGreaterThan(2);
    const forgotten = { ground: 'erasure-granted', decision: 'RM-2026-0017', openCases: 'stop-with-it' };
    const forgetting = `/api/v1/young-people/${personId}/forgetting`;
    expect((await onward.post(forgetting, forgotten, { as: 'gita.records' })).status).toBe(200);
    const after = await actionsOf(id, as);
    expect(after.items).toEqual([]);
    const because = "This person's key was destroyed: nothing personal can be recorded for them any more.";
    expect([...new Set(after.notNow.map((one) => one.because))]).toEqual([because]);
    expect(after.notNow.length).toBe(before.items.length + before.notNow.length);
    expect([(await get(page(id), await signedIn(as))).statusCode, await links()]).toEqual([200, []]);
  });
  it('accepts what it says is available, one after the other, each where and when it says', async () => {
    const id = await begun(await newPerson());
    let stream = '';
    for (const [name, body] of sent) {
      const { address = '' } = (await actionsOf(id, as)).items.find((one) => one.name === name) ?? {};
      const [, toName] = /\{(\w+)\}/.exec(address) ?? [];
      const filled = toName ? address.replace(`{${toName}}`, await recordedAs(toName, stream)) : address;
      const answer = await onward.post<{ stream: string }>(filled, body, { as });
      expect([name, filled, answer.status, answer.body]).toMatchObject([name, filled, 200, {}]);
      ({ stream } = answer.body);
    }
  });
});
