// The rows of how young people and families took part: one a step and voice, of every pathway. Their words are in no row.
import { correctionFacts } from '../../kernel/corrections.js';
import type { Envelope } from '../../store/codec.js';
import { never } from '../deadlines/deadline-table.js';
import { caseProjection } from '../processing/case-projection.js';
import type { Projection } from '../processing/projection.js';
import { table } from '../processing/table.js';
import { voiceKind } from './domain/voice.js';

export const voiceTable = table(
  'voice',
  {
    id: 'text',
    pathway: 'text',
    person_id: 'text',
    case_stream: 'text',
    step_event: 'text',
    voice: 'text',
    how: 'text',
    why_not: 'text?',
    rung: 'text?',
    on_day: 'text',
    answered_on: 'text',
    revision: 'whole',
  },
  {
    key: ['id'],
    indexes: { voice_person: '(person_id)', voice_day: '(pathway, voice, how, rung, on_day, answered_on)' },
    shared: true,
  },
);

/** Facts that were taken back by their id: nobody takes part in them any more. */
export const takenBackTable = table('voice_taken_back', { step_event: 'text' }, { key: ['step_event'] });

/** Cases in which something was taken back in older words, which name no fact: what is gone is in their history alone. */
export const toReadTable = table('voice_case_to_read', { case_stream: 'text' }, { key: ['case_stream'] });

/** Whether an event takes something back in words of its own kind of case. */
export type TakesBackByWord = (event: Pick<Envelope, 'type' | 'stream'>) => boolean;

const ofPathway = (pathway: string): Projection =>
  caseProjection(voiceKind(pathway), {
    name: `${pathway}_voice`,
    version: 1,
    tables: { voice: voiceTable },
    ofPerson: true,
    rows: (id, { recorded, answeredOn }, { revision }) => {
      if (!recorded) return undefined;
      const { personId, caseStream, stepEventId, voice, how, whyNot, rung, on } = recorded;
      return {
        voice: [
          {
            ...{ id, pathway, person_id: personId, case_stream: caseStream, step_event: stepEventId, voice, how },
            ...{ why_not: whyNot, rung, on_day: on, answered_on: answeredOn ?? never, revision },
          },
        ],
      };
    },
  });

export const voiceProjections = (
  pathways: readonly string[],
  takesBackByWord: TakesBackByWord,
): readonly Projection[] => [
  {
    name: 'voice_taken_back',
    version: 1,
    tables: [takenBackTable, toReadTable],
    apply(events, db) {
      for (const event of events)
        if (event.type === correctionFacts.withdrawn.type)
          db.run('INSERT OR IGNORE INTO voice_taken_back VALUES (?)', String(event.data['correctsEventId']));
        else if (takesBackByWord(event)) db.run('INSERT OR IGNORE INTO voice_case_to_read VALUES (?)', event.stream);
    },
  },
  { name: 'voices', version: 1, tables: [voiceTable], apply: () => undefined },
  ...pathways.map(ofPathway),
];
