// A whole kind of case for the tests, from this folder alone: three events, three use cases, one deadline, one kind of task, rule packs of its own.
import { readFileSync } from 'node:fs';
import { ApiProperty } from '../../src/engine/api/api-property.js';
import { IsString, Length } from 'class-validator';
import { CommandRunner } from '../../src/engine/commands/command-runner.js';
import { never } from '../../src/engine/deadlines/deadline-table.js';
import { caseProjection } from '../../src/engine/processing/case-projection.js';
import { replayable, type Slice } from '../../src/engine/processing/slice.js';
import { processManager } from '../../src/engine/processing/process-managers/process-manager.js';
import { table } from '../../src/engine/processing/table.js';
import { type Offers } from '../../src/engine/use-cases/offers.js';
import { straight, useCasesOn } from '../../src/engine/use-cases/case-use-case.js';
import { Dated } from '../../src/engine/use-cases/dated.js';
import type { CivilDate } from '../../src/kernel/calendar/index.js';
import type { CaseKind } from '../../src/kernel/decider.js';
import { notFound, refuse } from '../../src/kernel/errors.js';
import { path } from '../../src/engine/web/paths.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../src/kernel/events.js';
import { idFrom } from '../../src/kernel/ids.js';
import { checkPack } from '../../src/rules/check-pack.js';
import type { DeadlineSubject } from '../../src/rules/deadline-subject.js';

const events = {
  referred: defineEvent('SpeechTherapyReferred', { personId: field.id(), why: field.text() }, { personal: ['why'] }),
  seen: defineEvent('SpeechTherapySeen', {}),
  closed: defineEvent('SpeechTherapyClosed', {}),
};
type SpeechFact = FactOf<typeof events>;
type SpeechEvent = PastEventOf<typeof events>;

interface Dates {
  readonly on: CivilDate;
  readonly eventId: string;
}
interface SpeechTherapy {
  readonly personId?: string;
  readonly referred?: Dates;
  readonly seen?: Dates;
  readonly closed?: Dates;
}

function evolve(state: SpeechTherapy, event: SpeechEvent): SpeechTherapy {
  const fact = { on: event.occurredOn, eventId: event.id };
  switch (event.type) {
    case 'SpeechTherapyReferred':
      return { ...state, personId: event.data.personId, referred: fact };
    case 'SpeechTherapySeen':
      return { ...state, seen: fact };
    case 'SpeechTherapyClosed':
      return { ...state, closed: fact };
  }
}

const kind: CaseKind<SpeechTherapy, SpeechFact> = {
  category: 'speechTherapy',
  noun: 'speech therapy',
  events,
  initial: {},
  evolve,
  subjectOf: ({ personId }) => personId,
};

const packOf = (file: string) =>
  checkPack(JSON.parse(readFileSync(new URL(file, `file://${__dirname}/`), 'utf8')), file);
const pack = packOf('speech-therapy.json');

/** Whoever was never seen is asked after. */
const neverSeen = processManager<SpeechTherapy, SpeechFact>(kind, {
  name: 'speech-never-seen',
  words: { when: 'It ended unseen', then: 'A task to ask the family how they are', rules: ['SALT-2'] },
  pathway: 'speech',
  wakes: new Set(['SpeechTherapyClosed', 'FactWithdrawn']),
  wanted: (_, { personId, seen, closed }) =>
    personId === undefined || !closed || seen
      ? []
      : [{ key: closed.eventId, kind: 'speech-never-seen', personId, cause: closed }],
});

const subjects = (id: string, { referred, seen, closed }: SpeechTherapy): DeadlineSubject[] => [
  {
    ...{ pack: pack.pack, packVersion: pack.version, scope: 'speechTherapy', id, label: 'speech therapy' },
    ...{ facts: { referred, seen, closed }, flags: {} },
  },
];

const speechTable = table(
  'speech_therapy',
  { case_id: 'text', person_id: 'text', closed_on: 'text' },
  { key: ['case_id'] },
);

