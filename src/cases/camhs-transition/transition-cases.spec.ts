// Commands over a real journal: the person's own record decides what may be said of them.
import { carryOut } from '../../engine/use-cases/offers.js';
import type { Given, Service, UseCase, UseCaseMessage } from '../../engine/use-cases/use-case.js';
import { EventCatalogue } from '../../store/catalogue.js';
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { Journal } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import type { ActorDirectory } from '../../engine/access/actors.js';
import { demoActors } from '../../engine/access/demo-actors.js';
import type { CommandContext } from '../../kernel/envelope.js';
import type { Fact } from '../../kernel/events.js';
import { FixedClock } from '../../kernel/clock.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { discussWithAdultServices, youngPersonEvents } from '../../engine/person/domain/events.js';
import { transition } from './transition.js';
import { transitionEvents } from './domain/events.js';
import { adults, day } from './domain/transitions-for-tests.js';
import { attendFirstAppointment } from './first-appointments.js';
import { bookFirstAppointment } from './first-appointments.js';
import { completeTransitionAudit } from './audits-and-surveys.js';
import { contactAfterMiss } from './first-appointments.js';
import { dischargeFromAdultService } from './adult-discharge.js';
import { discussAtInterface } from './interface-meeting.js';
import { makePromisedContact } from './promised-contacts.js';
import { meetAdultWorker } from './adult-workers.js';
import { missFirstAppointment } from './first-appointments.js';
import { missPromisedContact } from './promised-contacts.js';
import { nameAdultWorker } from './adult-workers.js';
import { openTransition } from './opening.js';
import { PersonOnRecord } from './person-on-record.js';
import { ReceivingSide } from './receiving-side.js';
import { recordTransitionSurvey } from './audits-and-surveys.js';
import { referBackToNamedWorker } from './first-appointments.js';
import { refuseReferral } from './onward-referral.js';
import { returnHandOverItem } from './hand-over.js';
import { recordTransitionSteps } from './protocol-steps.js';
import { TransitionCases } from './transition-cases.js';

const clock = new FixedClock('2025-12-01T10:00:00.000Z');

const everybody = { all: () => demoActors() } as unknown as ActorDirectory;

function system() {
  const catalogue = new EventCatalogue([youngPersonEvents, transitionEvents]);
  const journal = new Journal(new MemoryEventStore(), new MemorySubjectKeys(), catalogue, clock);
  const runner = new CommandRunner(journal);
  return { journal, cases: new TransitionCases(runner, new PersonOnRecord(journal), clock, everybody) };
}

const carried = <Route extends string, Input extends object, Services extends readonly Service[], Result>(
  useCase: UseCase<Route, Input, Services, Result>,
  message: UseCaseMessage,
  given: Given<Services>,
) => carryOut(useCase, message, given, clock.today());

const by = (role: string, commandId: string): CommandContext => {
  const organisation = role === 'adult-clinician' ? adults : 'estuary-camhs';
  return { actor: { id: role, role, organisation }, commandId, correlationId: commandId, commandDigest: commandId };
};

const registered = youngPersonEvents.registered.fact(day('2024-03-04'), {
  givenName: 'Test',
  familyName: 'Person',
  birthDate: day('2008-05-15'),
  sendStatus: 'ehc-plan',
  responsible: 'estuary-camhs',
});
const consented = youngPersonEvents.consentRecorded.fact(day('2025-06-01'), {
  purpose: discussWithAdultServices,
  recipient: adults,
  decision: 'given',
  decidedBy: 'young-person',
});

async function opened(...person: readonly Fact[]) {
  const { journal, cases } = system();
  await journal.append('youngPerson-p1', 'no_stream', person, { ...by('camhs-clinician', 'register'), subject: 'p1' });
  const details = { personId: 'p1', referredOn: day('2025-11-20'), team: 'estuary-camhs' };
  const command = openTransition.of({}, { ...details, on: day('2025-11-21') }, by('camhs-clinician', 'open'));
  const { id } = await carried(openTransition, command, [cases]);
  return { journal, cases, id };
}

test('TRN-03, AMB-06, AMB-07: opening reads birth date and SEND status, and pins the joint protocol', async () => {
  const { journal, id } = await opened(registered);
  const { state } = await journal.load(transition, id);
  expect(state.opened).toMatchObject({ late: true, send: true, pack: 'camhs-transition-a', packVersion: 1 });
});

