// Behind each count of taking part: whose voice it was, in which step, and how they took part, for whoever may see the counts (GOV-12).
import { ApiProperty } from '../../api/api-property.js';
import { IsIn, IsOptional } from 'class-validator';
import { everyoneIn } from '../../access/shows.js';
import { decodeCursor, defaultLimit, pageOf, PageQuery } from '../../api/paging.js';
import { OfPathway } from '../../api/words-known-here.js';
import { never } from '../../deadlines/deadline-table.js';
import { marked, MarkedPerson } from '../../person/person-marks.js';
import { CaseTypes } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Row } from '../../processing/statements.js';
import { question } from '../../use-cases/question.js';
import { Clock } from '../../../kernel/clock.js';
import { fullName } from '../../../kernel/full-name.js';
import { Journal } from '../../../store/journal.js';
import { reasonsNotAsked, rungs, voices, waysOfTakingPart } from '../domain/voice.js';
import { stepsIn } from '../steps.js';
import { countedIn, twelveMonthsTo } from './voice-counts.js';

export class VoicesAsked extends PageQuery {
  @OfPathway() pathway?: string;
  @ApiProperty({ required: false, enum: voices }) @IsOptional() @IsIn(voices) voice?: string;
  @ApiProperty({ required: false, enum: waysOfTakingPart }) @IsOptional() @IsIn(waysOfTakingPart) how?: string;
  @ApiProperty({ required: false, enum: rungs }) @IsOptional() @IsIn(rungs) rung?: string;
  @ApiProperty({ required: false, enum: ['yes'], description: 'Only those who were told what was done with it' })
  @IsOptional()
  @IsIn(['yes'])
  answered?: 'yes';
}

export class VoiceLine extends MarkedPerson {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty({ description: 'Empty for a person who was forgotten' }) person: string;
  @ApiProperty() pathway: string;
  @ApiProperty({ example: 'ReviewMeetingHeld' }) step: string;
  @ApiProperty() stepOn: string;
  @ApiProperty({ enum: voices }) voice: string;
  @ApiProperty({ enum: waysOfTakingPart }) how: string;
  @ApiProperty({ required: false, enum: reasonsNotAsked }) whyNot?: string;
  @ApiProperty({ required: false, enum: rungs }) rung?: string;
  @ApiProperty() on: string;
  @ApiProperty({ required: false }) answeredOn?: string;
}

export class VoiceList {
  @ApiProperty({ description: 'The day after which they took part' }) from: string;
  @ApiProperty() to: string;
  @ApiProperty({ type: [VoiceLine], description: 'The newest first' }) items: VoiceLine[];
  @ApiProperty({ required: false }) next?: string;
}

export const listVoices = question({
  name: 'ListVoices',
  get: 'api/v1/voices',
  section: 'Taking part',
  tells: 'Who took part in which step, and how, in the twelve months up to a day; without their words',
  rules: ['GOV-12', 'REC-41'],
  who: { roles: ['manager', 'auditor'], because: 'Whoever sees the counts sees whom they count (REC-41)' },
  input: VoicesAsked,
  answers: VoiceList,
  uses: [ReadSide, Journal, CaseTypes, Clock],
  async answer({ query, asked }, { db }, journal, types, clock): Promise<VoiceList> {
    const { limit = defaultLimit, cursor, pathway, voice, how, rung, answered } = query;
    const window = twelveMonthsTo(asked.asOf);
    const counted = await countedIn(db, journal, types, window);
    const place = decodeCursor(cursor, 2);
    const filters = Object.entries({ pathway, voice, how, rung }).filter(([, value]) => value !== undefined);
    const where = [
      counted.sql,
      ...filters.map(([name]) => `v.${name} = ?`),
      ...(answered === undefined ? [] : ['v.answered_on <= ?2']),
      ...(place ? ['(v.on_day < ? OR (v.on_day = ? AND v.id > ?))'] : []),
    ];
    const rows = db.all(
      `SELECT v.*, p.given_name, p.family_name FROM voice v LEFT JOIN young_person p ON p.id = v.person_id
       WHERE ${where.join(' AND ')} ORDER BY v.on_day DESC, v.id LIMIT ?`,
      ...counted.values,
      ...filters.map(([, value]) => value ?? ''),
      ...(place ? [place[0] ?? '', place[0] ?? '', place[1] ?? ''] : []),
      limit + 1,
    );
    const { items, next } = pageOf(rows, limit, (row: Row) => [String(row['on_day']), String(row['id'])]);
    const steps = new Map<string, { readonly step: string; readonly on: string }>();
    for (const stream of new Set(items.map((row) => String(row['case_stream']))))
      for (const { eventId, step, on } of await stepsIn(journal, types, stream)) steps.set(eventId, { step, on });
    const lines = items.map((row): VoiceLine => {
      const step = steps.get(String(row['step_event']));
      const answeredOn = String(row['answered_on']);
      return {
        id: String(row['id']),
        personId: String(row['person_id']),
        person: fullName(row),
        pathway: String(row['pathway']),
        step: step?.step ?? '',
        stepOn: step?.on ?? String(row['on_day']),
        voice: String(row['voice']),
        how: String(row['how']),
        whyNot: (row['why_not'] as string | null) ?? undefined,
        rung: (row['rung'] as string | null) ?? undefined,
        on: String(row['on_day']),
        answeredOn: answeredOn < never && answeredOn <= asked.asOf ? answeredOn : undefined,
      };
    });
    return { ...window, items: marked(db, lines, asked, clock.today()), next };
  },
  shows: everyoneIn,
});
