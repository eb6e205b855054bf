// Every step of a person's cases in which somebody is to take part, and how they did: with their words, for whoever sees the pathway.
import { ApiProperty } from '../../api/api-property.js';
import { Policies } from '../../access/policy.js';
import { streamsAbout } from '../../audit/queries/person-history.js';
import { CaseTypes } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Statements } from '../../processing/statements.js';
import { question } from '../../use-cases/question.js';
import { never } from '../../deadlines/deadline-table.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { effective } from '../../../kernel/corrections.js';
import { streamOf } from '../../../kernel/decider.js';
import type { Envelope } from '../../../store/codec.js';
import { Journal } from '../../../store/journal.js';
import { reasonsNotAsked, rungs, voiceKind, voices, waysOfTakingPart } from '../domain/voice.js';
import { stepsIn, voiceIdOf } from '../steps.js';

export class VoiceTold {
  @ApiProperty({ enum: voices }) voice: string;
  @ApiProperty({ required: false, enum: waysOfTakingPart, description: 'Absent: nothing is recorded' }) how?: string;
  @ApiProperty({ required: false, enum: reasonsNotAsked }) whyNot?: string;
  @ApiProperty({ required: false, enum: rungs }) rung?: string;
  @ApiProperty({ required: false }) on?: string;
  @ApiProperty({ required: false, description: 'In their own words' }) said?: string;
  @ApiProperty({ required: false, description: 'What was done with it' }) did?: string;
  @ApiProperty({ required: false }) answeredOn?: string;
  @ApiProperty({ required: false, description: 'Send it as If-Match with a change' }) revision?: number;
}

export class StepTold {
  @ApiProperty() pathway: string;
  @ApiProperty() caseStream: string;
  @ApiProperty() stepEventId: string;
  @ApiProperty({ example: 'ReviewMeetingHeld' }) step: string;
  @ApiProperty() on: string;
  @ApiProperty({ description: 'The rule that wants them to take part', example: 'EHC-10' }) rule: string;
  @ApiProperty({ description: 'The step was recorded in error: what is recorded of it can only be taken back' })
  takenBack: boolean;
  @ApiProperty({ type: [VoiceTold] }) voices: VoiceTold[];
}

export class StepsOfPerson {
  @ApiProperty() personId: string;
  @ApiProperty({ type: [StepTold], description: 'The newest first' }) items: StepTold[];
}

interface Row {
  readonly id: string;
  readonly how: string;
  readonly whyNot: string | null;
  readonly rung: string | null;
  readonly on: CivilDate;
  readonly answeredOn: CivilDate;
  readonly revision: number;
}

const rowOf = (db: Statements, id: string): Row | undefined =>
  db.get<Row>(
    'SELECT id, how, why_not AS whyNot, rung, on_day AS "on", answered_on AS answeredOn, revision FROM voice WHERE id = ?',
    id,
  );

/** Their words, opened with the person's key; closed for ever once that is destroyed. */
async function wordsIn(journal: Journal, pathway: string, id: string) {
  const events: Envelope[] = [];
  for await (const page of journal.read(streamOf(voiceKind(pathway).category, id))) events.push(...page);
  const standing = effective(events).standing;
  const text = (type: string, field: string) => {
    const found = standing.find((event) => event.type === type)?.data[field];
    return typeof found === 'string' ? found : undefined;
  };
  return { said: text('VoiceRecorded', 'said'), did: text('VoiceAnswered', 'did') };
}

export const getVoices = question({
  name: 'GetVoices',
  get: 'api/v1/young-people/:personId/voices',
  section: 'Taking part',
  tells:
    'How the young person and the family took part in each step in which a rule wants it, and what was done with what they said',
  rules: ['GOV-12'],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'GOV-12: whoever works on a pathway sees how people took part in it (SHARE matrix).',
    byPathway: true,
  },
  answers: StepsOfPerson,
  uses: [Journal, ReadSide, Policies, CaseTypes],
  answer: async ({ at: { personId }, asked: { actor, asOf } }, journal, readSide, policies, types) => {
    const allowed = policies.pathways('GetVoices', actor);
    const streams = streamsAbout(readSide, types, personId, allowed);
    const items: StepTold[] = [];
    for (const stream of streams)
      for (const { eventId: stepEventId, personId: _, ...step } of await stepsIn(
        journal,
        types,
        stream,
        'taken-back',
      )) {
        if (step.on > asOf) continue;
        const told: VoiceTold[] = [];
        for (const voice of voices) {
          const id = voiceIdOf(stepEventId, voice);
          const row = rowOf(readSide.db, id);
          if (!row || row.on > asOf) told.push({ voice });
          else {
            const { how, whyNot, rung, on, answeredOn, revision } = row;
            const answered = answeredOn < never && answeredOn <= asOf;
            const reads = types.readsWordsOf(step.pathway, actor.role);
            const { said, did } = reads ? await wordsIn(journal, step.pathway, id) : {};
            told.push({
              ...{ voice, how, whyNot: whyNot ?? undefined, rung: rung ?? undefined, on, said, revision },
              ...(answered ? { did, answeredOn } : {}),
            });
          }
        }
        // Of a step that was taken back only what is still recorded of it is shown.
        const shown = step.takenBack ? told.filter(({ how }) => how !== undefined) : told;
        if (shown.length > 0) items.push({ ...step, stepEventId, voices: shown });
      }
    items.sort((a, b) => (a.on < b.on ? 1 : -1));
    return { personId, items };
  },
  shows: (_, { at: { personId } }) => [personId],
});