const projection = caseProjection(kind, {
  name: 'speech_therapy',
  version: 1,
  tables: { speech_therapy: speechTable },
  ofPerson: true,
  deadlines: (id, state) =>
    state.personId === undefined
      ? undefined
      : { pathway: 'speech', personId: state.personId, subjects: subjects(id, state) },
  rows: (id, { personId, closed }) =>
    personId === undefined
      ? undefined
      : { speech_therapy: [{ case_id: id, person_id: personId, closed_on: closed?.on ?? never }] },
});

const speechUseCase = useCasesOn(kind, {
  section: 'Speech therapy',
  id: 'caseId',
  who: { roles: ['camhs-clinician', 'manager'], because: 'A kind of case of the tests.' },
  uses: [CommandRunner],
  run: straight,
});

class Referral extends Dated {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty() @IsString() @Length(1, 400) why: string;
}

const referToSpeechTherapy = speechUseCase({
  name: 'ReferToSpeechTherapy',
  asks: 'Refer',
  post: 'api/v1/speech-therapy',
  does: 'Refer a child to speech therapy',
  rules: ['SALT-1'],
  input: Referral,
  newId: ({ context }) => idFrom(context.commandId, 'speech-therapy'),
  decide: ({ on, personId, why }: { on: CivilDate; personId: string; why: string }) => [
    events.referred.fact(on, { personId, why }),
  ],
  noForm: 'It is a kind of case of the tests.',
});

const seeInSpeechTherapy = speechUseCase({
  name: 'SeeInSpeechTherapy',
  asks: 'See',
  post: 'api/v1/speech-therapy/:caseId/seen',
  does: 'The child was seen',
  rules: ['SALT-1'],
  input: Dated,
  decide({ on }: { on: CivilDate }, { referred, seen }) {
    if (!referred) throw notFound('speech therapy', 'with this id');
    if (seen) throw refuse('SALT-1', 'They were seen already.');
    return [events.seen.fact(on, {})];
  },
  noForm: 'It is a kind of case of the tests.',
});

const closeSpeechTherapy = speechUseCase({
  name: 'CloseSpeechTherapy',
  asks: 'Close',
  post: 'api/v1/speech-therapy/:caseId/closed',
  does: 'Speech therapy ended',
  rules: [],
  input: Dated,
  decide({ on }: { on: CivilDate }, { referred, closed }) {
    if (!referred) throw notFound('speech therapy', 'with this id');
    return closed ? [] : [events.closed.fact(on, {})];
  },
  noForm: 'It is a kind of case of the tests.',
});

const offers: Offers = { useCases: [referToSpeechTherapy, seeInSpeechTherapy, closeSpeechTherapy], questions: [] };

const addresses = { refer: path('/speech-therapy/refer') };

export const speechTherapy: Slice = {
  name: 'speech-therapy',
  events,
  projections: [projection],
  packs: [pack, packOf('speech-therapy-tasks.json')],
  managers: [neverSeen],
  taskKinds: { 'speech-never-seen': { role: 'camhs-clinician', setting: 'SALT-2', pack: 'speechTasks' } },
  served: () => Promise.resolve({ served: { offers: [offers] } }),
  navigation: [{ text: 'Speech therapy', href: '/worklist?pathway=speech', place: 45, needs: 'CloseSpeechTherapy' }],
  paths: { speech: addresses },
  personLinks: [
    { text: 'Refer to speech therapy', at: () => addresses.refer(), needs: 'ReferToSpeechTherapy', begins: true },
  ],
  cases: [
    replayable(kind, {
      noun: kind.noun,
      of: {
        pathway: 'speech',
        keptAs: 'health',
        openCases: 'SELECT person_id, case_id FROM speech_therapy WHERE closed_on > ?1',
        seenBy: ['camhs-clinician'],
      },
      subjects: (id, state) => subjects(id, state),
      heldOn: (db, personId, day) =>
        db
          .all<{ caseId: string }>(
            'SELECT case_id AS caseId FROM speech_therapy WHERE person_id = ? AND closed_on > ?',
            personId,
            day,
          )
          .map(({ caseId }) => ({ caseId, role: 'camhs-clinician' })),
    }),
  ],
};
