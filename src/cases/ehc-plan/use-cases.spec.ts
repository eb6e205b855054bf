// The use cases behind their dispatcher, with stores in memory and read models in a temporary folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { EventCatalogue } from '../../store/catalogue.js';
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { Journal } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { Dispatcher } from '../../engine/access/dispatcher.js';
import { ViewLog } from '../../engine/access/view-log.js';
import { unwatched, Watcher } from '../../kernel/watcher.js';
import { Policies } from '../../engine/access/policy.js';
import { civilDate } from '../../kernel/calendar/index.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { Clock, FixedClock } from '../../kernel/clock.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { InlineProjecting } from '../../engine/processing/inline-projecting.js';
import { ReadModelFiles } from '../../engine/processing/read-models.js';
import { ReadSide } from '../../engine/processing/read-side.js';
import { areaSettingsProjection } from '../../engine/settings/projection.js';
import { worklistProjection } from '../../engine/deadlines/projection.js';
import { youngPersonEvents } from '../../engine/person/domain/events.js';
import { ehcUseCases } from './use-cases.js';
import { accessTable } from '../../engine/use-cases/offers.js';
import { personId } from './domain/history-for-tests.js';
import { moduleOf } from '../../engine/use-cases/build.js';
import { served } from './served.js';
import { ehcSlice } from './index.js';
import { peopleTables } from './project-for-tests.js';
import { askOverdueReviews } from './queries/overdue-reviews.js';
import { getEhcPlan } from './queries/get-ehc-plan.js';
import { listEhcPlans } from './queries/list-ehc-plans.js';
import { consultSchool, recordSchoolReply } from './school-consultation.js';
import { holdReviewMeeting } from './review-meeting.js';
import { issueEhcPlan } from './beginning.js';
import { copyFinalPlan, issueFinalPlan } from './final-plan.js';
import { learnOfIcbChange } from './icb-change.js';
import { sendDecisionNotice } from './decision-notice.js';

const asha = { id: 'asha', role: 'send-caseworker', organisation: '882' };
const by = (commandId: string, actor = asha): CommandContext => ({ actor, commandId, correlationId: commandId });
const on = civilDate;
const asked = (asOf: string) => ({ actor: asha, asOf: on(asOf) });

