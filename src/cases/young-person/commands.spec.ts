// The commands of the slice from what is sent to what is recorded, through policy, bus, registry and history.
import type { Type } from '@nestjs/common';
import { validation } from '../../engine/api/validation.js';
import type { CommandResult } from '../../engine/commands/command-runner.js';
import { demoDirectory, useDirectory } from '../../rules/directory/current.js';
import { addDays, type CivilDate } from '../../kernel/calendar/index.js';
import { isOnwardError } from '../../kernel/errors.js';
import { IdentifierRegistry } from './identifiers/identifier-registry.js';
import { PersonReader } from './profile/person-reader.js';
import { aSlice, by, today } from './kit-for-tests.js';
import { addContact, NewContact } from './contacts.js';
import { assignNamedWorker, endNamedWorker } from './named-workers.js';
import { NewConsentOverride, recordConsentOverride } from './consent-override.js';
import { NewConsent, recordConsent } from './consent.js';
import { CorrectedDetails, correctYoungPersonDetails, NewYoungPerson, registerYoungPerson } from './registering.js';
import { AddedIdentifier, addIdentifier, SupersededIdentifier, supersedeIdentifier } from './identifiers.js';

const pipe = validation();
const body = async <T extends object>(metatype: Type<T>, value: object): Promise<T> =>
  (await pipe.transform(value, { type: 'body', metatype })) as T;

const ivy = { givenName: 'Ivy', familyName: 'Sample', birthDate: '2009-03-14' };
const nhs = (value: string) => ({ kind: 'nhs-number', value });
const amhs = 'estuary-adult-mental-health';

let slice: Awaited<ReturnType<typeof aSlice>>;
beforeEach(async () => (slice = await aSlice()));
afterEach(() => slice.close());

const register = async (commandId: string, more = {}, context = {}): Promise<CommandResult> =>
  slice.send(
    registerYoungPerson.of(
      {},
      await body(NewYoungPerson, { ...ivy, ...more }),
      by('send-caseworker', commandId, context),
    ),
  );
const holderOf = (value: string) => slice.app.get(IdentifierRegistry).find('nhs-number', value);
const profileOf = async (id: string) => (await slice.app.get(PersonReader).read(id)).profile;

describe('registering', () => {
  it('records person and identifiers; the responsible organisation is the one that registers', async () => {
    const { id, events } = await register('c1', { identifiers: [nhs('999 000 0018'), { kind: 'local', value: 'P1' }] });
    expect(events.map(({ type }) => type)).toEqual(['YoungPersonRegistered', 'IdentifierAdded', 'IdentifierAdded']);
    expect(await holderOf('9990000018')).toBe(id);
    const { core, details, identifiers } = await profileOf(id);
    expect(details).toMatchObject(ivy);
    expect(core).toMatchObject({
      responsible: 'seaborough-council',
      identifiers: [{ kind: 'nhs-number' }, { issuer: 'seaborough-council' }],
    });
    expect(Object.values(identifiers)).toEqual(['9990000018', 'P1']);
  });

  it('REC-34: refuses a number that someone else has, names them, and keeps nothing of the refused registration', async () => {
    const { id } = await register('c1', { identifiers: [nhs('9990000018')] });
    const second = register('c2', { identifiers: [nhs('9990000026'), nhs('9990000018')] });
    await expect(second).rejects.toMatchObject({ type: 'refused-by-rule' });
    const third = register('c3', { identifiers: [{ kind: 'upn', value: 'B801200005001' }, nhs('9990000018')] });
    await expect(third).rejects.toMatchObject({ type: 'already-exists', parts: { more: { personId: id } } });
    expect(await slice.app.get(IdentifierRegistry).find('upn', 'B801200005001')).toBeUndefined();
  });

  it('the same command again is the same person, also after a crash between claim and record', async () => {
    const registry = slice.app.get(IdentifierRegistry);
    const first = await register('c1', { identifiers: [nhs('9990000018')] });
    expect(await register('c1', { identifiers: [nhs('9990000018')] })).toEqual(first);
    const append = slice.journal.append.bind(slice.journal);
    const power = jest.spyOn(slice.journal, 'append').mockImplementation((stream, ...rest) => {
      if (stream.startsWith('youngPerson')) throw new Error('the power went');
      return append(stream, ...rest);
    });
    await expect(register('c2', { identifiers: [nhs('9990000026')] })).rejects.toThrow('the power went');
    const claimedFor = await registry.find('nhs-number', '9990000026');
    power.mockRestore();
    expect(claimedFor).toBeDefined();
    expect((await register('c2', { identifiers: [nhs('9990000026')] })).id).toBe(claimedFor);
  });

  it('REC-31: a live store refuses test numbers, naming the field', async () => {
    await slice.close();
    slice = await aSlice('live');
    await expect(register('c1', { identifiers: [nhs('9990000018')] })).rejects.toMatchObject({
      parts: { rule: 'REC-31', fields: [{ field: 'identifiers.0.value' }] },
    });
  });

  it('refuses what is no such field, and what is no real date', async () => {
    await expect(body(NewYoungPerson, { ...ivy, nickname: 'I' })).rejects.toMatchObject({
      parts: { fields: [{ field: 'nickname' }] },
    });
    await expect(body(NewYoungPerson, { ...ivy, birthDate: '2009-02-30' })).rejects.toMatchObject({
      type: 'invalid-input',
    });
    await expect(
      body(NewYoungPerson, { ...ivy, identifiers: [{ kind: 'passport', value: '1' }] }),
    ).rejects.toMatchObject({
      parts: { fields: [{ field: 'identifiers.0.kind' }] },
    });
  });
});

