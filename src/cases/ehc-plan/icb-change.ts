// A change of the responsible ICB: the old one tells the new one, and one that cannot secure the provision asks for a review (EHC-54).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated, OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { missing as noPageYet } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { already, missing, requireInForce } from './domain/plan-in-force.js';
import { openCycle, unused } from './domain/cycles.js';
import { ehcEvents as events } from './domain/events.js';
import type { IcbChange, Plan } from './domain/state.js';
import { icbRequests, type IcbRequest } from './domain/words.js';
import { planUseCase } from './plan-use-case.js';

const who = {
  roles: ['system', 'send-caseworker', 'manager'],
  because:
    'The authority keeps the record of the plan whose ICB changes, and must comply with what the new ICB asks (EHC-54).',
};

type OfChange = Settled<Dated> & { readonly changeId: string };

export class IcbChanging {
  @OnDay('Day on which the old ICB came to know') on?: CivilDate;
  @ApiProperty({
    required: false,
    description: 'Left out, it is a further change; given, what is known of that one changes',
  })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  changeId?: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  fromIcb?: string;
  @ApiProperty() @IsString() @Length(1, 60) toIcb: string;
  @ApiProperty({ example: '2025-12-01' }) @IsCivilDate() movesOn: CivilDate;
}

export const learnOfIcbChange = planUseCase({
  name: 'LearnOfIcbChange',
  asks: 'LearnOfIcbChange',
  post: 'api/v1/ehc-plans/:id/icb-changes',
  does: 'The old ICB learnt of the move',
  rules: ['EHC-54', 'CAL-10'],
  who,
  noForm: noPageYet,
  input: IcbChanging,
  command: ({ details, on, context }) => ({
    ...details,
    on,
    changeId: details.changeId ?? idFrom(context.commandId, 'icb-change'),
  }),
  /** Said again with another day or ICB it is the same change, as now known. */
  decide({ on, changeId, fromIcb, toIcb, movesOn }: OfChange & Settled<IcbChanging>, plan) {
    requireInForce(plan, on);
    if (fromIcb === toIcb) throw invalid('toIcb', 'must be another ICB than the old one', 'EHC-54');
    const known = plan.icbChanges.find(({ id }) => id === changeId);
    if (known?.toIcb === toIcb && known.movesOn.on === movesOn) return [];
    return [events.icbChangeKnown.fact(on, { changeId, fromIcb, toIcb, movesOn })];
  },
});

export const notifyNewIcb = planUseCase({
  name: 'NotifyNewIcb',
  asks: 'NotifyNewIcb',
  post: 'api/v1/ehc-plans/:id/icb-changes/:changeId/notice',
  does: 'The old ICB notified the new one',
  rules: ['EHC-54'],
  who,
  noForm: noPageYet,
  input: Dated,
  decide({ on, changeId }: OfChange, plan) {
    const { notified } = changeOf(plan, changeId, on);
    if (notified) throw already('The notice to the new ICB', notified.on, 'Correct its date if it is wrong.');
    return [events.newIcbNotified.fact(on, { changeId })];
  },
});

export class IcbJudgement {
  @OnDay() on?: CivilDate;
  @ApiProperty({ description: 'Day on which the new ICB came to know that it is responsible', example: '2025-12-01' })
  @IsCivilDate()
  awareOn: CivilDate;
  @ApiProperty() @IsBoolean() canSecure: boolean;
}

export const judgeIcbProvision = planUseCase({
  name: 'JudgeIcbProvision',
  asks: 'JudgeIcbProvision',
  post: 'api/v1/ehc-plans/:id/icb-changes/:changeId/provision',
  does: 'The new ICB can, or cannot, secure the provision',
  rules: ['EHC-54'],
  who,
  noForm: noPageYet,
  input: IcbJudgement,
  decide({ on, changeId, awareOn, canSecure }: OfChange & Settled<IcbJudgement>, plan) {
    const { judged } = changeOf(plan, changeId, on);
    if (judged?.canSecure === canSecure && judged.awareOn.on === awareOn) return [];
    if (awareOn > on) throw invalid('awareOn', 'must not be after the day on which it judged the provision', 'EHC-54');
    return [events.provisionJudged.fact(on, { changeId, awareOn, canSecure })];
  },
});

export class IcbAsking {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: icbRequests }) @IsIn(icbRequests) asksFor: IcbRequest;
}

export const receiveIcbRequest = planUseCase({
  name: 'ReceiveIcbRequest',
  asks: 'ReceiveIcbRequest',
  post: 'api/v1/ehc-plans/:id/icb-changes/:changeId/request',
  does: 'The new ICB asked for a review or a reassessment',
  rules: ['EHC-54'],
  who,
  noForm: noPageYet,
  input: IcbAsking,
  decide({ on, changeId, asksFor }: OfChange & Settled<IcbAsking>, plan) {
    const { judged, requested } = changeOf(plan, changeId, on);
    if (requested) throw already('The request of the new ICB', requested.on, 'Correct its date if it is wrong.');
    if (judged?.canSecure !== false) {
      throw refuse('EHC-54', 'Only an ICB that cannot secure the provision asks for this.', {
        help: 'Record first that the new ICB cannot secure it, and when it came to know that it is responsible.',
      });
    }
    return [events.icbRequested.fact(on, { changeId, asksFor })];
  },
});

export class IcbCompliance {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: icbRequests }) @IsIn(icbRequests) by: IcbRequest;
}

export const meetIcbRequest = planUseCase({
  name: 'MeetIcbRequest',
  asks: 'MeetIcbRequest',
  post: 'api/v1/ehc-plans/:id/icb-changes/:changeId/request/met',
  does: 'The review was opened, or the reassessment notified',
  rules: ['EHC-54'],
  who,
  noForm: noPageYet,
  input: IcbCompliance,
  command: ({ at: { changeId }, details, on, context }) => ({
    ...details,
    on,
    changeId,
    newCycleId: idFrom(context.commandId, 'review'),
  }),
  /** The authority must comply. A review opens unless one is under way; a reassessment is on record by its notice. */
  decide({ on, changeId, by, newCycleId }: OfChange & Settled<IcbCompliance> & { readonly newCycleId: string }, plan) {
    const { requested, met } = changeOf(plan, changeId, on);
    if (!requested) throw refuse('EHC-54', 'The new ICB has not asked for a review or a reassessment.');
    if (met) throw already('What the new ICB asked for', met.on, 'Correct its date if it is wrong.');
    const done = events.icbRequestMet.fact(on, { changeId, by });
    if (by === 'reassessment' || openCycle(plan)) return [done];
    return [done, events.cycleOpened.fact(on, { cycleId: unused(plan, newCycleId).id, kind: 'early' })];
  },
});

function changeOf(plan: Plan, changeId: string, on: CivilDate): IcbChange {
  requireInForce(plan, on);
  const found = plan.icbChanges.find(({ id }) => id === changeId);
  if (!found) throw missing('change of ICB');
  return found;
}
