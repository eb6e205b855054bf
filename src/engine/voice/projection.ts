// The rows of how young people and families took part: one a step and voice, of every pathway. Their words are in no row.
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

/** Cases of which something recorded was corrected or taken back: a step that somebody took part in may be gone with it. */
export const correctedCaseTable = table('voice_corrected_case', { case_stream: 'text' }, { key: ['case_stream'] });

/** Whether an event says something of an earlier one of a case with steps. */
export type Corrects = (event: Pick<Envelope, 'type' | 'stream'>) => boolean;

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

export const voiceProjections = (pathways: readonly string[], corrects: Corrects): readonly Projection[] => [
  {
    name: 'voice_corrected_cases',
    version: 1,
    tables: [correctedCaseTable],
    apply(events, db) {
      for (const event of events)
        if (corrects(event))
          db.run('INSERT OR IGNORE INTO voice_corrected_case (case_stream) VALUES (?)', event.stream);
    },
  },
  { name: 'voices', version: 1, tables: [voiceTable], apply: () => undefined },
  ...pathways.map(ofPathway),
];