describe('a registered young person', () => {
  const caseworker = (commandId: string, more = {}) => by('send-caseworker', commandId, more);

  it('REC-34: a superseded number stays claimed, unless it was recorded in error', async () => {
    const { id } = await register('c1', { identifiers: [nhs('9990000018')] });
    const supersede = async (commandId: string, identifierId: string, why: string, replacement?: object) =>
      slice.send(
        supersedeIdentifier.of(
          { personId: id, identifierId },
          { ...(await body(SupersededIdentifier, { why, replacement })), on: today },
          caseworker(commandId),
        ),
      );
    const ids = async () => (await profileOf(id)).core.identifiers.map((one) => one.id);
    await supersede('c2', (await ids())[0] ?? '', 're-issued', nhs('9990000026'));
    expect([await holderOf('9990000018'), await holderOf('9990000026')]).toEqual([id, id]);
    await supersede('c3', (await ids())[1] ?? '', 'recorded-in-error', nhs('9990000034'));
    expect([await holderOf('9990000026'), await holderOf('9990000034')]).toEqual([undefined, id]);
    expect((await register('c4', { identifiers: [nhs('9990000026')] })).events).toHaveLength(2);
  });

  it('a refused identifier is not kept, nor is one for nobody', async () => {
    const { id } = await register('c1', { identifiers: [nhs('9990000018')] });
    const add = async (personId: string, commandId: string, more = {}) =>
      slice.send(
        addIdentifier.of(
          { personId },
          { ...(await body(AddedIdentifier, { identifier: nhs('9990000026') })), on: today },
          caseworker(commandId, more),
        ),
      );
    await expect(add(id, 'c2')).rejects.toMatchObject({ parts: { rule: 'REC-34' } });
    await expect(add('nobody', 'c3')).rejects.toMatchObject({ type: 'not-found' });
    const { id: other } = await register('c4');
    await expect(add(other, 'c5', { expectedRevision: 7 })).rejects.toMatchObject({ type: 'changed-by-someone-else' });
    expect(await holderOf('9990000026')).toBeUndefined();
    expect((await add(other, 'c6')).events).toHaveLength(1);
  });

  it('REC-11: a corrected detail shows, the others stay', async () => {
    const { id } = await register('c1', { sex: 'F' });
    const details = await body(CorrectedDetails, { familyName: 'Sampleton', reason: 'Deed poll' });
    await slice.send(correctYoungPersonDetails.of({ personId: id }, details, caseworker('c2')));
    expect((await profileOf(id)).details).toEqual({ ...ivy, familyName: 'Sampleton', sex: 'F' });
  });

  it('TRN-41: consent by a parent rests on what is recorded of the contact', async () => {
    const { id } = await register('c1', { birthDate: '2012-01-01' });
    const contact = { name: 'Rowan', relationship: 'aunt', parentalResponsibility: 'no', mayBeContacted: true };
    await slice.send(addContact.of({ personId: id }, await body(NewContact, contact), caseworker('c2')));
    const contactId = (await profileOf(id)).core.contacts[0]?.id;
    const said = { purpose: 'discuss-with-adult-services', recipient: amhs, decision: 'given' };
    const consent = async (commandId: string, more: object) =>
      slice.send(
        recordConsent.of(
          { personId: id },
          await body(NewConsent, { ...said, ...more }),
          by('camhs-clinician', commandId),
        ),
      );
    const parent = { decidedBy: 'person-with-parental-responsibility', contactId };
    await expect(consent('c3', parent)).rejects.toMatchObject({ parts: { rule: 'TRN-41' } });
    await expect(consent('c4', { decidedBy: 'young-person' })).rejects.toMatchObject({ parts: { rule: 'TRN-41' } });
    expect((await consent('c5', { ...parent, contactId: undefined, on: '2026-05-01' })).events).toHaveLength(1);
  });

  it('TRN-43: a caseworker says that their own organisation may not know, and never that it may', async () => {
    const { id } = await register('c1');
    const about = { purpose: 'share-with-education', recipient: 'seaborough-council' };
    const said = { ...about, decidedBy: 'young-person' };
    const consent = async (commandId: string, decision: string) =>
      slice.send(
        recordConsent.of({ personId: id }, await body(NewConsent, { ...said, decision }), caseworker(commandId)),
      );
    const refusal = { type: 'not-permitted', parts: { rule: 'TRN-43' } };
    await expect(consent('c2', 'given')).rejects.toMatchObject(refusal);
    expect((await profileOf(id)).core.consents).toEqual({});
    expect((await consent('c3', 'refused')).events).toHaveLength(1);
    const asked = {
      ...about,
      basis: 'safeguarding',
      reason: 'They would like to see the record',
      authorisedBy: 'ella.manager',
    };
    const override = await body(NewConsentOverride, { ...asked, until: '2026-06-10' });
    await expect(
      slice.send(recordConsentOverride.of({ personId: id }, override, caseworker('c4'))),
    ).rejects.toMatchObject(refusal);
  });

  it('TRN-44: who has left, or is not on the list any more, authorises no override; on their last day they still do', async () => {
    const { id } = await register('c1');
    let sent = 0;
    const authorised = async (authorisedBy: string) => {
      const asked = { purpose: 'discuss-with-adult-services', recipient: amhs, basis: 'safeguarding', authorisedBy };
      const details = { ...asked, reason: 'Talks of self harm to the nurse', until: '2026-06-10' };
      const override = await body(NewConsentOverride, details);
      return slice.send(recordConsentOverride.of({ personId: id }, override, by('camhs-clinician', `o${++sent}`)));
    };
    const refusal = { type: 'invalid-input', parts: { fields: [{ field: 'authorisedBy' }] } };
    const listed = (to: CivilDate) => ({ code: 'old.hand', name: 'Old Hand', to });
    const workersUntil = (to: CivilDate) => [...demoDirectory.workers, listed(to)];
    try {
      useDirectory({ ...demoDirectory, workers: workersUntil(today) }, (one) =>
        one === 'ella.manager' ? { organisation: 'seaborough-council', leftAt: '2026-05-01T09:00:00.000Z' } : undefined,
      );
      for (const left of ['ella.manager', 'old.hand', 'nobody.known'])
        await expect(authorised(left)).rejects.toMatchObject(refusal);
      useDirectory({ ...demoDirectory, workers: workersUntil(addDays(today, 1)) });
      for (const here of ['ella.manager', 'old.hand']) await authorised(here);
    } finally {
      useDirectory(demoDirectory);
    }
  });

  it('REC-12: after the key is destroyed nobody consents any more', async () => {
    const { id } = await register('c1');
    await slice.keys.destroy(id);
    const said = {
      purpose: 'discuss-with-adult-services',
      recipient: amhs,
      decision: 'given',
      decidedBy: 'young-person',
    };
    const asked = await body(NewConsent, said);
    const consent = recordConsent.of({ personId: id }, asked, by('camhs-clinician', 'c2'));
    await expect(slice.send(consent)).rejects.toMatchObject({ type: 'personal-data-destroyed' });
  });

  it('TRN-44: adult services assign their worker only where they may know of the young person', async () => {
    const { id } = await register('c1');
    const worker = { role: 'adult-care-co-ordinator', workerId: 'cora.adult', name: 'Cora Lindqvist' };
    const assign = (commandId: string) =>
      slice.send(assignNamedWorker.of({ personId: id }, { ...worker, on: today }, by('adult-clinician', commandId)));
    await expect(assign('c2')).rejects.toMatchObject({ type: 'not-permitted', parts: { rule: 'TRN-44' } });
    const said = {
      purpose: 'discuss-with-adult-services',
      recipient: amhs,
      decision: 'given',
      decidedBy: 'young-person',
    };
    await slice.send(recordConsent.of({ personId: id }, await body(NewConsent, said), by('camhs-clinician', 'c3')));
    expect((await assign('c4')).events).toHaveLength(1);
  });

  describe('with accounts', () => {
    const accounts: Readonly<Record<string, { organisation: string; leftAt?: string }>> = {
      'ella.manager': { organisation: 'seaborough-council' },
      'ben.clinician': { organisation: 'estuary-camhs' },
      'cora.adult': { organisation: amhs },
      'lee.left': { organisation: 'estuary-camhs', leftAt: '2026-05-01T09:00:00.000Z' },
    };
    beforeEach(() => useDirectory(demoDirectory, (id) => accounts[id]));
    afterEach(() => useDirectory(demoDirectory));
    const worker = { role: 'named-worker', workerId: 'ben.clinician', name: 'Ben Ferris' };
    const workersOf = async (id: string) =>
      (await profileOf(id)).core.workers.map(({ workerId, organisation, to }) => [workerId, organisation, to]);

    it('TRN-24: an adult clinician with consent to discuss takes no case over, and ends no worker of CAMHS', async () => {
      const { id } = await register('c1');
      const assigned = await slice.send(
        assignNamedWorker.of({ personId: id }, { ...worker, on: today }, by('manager', 'c2')),
      );
      expect(assigned.events).toHaveLength(1);
      const consent = { purpose: 'discuss-with-adult-services', recipient: amhs, decision: 'given' };
      const said = await body(NewConsent, { ...consent, decidedBy: 'young-person' });
      await slice.send(recordConsent.of({ personId: id }, said, by('camhs-clinician', 'c3')));
      const refusal = { type: 'not-permitted', parts: { rule: 'TRN-24' } };
      const adult = (commandId: string) => by('adult-clinician', commandId);
      const assignmentId = (await profileOf(id)).core.workers[0]?.id ?? '';
      const end = endNamedWorker.of({ personId: id, assignmentId }, { why: 'left', on: today }, adult('c4'));
      await expect(slice.send(end)).rejects.toMatchObject(refusal);
      const cora = { ...worker, workerId: 'cora.adult', name: 'Cora Lindqvist' };
      await expect(
        slice.send(assignNamedWorker.of({ personId: id }, { ...cora, on: today }, adult('c5'))),
      ).rejects.toMatchObject(refusal);
      await expect(
        slice.send(
          assignNamedWorker.of({ personId: id }, { ...cora, organisation: 'estuary-camhs', on: today }, adult('c6')),
        ),
      ).rejects.toMatchObject({ type: 'invalid-input', parts: { fields: [{ field: 'organisation' }] } });
      expect(await workersOf(id)).toEqual([['ben.clinician', 'estuary-camhs', undefined]]);
    });

    it('a worker with an account works for the organisation of the account, whoever names them', async () => {
      const { id } = await register('c1');
      const elsewhere = { ...worker, organisation: 'seaborough-council' };
      await expect(
        slice.send(assignNamedWorker.of({ personId: id }, { ...elsewhere, on: today }, by('manager', 'c2'))),
      ).rejects.toMatchObject({
        parts: { fields: [{ field: 'organisation' }] },
      });
      const other = { ...elsewhere, role: 'school-senco', workerId: '0b6c8a52-5a0e-4f6e-9d5c-1c7a5d1f0a11' };
      await slice.send(assignNamedWorker.of({ personId: id }, { ...worker, on: today }, by('manager', 'c3')));
      await slice.send(assignNamedWorker.of({ personId: id }, { ...other, on: today }, by('manager', 'c4')));
      expect((await workersOf(id)).map(([, organisation]) => organisation)).toEqual([
        'estuary-camhs',
        'seaborough-council',
      ]);
    });

    it('TRN-24: who has left is named for nobody', async () => {
      const { id } = await register('c1');
      const left = { ...worker, workerId: 'lee.left' };
      await expect(
        slice.send(assignNamedWorker.of({ personId: id }, { ...left, on: today }, by('manager', 'c2'))),
      ).rejects.toMatchObject({
        type: 'invalid-input',
        parts: { fields: [{ field: 'workerId' }] },
      });
    });

    it('TRN-43, TRN-44: nobody authorises an override in favour of the organisation that they work for', async () => {
      const { id } = await register('c1');
      const override = async (authorisedBy: string, commandId: string) => {
        const asked = { purpose: 'discuss-with-adult-services', recipient: amhs, basis: 'safeguarding', authorisedBy };
        const details = { ...asked, reason: 'Talks of self harm to the nurse', until: '2026-06-10' };
        const told = await body(NewConsentOverride, details);
        return slice.send(recordConsentOverride.of({ personId: id }, told, by('camhs-clinician', commandId)));
      };
      await expect(override('cora.adult', 'c2')).rejects.toMatchObject({
        type: 'invalid-input',
        parts: { rule: 'TRN-44', fields: [{ field: 'authorisedBy' }] },
      });
      expect((await override('ella.manager', 'c3')).events).toHaveLength(1);
    });
  });

  it('nothing is recorded for a day still to come, nor by someone without the role', async () => {
    const tomorrow = { decision: 'given' } as NewConsent;
    const { id } = await register('c0');
    const ahead = recordConsent.of(
      { personId: id },
      { ...tomorrow, on: addDays(today, 1) },
      by('camhs-clinician', 'c'),
    );
    await expect(slice.send(ahead)).rejects.toThrow('is in the future');
    const attempt = slice.send(registerYoungPerson.of({}, await body(NewYoungPerson, ivy), by('auditor', 'c1')));
    await attempt.catch((error: unknown) => expect(isOnwardError(error, 'not-permitted')).toBe(true));
    await expect(attempt).rejects.toThrow();
  });
});
