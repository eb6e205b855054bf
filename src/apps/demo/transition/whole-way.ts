// The whole way from the team meeting to the adult service, by age: of somebody younger, the rest has not happened yet.
import { addDays, ageGate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Tale } from '../tale.js';
import {
  agreePlan,
  consent,
  discuss,
  handOver,
  mark,
  nameWorker,
  open,
  step,
  transitionOf,
  type Variant,
} from './steps.js';

const destination = 'AMHS_RECOVERY_WELLBEING';

export interface Way {
  readonly variant: Variant;
  readonly referred: CivilDate;
  /** The last stage that happens: what comes after is left undone, however old they are. */
  readonly upTo?: 'identified' | 'discussed' | 'planned' | 'referred' | 'accepted' | 'opened';
}

const stages = ['identified', 'discussed', 'planned', 'referred', 'accepted', 'opened', 'closed'] as const;

export function wholeWay(tale: Tale, { variant, referred, upTo = 'opened' }: Way): void {
  const { birthDate } = tale.person;
  const at = (years: number, months: number, days = 0) => addDays(ageGate(birthDate, years, months), days);
  const told = (stage: (typeof stages)[number]) => stages.indexOf(stage) <= stages.indexOf(upTo);
  open(tale, referred, variant);
  if (upTo === 'opened') mark(tale, referred, 'planningStarted');
  if (told('identified')) identified(tale, variant, at);
  if (told('discussed')) discussed(tale, variant, at);
  if (told('planned')) planned(tale, variant, at);
  if (told('referred')) referredOn(tale, at(17, 7));
  if (told('accepted')) accepted(tale, at(17, 8), at(17, 10));
  if (told('opened')) opened(tale, variant, at);
}

type At = (years: number, months: number, days?: number) => CivilDate;

export function identified(tale: Tale, variant: Variant, at: At): void {
  nameWorker(tale, at(16, 11));
  step(tale, at(16, 11, 5), variant, 'identified');
  step(tale, at(17, 0, 4), variant, 'reviewMeeting');
  const stream = `transition-${transitionOf(tale)}`;
  tale.tookPart(stream, at(17, 0, 4), 'young-person', {
    ...{ how: 'present', rung: 'engagement', said: 'I do not want to tell everything again.' },
    did: 'The new worker reads the summary first, and comes to one meeting here.',
  });
  tale.tookPart(stream, at(17, 0, 4), 'family', { how: 'asked-and-declined' });
  step(tale, at(17, 0, 20), variant, 'processDiscussed');
}

function discussed(tale: Tale, variant: Variant, at: At): void {
  consent(tale, at(17, 0, 22), 'given');
  step(tale, at(17, 0, 24), variant, 'consent');
  mark(tale, at(17, 1), 'folderGiven');
  for (const month of [1, 2, 3, 4, 5, 6, 7]) discuss(tale, at(17, month), 'named');
}

function planned(tale: Tale, variant: Variant, at: At): void {
  step(tale, at(17, 5), variant, 'jointAssessment');
  const name = {
    type: 'NameAdultWorker',
    on: at(17, 5, 9),
    role: 'link-worker',
    service: destination,
    name: 'Cora Lindqvist',
  } as const;
  tale.transition(transitionOf(tale), name.on, () => name, 'cora.adult');
  agreePlan(tale, at(17, 6));
  step(tale, at(17, 6, 10), variant, 'informationGiven');
  step(tale, at(17, 6, 10), variant, 'preSurvey');
}

export function referredOn(tale: Tale, on: CivilDate): void {
  const id = transitionOf(tale);
  tale.transition(id, on, () => ({ type: 'ChooseReceivingService', on, destination }));
  tale.transition(id, on, () => ({ type: 'ReferOnward', on, destination, evidence: 'Referral letter' }));
}

export function accepted(tale: Tale, on: CivilDate, met?: CivilDate): void {
  const id = transitionOf(tale);
  const accept = {
    type: 'AcceptReferral',
    on,
    destination,
    by: 'Cora Lindqvist',
    evidence: 'Letter of acceptance',
  } as const;
  tale.transition(id, on, () => accept, 'cora.adult');
  if (met)
    tale.transition(
      id,
      met,
      () => ({ type: 'MeetAdultWorker', on: met, service: destination, together: true }),
      'cora.adult',
    );
}

export function opened(tale: Tale, variant: Variant, at: At): void {
  const id = transitionOf(tale);
  const last = (days: number) => at(18, 0, -days);
  step(tale, at(17, 9), variant, 'transferMeetingAgreed');
  step(tale, last(40), variant, 'finalMeeting');
  handOver(tale, last(38), last(20));
  tale.transition(
    id,
    last(14),
    () => ({
      type: 'OpenReceivingService',
      on: last(14),
      service: destination,
      reference: 'Opened on the adult list',
      recordedBy: 'receiver',
    }),
    'cora.adult',
  );
  const closing = {
    type: 'CloseCamhs',
    on: last(5),
    destination,
    acceptanceEvidence: 'Opened on the adult list',
  } as const;
  tale.transition(id, closing.on, () => closing);
  step(tale, at(18, 0, 10), variant, 'preAudit');
}
