// Events become rows: profile, identifiers, workers, consent intervals, contacts.
import { emptyLists } from '../../engine/processing/lists-for-tests.js';
import type { Envelope } from '../../store/codec.js';
import { past } from '../../kernel/given-when-then.js';
import type { Statements } from '../../engine/processing/statements.js';
import { youngPersonEvents as events, type YoungPersonFact } from '../../engine/person/domain/events.js';
import { amhs, anIdentifier, consent, d, discuss, registered } from './facts-for-tests.js';
import { worklistProjection } from '../../engine/deadlines/projection.js';
import { youngPeopleProjection } from './projection.js';

const never = '9999-12-31';

function rowsAfter(...facts: YoungPersonFact[]): Statements {
  const db = emptyLists(worklistProjection, youngPeopleProjection);
  const envelopes = past([registered, ...facts]).map(
    (event) => ({ ...event, stream: 'youngPerson-p1' }) as unknown as Envelope,
  );
  youngPeopleProjection.apply(envelopes.slice(0, 2), db);
  youngPeopleProjection.apply(envelopes.slice(2), db);
  return db;
}

describe('the rows of a young person', () => {
  it('show details as corrected, the current number, and the dates of moving and death', () => {
    const db = rowsAfter(
      events.detailsCorrected.fact(d('2025-01-01'), { familyName: 'O’Sample', reason: 'Spelling' }),
      events.identifierAdded.fact(d('2025-01-01'), anIdentifier()),
      events.identifierSuperseded.fact(d('2025-02-01'), {
        identifierId: 'i1',
        kind: 'nhs-number',
        why: 're-issued',
        replacedBy: 'i2',
      }),
      events.identifierAdded.fact(d('2025-02-01'), anIdentifier({ identifierId: 'i2', value: '9990000026' })),
      events.sendStatusRecorded.fact(d('2025-03-01'), { status: 'ehc-plan' }),
      events.movedAway.fact(d('2025-04-01'), { source: 'family' }),
    );
    expect(db.get('SELECT * FROM young_person')).toEqual({
      id: 'p1',
      given_name: 'Ivy',
      family_name: 'O’Sample',
      birth_date: '2009-03-14',
      sex: null,
      ethnicity: null,
      postcode: null,
      send_status: 'ehc-plan',
      send_needs: 1,
      send_since: '2025-03-01',
      send_event: 'e6',
      send_denied_on: null,
      responsible: 'seaborough-council',
      nhs_number: '9990000026',
      upn: null,
      registered_on: '2024-09-02',
      moved_on: '2025-04-01',
      died_on: null,
      search_key: 'osample ivy',
      given_key: 'ivy',
      birth_event: 'e1',
      forgotten_on: null,
    });
    expect(db.all('SELECT value, from_on, to_on, why FROM person_identifier ORDER BY identifier_id')).toEqual([
      { value: '9990000018', from_on: '2025-01-01', to_on: '2025-02-01', why: 're-issued' },
      { value: '9990000026', from_on: '2025-02-01', to_on: never, why: null },
    ]);
  });

  it('REC-24: name the event that says when they were born: the registration, or its latest correction', () => {
    const corrected = (more: object) =>
      events.detailsCorrected.fact(d('2025-01-01'), { ...more, reason: 'Typed wrong' });
    const eventOf = (...facts: YoungPersonFact[]) => rowsAfter(...facts).get('SELECT birth_event FROM young_person');
    expect(eventOf(corrected({ familyName: 'Other' }))).toEqual({ birth_event: 'e1' });
    expect(eventOf(corrected({ birthDate: d('2009-03-15') }), corrected({ familyName: 'Other' }))).toEqual({
      birth_event: 'e2',
    });
  });

  it('TRN-43: any date falls into one interval of consent, overrides stand beside', () => {
    const db = rowsAfter(
      consent('2025-06-01', 'withdrawn'),
      consent('2025-05-01', 'given'),
      events.consentOverridden.fact(d('2025-07-01'), {
        purpose: discuss,
        recipient: amhs,
        basis: 'safeguarding',
        until: d('2025-08-01'),
        reason: 'Risk',
        authorisedBy: 'Ella',
      }),
    );
    const on = (date: string) =>
      db
        .all('SELECT decision FROM person_consent WHERE person_id = ? AND from_on <= ? AND to_on > ?', 'p1', date, date)
        .map((row) => row['decision']);
    expect([on('2025-04-30'), on('2025-05-01'), on('2025-06-01'), on('2025-08-01')]).toEqual([
      [],
      ['given'],
      ['withdrawn'],
      ['withdrawn'],
    ]);
    expect(on('2025-07-31').sort()).toEqual(['overridden', 'withdrawn']);
  });

  it('keep the workers with their times, and the contacts', () => {
    const worker = {
      assignmentId: 'a1',
      role: 'named-worker',
      workerId: 'asha',
      organisation: 'council',
      name: 'Asha Bright',
    };
    const contact = {
      contactId: 'c1',
      name: 'Rowan',
      relationship: 'mother',
      parentalResponsibility: 'yes',
      mayBeContacted: false,
    } as const;
    const db = rowsAfter(
      events.namedWorkerAssigned.fact(d('2025-01-01'), worker),
      events.namedWorkerEnded.fact(d('2025-02-01'), { assignmentId: 'a1', role: 'named-worker', why: 'left' }),
      events.contactAdded.fact(d('2025-01-01'), contact),
      events.contactChanged.fact(d('2025-03-01'), { contactId: 'c1', phone: '01632 960001' }),
    );
    expect(db.all('SELECT * FROM named_worker')).toEqual([
      {
        person_id: 'p1',
        role: 'named-worker',
        worker_id: 'asha',
        name: 'Asha Bright',
        organisation: 'council',
        from_on: '2025-01-01',
        to_on: '2025-02-01',
        assignment_id: 'a1',
      },
    ]);
    expect(db.get('SELECT name, phone, may_be_contacted, to_on FROM contact')).toEqual({
      name: 'Rowan',
      phone: '01632 960001',
      may_be_contacted: 0,
      to_on: never,
    });
  });

  it('REC-12: without their key the person keeps a row without anything personal', () => {
    const { givenName: _, familyName: __, birthDate: ___, ...clear } = registered.data;
    const db = emptyLists(worklistProjection, youngPeopleProjection);
    const envelope = { ...past([registered])[0], data: clear, stream: 'youngPerson-p1' } as unknown as Envelope;
    youngPeopleProjection.apply([envelope], db);
    expect(db.get('SELECT given_name, birth_date, search_key FROM young_person')).toEqual({
      given_name: '',
      birth_date: null,
      search_key: null,
    });
  });
});