const discuss = (id: string, context: CommandContext) => {
  const details = { meetingId: 'm1', manner: 'named', recipients: [adults] } as const;
  return discussAtInterface.of(
    { transitionId: id },
    { ...details, recipients: [...details.recipients], on: day('2025-11-28') },
    context,
  );
};

test('TRN-44: a case is named at the interface meeting only with consent on the person’s record', async () => {
  const without = await opened(registered);
  const refused = carried(discussAtInterface, discuss(without.id, by('camhs-clinician', 'd')), [without.cases]);
  await expect(refused).rejects.toMatchObject({ parts: { rule: 'TRN-44' } });
  const { cases, journal, id } = await opened(registered, consented);
  await carried(discussAtInterface, discuss(id, by('camhs-clinician', 'd')), [cases]);
  const { state } = await journal.load(transition, id);
  expect(state.discussions).toMatchObject([{ manner: 'named', on: '2025-11-28' }]);
});

test('TRN-44: an adult clinician acts only on cases that they may know of', async () => {
  const step = { steps: [{ stepId: 'TRN-A3.1', outcome: 'done' as const }] };
  const record = (id: string) =>
    recordTransitionSteps.of({ transitionId: id }, { ...step, on: day('2025-12-01') }, by('adult-clinician', 's'));
  const without = await opened(registered);
  const refused = carried(recordTransitionSteps, record(without.id), [without.cases]);
  await expect(refused).rejects.toMatchObject({ type: 'not-permitted', parts: { rule: 'TRN-44' } });
  const { cases, id } = await opened(registered, consented);
  const result = await carried(recordTransitionSteps, record(id), [cases]);
  expect(result.events.map(({ type }) => type)).toEqual(['TransitionStepRecorded']);
});

test.each([
  ['ADULT_LD', 'TransitionStepRecorded'],
  ['VOLUNTARY_SECTOR', 'TRN-44'],
])(
  'TRN-43: what %s received without consent, an adult clinician of the trust meets with: %s',
  async (service, answer) => {
    const { cases, id } = await opened(registered);
    const received = {
      type: 'OpenReceivingService',
      on: day('2025-11-30'),
      service,
      reference: 'r',
      recordedBy: 'receiver',
    } as const;
    await cases.runner.run(transition, id, received, by('camhs-clinician', 'received'));
    const step = { steps: [{ stepId: 'TRN-A3.1', outcome: 'done' as const }] };
    const command = recordTransitionSteps.of(
      { transitionId: id },
      { ...step, on: day('2025-12-01') },
      by('adult-clinician', 's'),
    );
    const met = await carried(recordTransitionSteps, command, [cases]).then(
      ({ events }) => events[0]?.type,
      (error: { parts?: { rule?: string } }) => error.parts?.rule,
    );
    expect(met).toBe(answer);
  },
);

test('what is recorded can be read back: sealed fields stay out of the state', async () => {
  const { cases, journal, id } = await opened(registered, consented);
  const step = { steps: [{ stepId: 'TRN-A1.2', outcome: 'not-possible' as const, reason: 'a private reason' }] };
  const command = recordTransitionSteps.of(
    { transitionId: id },
    { ...step, on: day('2025-12-01') },
    by('camhs-clinician', 's'),
  );
  await carried(recordTransitionSteps, command, [cases]);
  expect(JSON.stringify((await journal.load(transition, id)).state)).not.toContain('private');
  for await (const page of journal.read(`transition-${id}`, { from: 1 }))
    expect(page[0]?.data['reason']).toBe('a private reason');
});