async function aSlice() {
  const folder = mkdtempSync(join(tmpdir(), 'onward-'));
  const clock = new FixedClock('2026-06-01T09:00:00.000Z');
  const keys = new MemorySubjectKeys();
  const store = new MemoryEventStore();
  const catalogue = new EventCatalogue([ehcSlice.events, youngPersonEvents]);
  const journal = new Journal(store, keys, catalogue, clock);
  const files = new ReadModelFiles(folder);
  const readSide = new ReadSide(files);
  const people = {
    name: 'people',
    version: 1,
    tables: [{ name: 'young_person', create: peopleTables, indexes: [] }],
    apply: () => undefined,
  };
  const projections = [worklistProjection, areaSettingsProjection, people, ...ehcSlice.projections];
  const projecting = new InlineProjecting(
    files,
    { store, keys, catalogue, clock, projections, retries: [1] },
    readSide,
  );
  const given = [
    { provide: Journal, useValue: journal },
    { provide: CommandRunner, useValue: new CommandRunner(journal) },
    { provide: Clock, useValue: clock },
    { provide: ReadSide, useValue: readSide },
    { provide: Policies, useValue: new Policies(accessTable([ehcUseCases])) },
    { provide: Watcher, useValue: unwatched },
    { provide: ViewLog, useValue: { note: () => undefined } },
    Dispatcher,
  ];
  const base = {
    module: class {},
    global: true,
    imports: [CqrsModule.forRoot()],
    providers: given,
    exports: [...given, CqrsModule],
  };
  const app = await Test.createTestingModule({ imports: [base, moduleOf('ehc', { ...served, pages: [] })] }).compile();
  await app.init();
  const details = {
    givenName: 'Robin',
    familyName: 'Example',
    birthDate: on('2012-08-31'),
    sendStatus: 'ehc-plan',
    responsible: '882',
  } as const;
  const registered = youngPersonEvents.registered.fact(on('2024-01-01'), details);
  await journal.append(`youngPerson-${personId}`, 'no_stream', [registered], { ...by('register'), subject: personId });
  const dispatcher = app.get(Dispatcher);
  const close = async () => {
    projecting.close();
    readSide.close();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { dispatcher, projecting, close };
}

let slice: Awaited<ReturnType<typeof aSlice>>;
beforeEach(async () => (slice = await aSlice()));
afterEach(() => slice.close());

const attended = ['family', 'setting', 'sen-officer'] as const;
const meeting = { on: on('2025-11-10'), attended: [...attended], outcomesConsidered: true };

it('carries a review from the plan to its decision notice, and shows it as of any day', async () => {
  const { dispatcher, projecting } = slice;
  const { id } = await dispatcher.send(issueEhcPlan.of({}, { personId, on: on('2024-11-25') }, by('1')));
  const refused = dispatcher.send(holdReviewMeeting.of({ id }, meeting, by('2')));
  await expect(refused).rejects.toMatchObject({ parts: { rule: 'EHC-20' } }); // Year 9, by the birth date in the person's history
  const slots = {
    employment: 'outcome-set',
    independentLiving: 'outcome-set',
    community: 'outcome-set',
    health: 'outcome-set',
  } as const;
  await dispatcher.send(holdReviewMeeting.of({ id }, { ...meeting, preparingForAdulthood: slots }, by('3')));
  const letter = { on: on('2025-11-24'), outcome: 'maintain', appealRightsGiven: true, reason: 'on track' } as const;
  const lacking = dispatcher.send(sendDecisionNotice.of({ id }, letter, by('4')));
  await expect(lacking).rejects.toMatchObject({ parts: { rule: 'EHC-13' } }); // nobody is on record as invited
  const decision = { ...letter, lacksReason: 'told in a few words' };
  const first = await dispatcher.send(sendDecisionNotice.of({ id }, decision, by('4')));
  const again = await dispatcher.send(sendDecisionNotice.of({ id }, decision, by('4')));
  expect(again.events).toEqual(first.events);

  await projecting.catchUp();
  const then = await dispatcher.ask(getEhcPlan.of({ id }, {}, asked('2025-11-20')));
  expect(then).toMatchObject({ authority: '882', rulePack: 'england-send-2014 v1', status: 'maintained' });
  expect(then.reviews.map(({ status }) => status)).toEqual(['open']);
  const now = await dispatcher.ask(getEhcPlan.of({ id }, {}, asked('2026-06-01')));
  expect(now.reviews).toMatchObject([
    { status: 'complete', outcome: 'maintain', decision: { on: '2025-11-24' } },
    { cycleId: 'next', clockStart: { on: '2025-11-24' } },
  ]);
  expect((await dispatcher.ask(listEhcPlans.of({}, { personId }, asked('2026-06-01')))).items).toMatchObject([
    { id, status: 'in force' },
  ]);
  const late = await dispatcher.ask(askOverdueReviews.of({}, { step: 'review', limit: 10 }, asked('2026-12-01')));
  expect(late.items).toMatchObject([{ planId: id, dueOn: '2026-11-23', status: 'absent' }]);
});

it('EHC-30, EHC-33, EHC-54, EHC-73: takes the further steps of a plan, and shows each with its dates', async () => {
  const { dispatcher, projecting } = slice;
  const { id } = await dispatcher.send(issueEhcPlan.of({}, { personId, on: on('2024-11-25') }, by('1')));
  const school = { on: on('2025-12-01'), kind: 'special', urn: '998010', channel: 'email' } as const;
  const asking = await dispatcher.send(consultSchool.of({ id }, school, by('2')));
  expect(asking.events.map(({ type }) => type)).toEqual(['SchoolConsulted']);
  const moving = { on: on('2026-01-05'), toIcb: 'QH8', movesOn: on('2026-02-02') };
  await dispatcher.send(learnOfIcbChange.of({ id }, moving, by('3')));
  await projecting.catchUp();
  const view = await dispatcher.ask(getEhcPlan.of({ id }, {}, asked('2026-01-10')));
  expect(view.consultations).toMatchObject([{ on: '2025-12-01', urn: '998010' }]);
  expect(view.icbChanges).toMatchObject([{ toIcb: 'QH8', movesOn: { on: '2026-02-02' } }]);
  expect(view.reviews).toMatchObject([{ arranging: 'authority convenes', pointsLeft: [] }]);
  const [consultation] = view.consultations as readonly { id: string }[];
  const reply = { on: on('2025-12-15'), reply: 'nil' } as const;
  await dispatcher.send(recordSchoolReply.of({ id, consultationId: consultation!.id }, reply, by('4')));
  await projecting.catchUp();
  const then = await dispatcher.ask(getEhcPlan.of({ id }, {}, asked('2025-12-14')));
  const now = await dispatcher.ask(getEhcPlan.of({ id }, {}, asked('2025-12-15')));
  expect([then, now].map(({ consultations: [one] }) => (one as { replied?: unknown }).replied !== undefined)).toEqual([
    false,
    true,
  ]);
});

it('EHC-29: shows who did not get the final plan, until they have got it', async () => {
  const { dispatcher, projecting } = slice;
  const { id } = await dispatcher.send(issueEhcPlan.of({}, { personId, on: on('2021-11-25') }, by('1')));
  await dispatcher.send(holdReviewMeeting.of({ id }, { ...meeting, on: on('2022-11-01') }, by('2')));
  const amend = {
    on: on('2022-11-08'),
    outcome: 'amend',
    proposedChanges: 'attached',
    appealRightsGiven: true,
    lacksReason: 'told in a few words',
  } as const;
  await dispatcher.send(sendDecisionNotice.of({ id }, amend, by('3')));
  const final = { on: on('2022-12-20'), origin: 'review', recipients: ['family'] } as const;
  const rest = { restToFollow: true };
  await dispatcher.send(issueFinalPlan.of({ id }, { ...final, ...rest, recipients: [...final.recipients] }, by('4')));
  await projecting.catchUp();
  const view = await dispatcher.ask(getEhcPlan.of({ id }, {}, asked('2023-01-10')));
  expect(view.reviews[0]).toMatchObject({ finalPlan: { on: '2022-12-20' }, finalPlanNotSentTo: ['setting', 'icb'] });
  const { cycleId = '' } = view.reviews[0] ?? {};
  const copies = { on: on('2023-01-05'), cycleId, recipients: ['setting' as const, 'icb' as const] };
  await dispatcher.send(copyFinalPlan.of({ id }, copies, by('5')));
  await projecting.catchUp();
  const sent = await dispatcher.ask(getEhcPlan.of({ id }, {}, asked('2023-01-10')));
  expect(sent.reviews[0]?.finalPlanNotSentTo).toEqual([]);
  const until = await dispatcher.ask(getEhcPlan.of({ id }, {}, asked('2023-01-04')));
  expect(until.reviews[0]?.finalPlanNotSentTo).toEqual(['setting', 'icb']);
});

it('is about a young person who is registered, and for those whose role it is', async () => {
  const { dispatcher } = slice;
  const nobody = dispatcher.send(issueEhcPlan.of({}, { personId: 'nobody', on: on('2024-11-25') }, by('1')));
  await expect(nobody).rejects.toMatchObject({ type: 'not-found' });
  const clinician = { id: 'ben', role: 'camhs-clinician', organisation: 'estuary-camhs' };
  const other = dispatcher.send(issueEhcPlan.of({}, { personId, on: on('2024-11-25') }, by('2', clinician)));
  await expect(other).rejects.toMatchObject({ type: 'not-permitted' });
});

it('EHC-06, EHC-07: no use case suspends a review or excuses its lateness', () => {
  const names = ehcUseCases.useCases.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => /pause|suspend|except|excuse|extend/i.test(name))).toEqual([]);
});
