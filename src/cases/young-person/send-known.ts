// What is known of special educational needs: a status that is said, and the EHC plan that its own case tells of (TRN-07, TRN-20).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import type { planGoneReasons } from '../../engine/person/domain/codes.js';
import { sendStatuses, youngPersonEvents as events, type DataOf } from '../../engine/person/domain/events.js';
import { latestOn } from '../../engine/person/domain/lists.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { personUseCase } from './person-use-case.js';

export class NewSendStatus extends Dated {
  @ApiProperty({ enum: sendStatuses }) @IsIn(sendStatuses) status: (typeof sendStatuses)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

interface StatusSaid {
  readonly on: CivilDate;
  readonly send: DataOf<'sendStatusRecorded'>;
}

export const recordSendStatus = personUseCase({
  name: 'RecordSendStatus',
  asks: 'RecordSendStatus',
  post: 'api/v1/young-people/:personId/send-status',
  does: 'Record the SEND status',
  rules: ['TRN-07', 'TRN-20', 'AMB-07'],
  input: NewSendStatus,
  command: ({ details: send, on }) => ({ on, send }),
  decide: ({ on, send }: StatusSaid, { sendStatuses: before }) =>
    latestOn(before, on)?.status === send.status ? [] : [events.sendStatusRecorded.fact(on, send)],
  noForm: missing,
});

export class PlanTold extends Dated {
  personId: string;
  planId: string;
  how: 'held' | (typeof planGoneReasons)[number];
}

interface PlanKnown {
  readonly on: CivilDate;
  readonly planId: string;
  readonly how: PlanTold['how'];
}

export const knowEhcPlan = personUseCase({
  name: 'KnowEhcPlan',
  asks: 'KnowPlan',
  does: 'Know of an EHC plan: from its case',
  rules: ['TRN-07', 'TRN-20'],
  who: { roles: ['system'], because: 'The case of the plan says it; nobody says it by hand (TRN-07, TRN-20).' },
  input: PlanTold,
  newId: ({ input }) => input.personId,
  command: ({ details: { planId, how }, on }) => ({ on, planId, how }),
  /** Only what is new: the case of the plan says it anew whenever somebody asks. */
  decide({ on, planId, how }: PlanKnown, person) {
    if (person.forgottenOn !== undefined) return [];
    const known = person.plans.find((plan) => plan.planId === planId);
    if (how === 'held')
      return known?.from === on && known.until === undefined ? [] : [events.ehcPlanKnown.fact(on, { planId })];
    if (!known || (how === 'ended' && known.until === on)) return [];
    return [events.ehcPlanGone.fact(on, { planId, because: how })];
  },
});
