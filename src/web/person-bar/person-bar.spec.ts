// Who it is, beyond doubt.
import type { YoungPersonView } from '../../young-people/queries/person-view.js';
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
