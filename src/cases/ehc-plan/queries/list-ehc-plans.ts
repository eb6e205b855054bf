// The plans of one young person: query, handler and route.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { ReadSide } from '../../../engine/processing/read-side.js';

export class PlansOfPerson {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class PlanOfPerson {
  @ApiProperty() id: string;
  @ApiProperty() authority: string;
  @ApiProperty() planMadeOn: string;
  @ApiProperty({ enum: ['in force', 'ended'] }) status: string;
  @ApiProperty({ type: String, nullable: true }) endedOn: string | null;
}

export class PlansOfPersonAnswer {
  @ApiProperty({ type: [PlanOfPerson] }) items: readonly PlanOfPerson[];
}

interface Found {
  readonly id: string;
  readonly authority: string;
  readonly plan_made_on: string;
  readonly ended_on: string;
}

export const listEhcPlans = question({
  name: 'ListEhcPlans',
  get: 'api/v1/ehc-plans',
  section: 'EHC plans',
  tells: 'The EHC plans of one young person',
  rules: [],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Health is invited and asked for advice, so it sees which review is when (EHC-13, EHC-16).',
  },
  input: PlansOfPerson,
  answers: PlansOfPersonAnswer,
  uses: [ReadSide],
  answer: ({ query: { personId }, asked: { asOf } }, { db }): PlansOfPersonAnswer => {
    const sql = `SELECT id, authority, plan_made_on, ended_on FROM ehc_plan
      WHERE person_id = ? AND held_from <= ? ORDER BY plan_made_on, id`;
    const items = db.all<Found>(sql, personId, asOf).map(({ id, authority, plan_made_on, ended_on }) => {
      const ended = ended_on <= asOf;
      const status = ended ? 'ended' : 'in force';
      return { id, authority, planMadeOn: plan_made_on, status, endedOn: ended ? ended_on : null };
    });
    return { items };
  },
  shows: ({ items }, { query: { personId } }) => (items.length > 0 ? [personId] : []),
});
