// How people take part across the area: counted by pathway and voice, in the twelve months up to a day.
import { ApiProperty } from '../../api/api-property.js';
import { noOne } from '../../access/shows.js';
import { CaseTypes } from '../../processing/case-types.js';
import type { Condition } from '../../person/visible-to.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Statements } from '../../processing/statements.js';
import { question } from '../../use-cases/question.js';
import { addMonths, type CivilDate } from '../../../kernel/calendar/index.js';
import { Journal } from '../../../store/journal.js';
import { stepsIn } from '../steps.js';
import { rungs, voices, waysOfTakingPart } from '../domain/voice.js';

export class VoiceCount {
  @ApiProperty() pathway: string;
  @ApiProperty({ enum: voices }) voice: string;
  @ApiProperty({ description: 'Records of how somebody took part in a step', type: Object })
  ways: Record<string, number>;
  @ApiProperty({ description: 'By rung of the ladder of co-production, of those who took part', type: Object })
  rungs: Record<string, number>;
  @ApiProperty({ description: 'Of those who took part: how many were told what was done with it' }) answered: number;
}

export class VoiceCounts {
  @ApiProperty({ description: 'The day after which is counted' }) from: string;
  @ApiProperty() to: string;
  @ApiProperty({ type: [VoiceCount] }) items: VoiceCount[];
}

interface Row {
  readonly pathway: string;
  readonly voice: string;
  readonly how: string;
  readonly rung: string | null;
  readonly records: number;
  readonly answered: number;
}

/** In words that name no fact (a wait that was reinstated): of those few cases alone, each read from its history. */
async function stepsTakenBackByWord(
  db: Statements,
  journal: Journal,
  types: CaseTypes,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly string[]> {
  const voices = db.all<{ stream: string; step: string }>(
    `SELECT DISTINCT case_stream AS stream, step_event AS step FROM voice JOIN voice_case_to_read USING (case_stream)
     WHERE on_day > ? AND on_day <= ?`,
    from,
    to,
  );
  const gone: string[] = [];
  for (const stream of new Set(voices.map((voice) => voice.stream))) {
    const standing = new Set((await stepsIn(journal, types, stream)).map(({ eventId }) => eventId));
    gone.push(...voices.flatMap((one) => (one.stream === stream && !standing.has(one.step) ? [one.step] : [])));
  }
  return gone;
}

interface Window {
  readonly from: string;
  readonly to: string;
}

export const twelveMonthsTo = (asOf: CivilDate): Window => ({ from: addMonths(asOf, -12), to: asOf });

/** For a query over `voice v`: what counts in a time. Of a step that was taken back nothing does. */
export async function countedIn(
  db: Statements,
  journal: Journal,
  types: CaseTypes,
  { from, to }: Window,
): Promise<Condition> {
  const gone = await stepsTakenBackByWord(db, journal, types, { from, to });
  return {
    sql:
      'v.on_day > ?1 AND v.on_day <= ?2 AND v.step_event NOT IN (SELECT step_event FROM voice_taken_back) ' +
      'AND v.step_event NOT IN (SELECT value FROM json_each(?3))',
    values: [from, to, JSON.stringify(gone)],
  };
}

export const countVoices = question({
  name: 'CountVoices',
  get: 'api/v1/voices/counts',
  section: 'Taking part',
  tells:
    'How young people and families took part in the twelve months up to a day, by pathway; exact, for those inside',
  rules: ['GOV-12', 'REC-41'],
  who: {
    roles: ['manager', 'auditor'],
    because: 'Figures before small numbers are hidden are for inside (REC-41)',
  },
  answers: VoiceCounts,
  uses: [ReadSide, Journal, CaseTypes],
  async answer({ asked: { asOf } }, { db }, journal, types): Promise<VoiceCounts> {
    const window = twelveMonthsTo(asOf);
    const counted = await countedIn(db, journal, types, window);
    const rows = db.all<Row>(
      `SELECT v.pathway, v.voice, v.how, v.rung, count(*) AS records, sum(v.answered_on <= ?2) AS answered FROM voice v
       WHERE ${counted.sql} GROUP BY v.pathway, v.voice, v.how, v.rung ORDER BY v.pathway, v.voice`,
      ...counted.values,
    );
    const items = new Map<string, VoiceCount>();
    const noneOf = (codes: readonly string[]) => Object.fromEntries(codes.map((code) => [code, 0]));
    for (const { pathway, voice, how, rung, records, answered } of rows) {
      const key = `${pathway} ${voice}`;
      const item = items.get(key) ?? {
        ...{ pathway, voice, ways: noneOf(waysOfTakingPart), rungs: noneOf(rungs), answered: 0 },
      };
      item.ways[how] = (item.ways[how] ?? 0) + records;
      if (rung !== null) item.rungs[rung] = (item.rungs[rung] ?? 0) + records;
      item.answered += answered;
      items.set(key, item);
    }
    return { ...window, items: [...items.values()] };
  },
  shows: noOne,
});
