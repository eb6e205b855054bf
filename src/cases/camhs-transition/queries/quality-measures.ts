// How the area stands against the measures of the quality standard on transition (TRN-22, TRN-23).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { shippedPacks } from '../../../rules/packs.js';

export class MeasuresQuery {
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 60) team?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class QualityMeasure {
  @ApiProperty({ enum: ['TRN-22', 'TRN-23'] }) rule: string;
  @ApiProperty() title: string;
  @ApiProperty() source: string;
  @ApiProperty() population: string;
  @ApiProperty() young: number;
  @ApiProperty({ description: 'Of these: those with the meeting, or with the plan' }) met: number;
  @ApiProperty({ required: false, description: 'Per cent, one decimal; absent: nobody is counted' }) percent?: number;
}

/** The step by which each protocol agrees the co-ordinated plan. */
const planSteps = shippedPacks
  .flatMap(({ protocol }) => protocol?.steps ?? [])
  .filter(({ fact }) => fact === 'jointPlanAgreed')
  .map(({ id }) => id);

/** Transitions that are open on the day, of those whose school year 9 had begun. */
const counted = `FROM transition_case c WHERE c.opened_on <= ? AND c.open_until > ? AND c.gate_y9 <= ? AND (? IS NULL OR c.team = ?)`;

/** A meeting within the twelve months: its successor is due on the day asked for or later. */
const hadMeeting = `EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id AND d.rule = 'TRN-22' AND d.trigger_on <= ? AND d.due_on >= ?)`;

/** Agreed, and not only offered (TRN-45: that settles the step, and makes no plan). */
const hasPlan = `EXISTS (SELECT 1 FROM transition_step s WHERE s.case_id = c.id AND s.outcome = 'done' AND s.on_date <= ?
  AND s.step_id IN (${planSteps.map(() => '?').join(', ')}))`;

export function qualityMeasures(db: Statements, asOf: CivilDate, team?: string): QualityMeasure[] {
  const population = [asOf, asOf, asOf, team ?? null, team ?? null];
  const row = db.get<{ young: number; meeting: number | null; plan: number | null }>(
    `SELECT count(*) AS young, sum(${hadMeeting}) AS meeting, sum(${hasPlan}) AS plan ${counted}`,
    asOf,
    asOf,
    asOf,
    ...planSteps,
    ...population,
  );
  const young = row?.young ?? 0;
  const of = `open transitions of young people in school year 9 or above on ${asOf}${team === undefined ? '' : `, ${team}`}`;
  const measure = (rule: string, statement: number, title: string, met: number): QualityMeasure => ({
    rule,
    title,
    source: `NICE QS140 (2023) statement ${statement}`,
    population: of,
    young,
    met,
    percent: young === 0 ? undefined : Math.round((met / young) * 1000) / 10,
  });
  return [
    measure('TRN-22', 3, 'Had a transition meeting in the twelve months before', row?.meeting ?? 0),
    measure('TRN-23', 2, 'Have a co-ordinated transition plan', row?.plan ?? 0),
  ];
}

export const getQualityMeasures = question({
  name: 'GetQualityMeasures',
  get: 'api/v1/transitions/quality-measures',
  section: 'Transitions',
  tells: 'How the area stands against the measures of NICE QS140',
  rules: ['TRN-22', 'TRN-23'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician', 'manager', 'auditor'],
    because: 'Counts, no names (TRN-22, TRN-23).',
  },
  input: MeasuresQuery,
  answers: QualityMeasure,
  uses: [ReadSide],
  answer: async ({ query: { team }, asked: { asOf } }, readSide): Promise<QualityMeasure[]> =>
    Promise.resolve(qualityMeasures(readSide.db, asOf, team)),
  shows: noOne,
});
