// Commands over a real journal: the person's own record decides what may be said of them.
import { EventCatalogue } from '../../event-store/catalogue.js';
import { CommandRunner } from '../../event-store/command-runner.js';
import { Journal } from '../../event-store/journal.js';
import { MemoryEventStore } from '../../event-store/memory/memory-event-store.js';
import type { CommandContext } from '../../kernel/envelope.js';
import type { Fact } from '../../kernel/events.js';
import { FixedClock } from '../../ops/clock.js';
import { MemorySubjectKeys } from '../../privacy/keys/memory-subject-keys.js';
import { discussWithAdultServices, youngPersonEvents } from '../../young-people/domain/events.js';
import { transition } from '../domain/decide.js';
import { transitionEvents } from '../domain/events.js';
import { adults, day } from '../domain/transitions-for-tests.js';
import { DiscussAtInterface, DiscussAtInterfaceHandler } from './discuss-at-interface.js';
import { OpenTransition, OpenTransitionHandler } from './open-transition.js';
import { PersonOnRecord } from './person-on-record.js';
import { RecordTransitionSteps, RecordTransitionStepsHandler } from './record-transition-steps.js';
import { TransitionCases } from './transition-cases.js';

const clock = new FixedClock('2025-12-01T10:00:00.000Z');

function system() {
  const catalogue = new EventCatalogue([youngPersonEvents, transitionEvents]);
  const journal = new Journal(new MemoryEventStore(), new MemorySubjectKeys(), catalogue, clock);
  return { journal, cases: new TransitionCases(new CommandRunner(journal), new PersonOnRecord(journal), clock) };
}

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
  const command = new OpenTransition(details, day('2025-11-21'), by('camhs-clinician', 'open'));
  const { id } = await new OpenTransitionHandler(cases).execute(command);
  return { journal, cases, id };
}

test('TRN-03, AMB-06, AMB-07: opening reads birth date and SEND status, and pins the joint protocol', async () => {
  const { journal, id } = await opened(registered);
  const { state } = await journal.load(transition, id);
  expect(state.opened).toMatchObject({ late: true, send: true, pack: 'camhs-transition-a', packVersion: 1 });
});

const discuss = (id: string, context: CommandContext) => {
  const details = { meetingId: 'm1', manner: 'named', recipients: [adults] } as const;
  return new DiscussAtInterface(id, { ...details, recipients: [...details.recipients] }, day('2025-11-28'), context);
};

test('TRN-44: a case is named at the interface meeting only with consent on the person’s record', async () => {
  const without = await opened(registered);
  const refused = new DiscussAtInterfaceHandler(without.cases).execute(discuss(without.id, by('camhs-clinician', 'd')));
  await expect(refused).rejects.toMatchObject({ parts: { rule: 'TRN-44' } });
  const { cases, journal, id } = await opened(registered, consented);
  await new DiscussAtInterfaceHandler(cases).execute(discuss(id, by('camhs-clinician', 'd')));
  const { state } = await journal.load(transition, id);
  expect(state.discussions).toMatchObject([{ manner: 'named', on: '2025-11-28' }]);
});

test('TRN-44: an adult clinician acts only on cases that they may know of', async () => {
  const step = { steps: [{ stepId: 'TRN-A3.1', outcome: 'done' as const }] };
  const record = (id: string) => new RecordTransitionSteps(id, step, day('2025-12-01'), by('adult-clinician', 's'));
  const without = await opened(registered);
  const refused = new RecordTransitionStepsHandler(without.cases).execute(record(without.id));
  await expect(refused).rejects.toMatchObject({ type: 'not-permitted', parts: { rule: 'TRN-44' } });
  const { cases, id } = await opened(registered, consented);
  const result = await new RecordTransitionStepsHandler(cases).execute(record(id));
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
    await cases.run(id, received, by('camhs-clinician', 'received'));
    const step = { steps: [{ stepId: 'TRN-A3.1', outcome: 'done' as const }] };
    const command = new RecordTransitionSteps(id, step, day('2025-12-01'), by('adult-clinician', 's'));
    const met = await new RecordTransitionStepsHandler(cases).execute(command).then(
      ({ events }) => events[0]?.type,
      (error: { parts?: { rule?: string } }) => error.parts?.rule,
    );
    expect(met).toBe(answer);
  },
);

test('what is recorded can be read back: sealed fields stay out of the state', async () => {
  const { cases, journal, id } = await opened(registered, consented);
  const step = { steps: [{ stepId: 'TRN-A1.2', outcome: 'not-possible' as const, reason: 'a private reason' }] };
  const command = new RecordTransitionSteps(id, step, day('2025-12-01'), by('camhs-clinician', 's'));
  await new RecordTransitionStepsHandler(cases).execute(command);
  expect(JSON.stringify((await journal.load(transition, id)).state)).not.toContain('private');
  for await (const page of journal.read(`transition-${id}`, { from: 1 }))
    expect(page[0]?.data['reason']).toBe('a private reason');
});
