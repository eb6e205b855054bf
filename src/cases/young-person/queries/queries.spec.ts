// What is shown of young people, to whom, on which date.
import { civilDate } from '../../../kernel/calendar/index.js';
import { youngPerson, type YoungPersonCommand } from '../young-person.js';
import { amhs, anIdentifier, d, discuss, registration } from '../facts-for-tests.js';
import { anActor, aSlice, by, today } from '../kit-for-tests.js';
import { findYoungPeople, type PeopleQuery } from './find-young-people.js';
import { getYoungPerson } from './get-young-person.js';

let slice: Awaited<ReturnType<typeof aSlice>>;
let commands = 0;
beforeEach(async () => (slice = await aSlice()));
afterEach(() => slice.close());

const run = (id: string, command: YoungPersonCommand) =>
  slice.runner.run(youngPerson, id, command, by('system', `c${++commands}`));
const register = (id: string, over = {}, identifiers = [anIdentifier()]) =>
  run(id, { type: 'Register', on: d('2024-09-02'), details: { ...registration, ...over }, identifiers });
const consent = (id: string, on: string, decision: 'given' | 'withdrawn', birthDate = '2008-03-14') =>
  run(id, {
    type: 'RecordConsent',
    on: d(on),
    birthDate: d(birthDate),
    consent: { purpose: discuss, recipient: amhs, decision, decidedBy: 'young-person' },
  });
const get = (id: string, role = 'send-caseworker', asOf = today) =>
  slice.ask(getYoungPerson.of({ personId: id }, {}, { actor: anActor(role), asOf }));
const find = async (query: PeopleQuery, role = 'send-caseworker') => {
  await slice.projecting.catchUp();
  return slice.ask(findYoungPeople.of({}, query, { actor: anActor(role), asOf: today }));
};
const idsOf = async (query: PeopleQuery, role?: string) => (await find(query, role)).items.map(({ id }) => id);

describe('one young person', () => {
  it('R18: shows named workers with their history as it stood on the date', async () => {
    await register('p1');
    const worker = (assignmentId: string) => ({
      assignmentId,
      role: 'care-co-ordinator',
      workerId: assignmentId === 'ann' ? 'ella.manager' : 'ben.clinician',
      organisation: 'estuary-camhs',
      name: assignmentId,
    });
    await run('p1', { type: 'AssignNamedWorker', on: d('2025-01-01'), worker: worker('ann') });
    await run('p1', { type: 'AssignNamedWorker', on: d('2026-01-01'), worker: worker('bob') });
    expect((await get('p1')).namedWorkers).toMatchObject([
      { name: 'ann', from: '2025-01-01', to: '2026-01-01', current: false },
      { name: 'bob', from: '2026-01-01', current: true },
    ]);
    expect((await get('p1', 'manager', d('2025-06-01'))).namedWorkers).toEqual([
      {
        assignmentId: 'ann',
        role: 'care-co-ordinator',
        workerId: 'ella.manager',
        name: 'ann',
        organisation: 'estuary-camhs',
        from: '2025-01-01',
        current: true,
      },
    ]);
  });

  it('REC-34: superseded numbers show to manager and auditor only, marked as restricted', async () => {
    await register('p1');
    const replacement = anIdentifier({ identifierId: 'i2', value: '9990000026' });
    await run('p1', {
      type: 'SupersedeIdentifier',
      on: d('2026-01-01'),
      identifierId: 'i1',
      why: 're-issued',
      replacement,
    });
    const values = async (role: string, asOf = today) =>
      (await get('p1', role, asOf)).identifiers.map(({ value, restricted }) => [value, restricted]);
    expect(await values('send-caseworker')).toEqual([['9990000026', false]]);
    expect(await values('send-caseworker', d('2025-06-01'))).toEqual([]);
    for (const role of ['manager', 'auditor']) {
      expect(await values(role)).toEqual([
        ['9990000018', true],
        ['9990000026', false],
      ]);
    }
  });

  it('TRN-40: consent of a parent is to be asked again from 16', async () => {
    await register('p1', { birthDate: d('2010-06-01') });
    const said = {
      purpose: discuss,
      recipient: amhs,
      decision: 'given',
      decidedBy: 'person-with-parental-responsibility',
    } as const;
    await run('p1', {
      type: 'RecordConsent',
      on: d('2025-01-01'),
      birthDate: d('2010-06-01'),
      consent: { ...said, why: 'Early start' },
    });
    expect((await get('p1', 'manager', d('2026-05-31'))).consents).toMatchObject([
      { current: true, askAgain: false, why: 'Early start' },
    ]);
    expect((await get('p1')).consents).toMatchObject([{ current: true, askAgain: true }]);
    expect((await get('p1', 'manager', d('2024-12-31'))).consents).toEqual([]);
  });

  it('TRN-44: adult clinicians see them with consent only, and TRN-43: no earlier date opens what was withdrawn', async () => {
    await register('p1');
    await expect(get('p1', 'adult-clinician')).rejects.toMatchObject({
      type: 'not-permitted',
      parts: { rule: 'TRN-44' },
    });
    await consent('p1', '2026-05-01', 'given');
    expect((await get('p1', 'adult-clinician')).familyName).toBe('Sample');
    await consent('p1', '2026-05-31', 'withdrawn');
    await expect(get('p1', 'adult-clinician', d('2026-05-15'))).rejects.toMatchObject({ parts: { rule: 'TRN-44' } });
  });

  it('TRN-44: an override opens the record', async () => {
    await register('p1');
    const override = {
      purpose: discuss,
      recipient: amhs,
      basis: 'vital-interests',
      until: d('2026-06-01'),
      reason: 'In danger of life tonight',
      authorisedBy: 'ella.manager',
    } as const;
    await run('p1', { type: 'OverrideConsent', on: d('2026-05-02'), override, recordedBy: 'ben.clinician' });
    await expect(get('p1', 'adult-clinician')).rejects.toMatchObject({ parts: { rule: 'TRN-44' } });
    const later = { ...override, until: d('2026-06-02') };
    await run('p1', { type: 'OverrideConsent', on: d('2026-05-03'), override: later, recordedBy: 'ben.clinician' });
    const { consents } = await get('p1', 'adult-clinician');
    expect(consents).toMatchObject([
      { decision: 'overridden', decidedBy: 'vital-interests', current: false },
      { decision: 'overridden', decidedBy: 'vital-interests', why: 'In danger of life tonight', current: true },
    ]);
  });

  it('REC-12: says when the personal data is gone; not-found when there is nobody', async () => {
    await register('p1');
    await slice.keys.destroy('p1');
    const view = await get('p1');
    expect(view).toMatchObject({ personalDataDestroyed: true, responsible: 'seaborough-council' });
    expect(view.familyName).toBeUndefined();
    await expect(get('nobody')).rejects.toMatchObject({ type: 'not-found' });
  });
});

