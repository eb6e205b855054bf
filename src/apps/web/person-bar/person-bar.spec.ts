// Who it is, beyond doubt.
import type { YoungPersonView } from '../../../cases/young-person/queries/person-view.js';
import { personBar } from './person-bar.js';

const person: YoungPersonView = {
  id: 'p1',
  asOf: '2026-11-25',
  revision: 3,
  personalDataDestroyed: false,
  givenName: 'Ivy',
  familyName: 'Sample',
  birthDate: '2009-03-14',
  age: 17,
  responsible: 'seaborough-council',
  sendStatus: 'ehc-plan',
  identifiers: [
    { identifierId: 'i0', kind: 'nhs-number', value: '9990000018', restricted: true, supersededOn: '2026-01-01' },
    { identifierId: 'i1', kind: 'nhs-number', value: '9990000026', restricted: false },
    { identifierId: 'i2', kind: 'upn', value: 'B801200005001', restricted: false },
  ],
  contacts: [
    { contactId: 'c0', name: 'Not Her', mayBeContacted: false, from: '2020-01-01' },
    { contactId: 'c1', name: 'Ada Sample', relationship: 'mother', phone: '01632 960001', from: '2020-01-01' },
  ],
  namedWorkers: [
    {
      assignmentId: 'w0',
      role: 'send-officer',
      workerId: 'old',
      organisation: 'o',
      from: '2020-01-01',
      to: '2024-01-01',
      current: false,
    },
    {
      assignmentId: 'w1',
      role: 'send-officer',
      workerId: 'asha',
      name: 'Asha Bright',
      organisation: 'o',
      from: '2024-01-01',
      current: true,
    },
  ],
  consents: [],
};

it('shows current numbers, the workers of now, a contact who may be rung, who leads and whom to ring in a crisis', () => {
  expect(
    personBar(person, { leadServiceName: 'Progressions', inACrisis: 'Progressions, or First response, 111' }),
  ).toMatchObject({
    name: 'Ivy Sample',
    numbers: [
      { label: 'NHS number', value: '999 000 0026' },
      { label: 'UPN', value: 'B801200005001' },
    ],
    leads: [{ role: 'SEND officer', name: 'Asha Bright' }],
    lead: 'Progressions',
    crisis: 'Progressions, or First response, 111',
    ring: { name: 'Ada Sample', phone: '01632 960001' },
  });
});

it('REC-12: says that the personal data is destroyed; and warns of a death before anything else', () => {
  expect(personBar({ ...person, personalDataDestroyed: true }).name).toBe('Personal data destroyed');
  expect(personBar({ ...person, diedOn: '2026-10-01', movedOn: '2026-09-01' }).warning).toBe('Died on 1 Oct 2026');
});

describe('AMB-19: who decides changes on three days, and the bar says each with its rule', () => {
  // CAL-E17: compulsory school age ends on Fri 26 Jun 2026, at 15; 16 on 20 Aug 2026, 18 on 20 Aug 2028.
  const on = (asOf: string) =>
    personBar({ ...person, birthDate: '2010-08-20', asOf }).decides.map(({ about, who }) => `${about}: ${who}`);

  it('CAL-E17: to the parent on 26 Jun 2026, to the young person on 27 Jun 2026', () => {
    expect(on('2026-06-26')[0]).toBe(
      'Letters about an EHC plan: to the parent; from 27 Jun 2026 on to the young person (CAL-15)',
    );
    expect(on('2026-06-27')[0]).toBe('Letters about an EHC plan: to the young person, since 27 Jun 2026 (CAL-15)');
  });

  it('TRN-40: consent about health is the young person’s from the 16th birthday, TRN-42: theirs alone from the 18th', () => {
    expect(on('2026-08-19')[1]).toContain('else who has parental responsibility; from 20 Aug 2026 on');
    expect(on('2026-08-20')[1]).toBe('Consent about health: the young person, since 20 Aug 2026 (TRN-40)');
    expect(on('2028-08-19')[1]).toContain('(TRN-40)');
    expect(on('2028-08-20')[1]).toBe('Consent about health: the person alone, since 20 Aug 2028 (TRN-42)');
  });

  it('says nothing of letters about a plan when none can be in force, of somebody who died, or without a birth date', () => {
    expect(on('2036-08-20')).toHaveLength(1);
    expect(personBar({ ...person, diedOn: '2026-10-01' }).decides).toEqual([]);
    expect(personBar({ ...person, birthDate: undefined }).decides).toEqual([]);
  });
});

it('WAIT-45: says on every page since when the risk is higher, and of nobody who has died', () => {
  expect(personBar({ ...person, riskHigherOn: '2026-11-03' }).risk).toBe('Risk higher since 3 Nov 2026 (WAIT-45)');
  expect(personBar(person).risk).toBeUndefined();
  expect(personBar({ ...person, riskHigherOn: '2026-11-03', diedOn: '2026-11-20' }).risk).toBeUndefined();
});

it('TRN-01a, RSG-12: who moved to an adult service in Ready Steady Go is said to have, beside who leads the CAMHS transition', () => {
  const programme = {
    id: 'r1',
    personId: 'p1',
    service: 'community-paediatrics',
    organisation: 'o',
    startedOn: '2024-01-01',
  };
  const running = { ...programme, stage: 'go', helpOpen: 0 };
  expect(personBar(person, { leadServiceName: 'CAMHS' }, [running]).moved).toEqual([]);
  const moved = { ...running, transferredOn: '2026-11-20', transferredTo: 'seaborough-hospital' };
  expect(personBar(person, { leadServiceName: 'CAMHS' }, [moved]).moved).toEqual([
    { programme: 'Ready Steady Go, Community paediatrics', to: 'moved to Seaborough Hospital on 20 Nov 2026' },
  ]);
});