describe('TRN-01b: what an adult service did is said by that service', () => {
  const other = 'harbour-lights';
  const toOther = youngPersonEvents.consentRecorded.fact(day('2025-06-01'), {
    ...{ purpose: discussWithAdultServices, recipient: other, decision: 'given', decidedBy: 'young-person' },
  });
  const of = (organisation: string, commandId: string): CommandContext => ({
    ...by('adult-clinician', commandId),
    actor: { id: 'adult', role: 'adult-clinician', organisation },
  });
  const on = day('2025-12-01');

  /** Both adult services may know of the young person; one of them has them, or was asked. */
  async function known(begun: 'opened' | 'asked') {
    const { cases, journal, id } = await opened(registered, consented, toOther);
    const by1 = by('camhs-clinician', 'b');
    const service = 'AMHS_RECOVERY_WELLBEING';
    await cases.runner.run(
      transition,
      id,
      begun === 'opened'
        ? { type: 'OpenReceivingService', on: day('2025-11-30'), service, reference: 'r', recordedBy: 'receiver' }
        : { type: 'ReferOnward', on: day('2025-11-30'), destination: service, consents: [] },
      by1,
    );
    return { cases, journal, id };
  }
  const outcomeOf = (send: () => Promise<{ events: readonly { type: string }[] }>) =>
    // A handler may refuse before it begins to wait.
    Promise.resolve()
      .then(send)
      .then(
        ({ events }) => events[0]?.type,
        (error: { parts?: { rule?: string; detail?: string } }) => `${error.parts?.rule} ${error.parts?.detail}`,
      );
  const theirs = 'TRN-01b The young person is with another service, or was referred to another one.';

  test.each(['opened', 'asked'] as const)('a first appointment, when it has %s', async (begun) => {
    const { cases, id } = await known(begun);
    const book = (organisation: string) =>
      carried(
        bookFirstAppointment,
        bookFirstAppointment.of(
          { transitionId: id },
          { bookedFor: day('2025-12-10'), on },
          of(organisation, organisation),
        ),
        [cases],
      );
    expect(await outcomeOf(() => book(other))).toBe(theirs);
    expect(await outcomeOf(() => book(adults))).toBe('FirstAdultAppointmentBooked');
  });

  test('a discharge: of the service that has them, and not of one that was only asked besides', async () => {
    const { cases, id } = await known('opened');
    const asked = { type: 'ReferOnward', on, destination: 'VOLUNTARY_SECTOR', consents: [] } as const;
    await cases.runner.run(transition, id, asked, by('camhs-clinician', 'r'));
    const discharge = (organisation: string) =>
      carried(
        dischargeFromAdultService,
        dischargeFromAdultService.of({ transitionId: id }, { reason: 'moved', on }, of(organisation, organisation)),
        [cases],
      );
    expect(await outcomeOf(() => discharge(other))).toBe(theirs);
    expect(await outcomeOf(() => discharge(adults))).toBe('AdultServiceDischarged');
  });

  test('a missed appointment, the contact after it, a refer-back, and who the adult worker is', async () => {
    const { cases, journal, id } = await known('opened');
    const booked = { type: 'BookFirstAppointment', on: day('2025-11-30'), bookedFor: on, appointmentId: 'a1' } as const;
    await cases.runner.run(transition, id, booked, by('camhs-clinician', 'k'));
    const before = (await journal.load(transition, id)).revision;
    const said = [
      () =>
        carried(
          missFirstAppointment,
          missFirstAppointment.of({ transitionId: id, appointmentId: 'a1' }, { on }, of(other, '1')),
          [cases],
        ),
      () =>
        carried(
          attendFirstAppointment,
          attendFirstAppointment.of({ transitionId: id, appointmentId: 'a1' }, { on }, of(other, '2')),
          [cases],
        ),
      () =>
        carried(
          contactAfterMiss,
          contactAfterMiss.of(
            { transitionId: id, appointmentId: 'a1' },
            { method: 'call', reached: true, on },
            of(other, '4'),
          ),
          [cases],
        ),
      () =>
        carried(meetAdultWorker, meetAdultWorker.of({ transitionId: id }, { together: true, on }, of(other, '5')), [
          cases,
        ]),
      () =>
        carried(
          nameAdultWorker,
          nameAdultWorker.of(
            { transitionId: id },
            { role: 'link-worker', service: 'AMHS_RECOVERY_WELLBEING', name: 'Sam', on },
            of(other, '6'),
          ),
          [cases],
        ),
      () =>
        carried(
          referBackToNamedWorker,
          referBackToNamedWorker.of({ transitionId: id }, { reason: 'r', on }, of(other, '3')),
          [cases],
        ),
    ];
    for (const one of said) expect(await outcomeOf(one)).toBe(theirs);
    expect((await journal.load(transition, id)).revision).toBe(before);
  });

  test('a no to the referral, and an item sent back', async () => {
    const { cases, id } = await known('asked');
    await cases.runner.run(
      transition,
      id,
      { type: 'ChooseReceivingService', on, destination: 'AMHS_RECOVERY_WELLBEING' },
      by('camhs-clinician', 'c'),
    );
    await cases.runner.run(
      transition,
      id,
      { type: 'OfferItems', on, items: [{ itemId: 'i1', kind: 'medication' }] },
      by('camhs-clinician', 'o'),
    );
    const side = new ReceivingSide(everybody);
    const refuse = (organisation: string) => {
      const details = { destination: 'AMHS_RECOVERY_WELLBEING', reason: 'Full' };
      return carried(
        refuseReferral,
        refuseReferral.of({ transitionId: id }, { ...details, on }, of(organisation, `r${organisation}`)),
        [cases, side],
      );
    };
    const sendBack = (organisation: string) => {
      const details = { reason: 'The dose is missing' };
      return carried(
        returnHandOverItem,
        returnHandOverItem.of(
          { transitionId: id, itemId: 'i1' },
          { ...details, on },
          of(organisation, `b${organisation}`),
        ),
        [cases, side],
      );
    };
    expect(await outcomeOf(() => sendBack(other))).toContain('is not a service of yours');
    expect(await outcomeOf(() => sendBack(adults))).toBe('HandOverItemReturned');
    expect(await outcomeOf(() => refuse(other))).toContain('is not a service of yours');
    expect(await outcomeOf(() => refuse(adults))).toBe('OnwardReferralRefused');
  });

  test('what became of a promised contact, the survey and the audit', async () => {
    const { cases, id } = await known('opened');
    const plan = {
      type: 'AgreeJointPlan',
      on: day('2025-11-30'),
      youngPerson: 'signed',
      family: 'not-involved',
      promisedContacts: [{ kind: 'call', everyDays: 14, by: adults }],
    } as const;
    await cases.runner.run(transition, id, plan, by('camhs-clinician', 'p'));
    const made = (organisation: string, whose: string) => () =>
      carried(
        makePromisedContact,
        makePromisedContact.of(
          { transitionId: id },
          { kind: 'call', by: whose, on },
          of(organisation, `m${organisation}${whose}`),
        ),
        [cases],
      );
    const missed = (organisation: string, whose: string) => () =>
      carried(
        missPromisedContact,
        missPromisedContact.of(
          { transitionId: id },
          { kind: 'call', by: whose, missedBy: 'service', on },
          of(organisation, `n${organisation}${whose}`),
        ),
        [cases],
      );
    const surveyed = (organisation: string) => () =>
      carried(
        recordTransitionSurvey,
        recordTransitionSurvey.of(
          { transitionId: id },
          { which: 'post', outcome: 'completed', on },
          of(organisation, `s${organisation}`),
        ),
        [cases],
      );
    const audited = (organisation: string) => () =>
      carried(
        completeTransitionAudit,
        completeTransitionAudit.of({ transitionId: id }, { which: 'post', on }, of(organisation, `a${organisation}`)),
        [cases],
      );
    // Whichever name stands in `by`, theirs or the other's or a role.
    for (const whose of [other, adults, 'care-co-ordinator'])
      for (const said of [made, missed]) expect(await outcomeOf(said(other, whose))).toBe(theirs);
    for (const said of [surveyed, audited]) expect(await outcomeOf(said(other))).toBe(theirs);
    for (const said of [made, missed]) expect(await outcomeOf(said(adults, 'estuary-camhs'))).toBe(theirs);
    expect(await outcomeOf(made(adults, adults))).toBe('PromisedContactMade');
    expect(await outcomeOf(missed(adults, 'care-co-ordinator'))).toBe('PromisedContactMissed');
    expect(await outcomeOf(surveyed(adults))).toBe('TransitionSurveyRecorded');
    expect(await outcomeOf(audited(adults))).toBe('TransitionAuditCompleted');
  });

  test('where no service is on record, consent to discuss is enough to book', async () => {
    const { cases, id } = await opened(registered, consented);
    const book = bookFirstAppointment.of({ transitionId: id }, { bookedFor: day('2025-12-10'), on }, of(adults, 'x'));
    expect(await outcomeOf(() => carried(bookFirstAppointment, book, [cases]))).toBe('FirstAdultAppointmentBooked');
  });
});