describe('finding young people', () => {
  it('by how the name begins, either name first, page by page', async () => {
    const people = [
      ['p1', 'Ivy', 'Sample'],
      ['p2', 'Zoë', 'Sample'],
      ['p3', 'Max', 'Sampson'],
      ['p4', 'Sam', 'Other'],
    ] as const;
    for (const [id, givenName, familyName] of people) await register(id, { givenName, familyName }, []);
    expect(await idsOf({ name: 'samp' })).toEqual(['p1', 'p2', 'p3']);
    expect(await idsOf({ name: 'zo' })).toEqual(['p2']);
    expect(await idsOf({ name: 'sam' })).toEqual(['p4', 'p1', 'p2', 'p3']);
    expect(await idsOf({ name: 's' })).toEqual(['p1', 'p2', 'p3']);
    expect(await idsOf({ name: 'zoe sam' })).toEqual(['p2']);
    expect(await idsOf({ name: 'SAMPLE, zo' })).toEqual(['p2']);
    const first = await find({ limit: 3 });
    expect(first.items.map(({ id }) => id)).toEqual(['p4', 'p1', 'p2']);
    expect(await idsOf({ limit: 3, cursor: first.next })).toEqual(['p3']);
  });

  it('REC-34: by number, a superseded one for manager and auditor only', async () => {
    await register('p1');
    const replacement = anIdentifier({ identifierId: 'i2', value: '9990000026' });
    await run('p1', {
      type: 'SupersedeIdentifier',
      on: d('2026-01-01'),
      identifierId: 'i1',
      why: 're-issued',
      replacement,
    });
    expect(await find({ nhsNumber: '999 000 0026' })).toMatchObject({ items: [{ id: 'p1', nhsNumber: '9990000026' }] });
    expect(await idsOf({ nhsNumber: '9990000018' })).toEqual([]);
    expect(await idsOf({ nhsNumber: '9990000018' }, 'auditor')).toEqual(['p1']);
    await expect(find({ nhsNumber: '9990000019' })).rejects.toMatchObject({
      parts: { fields: [{ field: 'nhsNumber' }] },
    });
  });

  it('by UPN and local id', async () => {
    const upn = anIdentifier({ identifierId: 'u', kind: 'upn', value: 'B801200005001' });
    await register('p1', {}, [upn, anIdentifier({ identifierId: 'l', kind: 'local', issuer: '882', value: 'P1' })]);
    expect(await idsOf({ upn: 'b801200005001' })).toEqual(['p1']);
    expect(await idsOf({ localId: 'P1' })).toEqual(['p1']);
    expect(await idsOf({ localId: 'P2' })).toEqual([]);
  });

  it('TRN-44: adult clinicians find those they may know of today', async () => {
    await register('p1', {}, []);
    await register('p2', {}, []);
    await consent('p2', '2026-05-01', 'given');
    expect(await idsOf({ name: 'sample' }, 'adult-clinician')).toEqual(['p2']);
    await consent('p2', civilDate(today), 'withdrawn');
    expect(await idsOf({ name: 'sample' }, 'adult-clinician')).toEqual([]);
    expect(await idsOf({ name: 'sample' })).toEqual(['p1', 'p2']);
  });
});
