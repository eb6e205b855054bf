// Phase transfers: one is due, and a final plan names the next setting (EHC-40 to EHC-46).
import { ApiProperty } from '../../engine/api/api-property.js';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, optionsOf, pick, pickOrNone } from '../../engine/web/forms/questions.js';
import { inWords } from '../../engine/web/present/words.js';
import { earliest, formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { already, missing, requireInForce } from './domain/plan-in-force.js';
import { ehcEvents as events } from './domain/events.js';
import { requireEarlyYears } from './domain/schooling.js';
import { Journal } from '../../store/journal.js';
import { birthDateOfPlan } from './person-of-plan.js';
import { isOfCycle, namingOf } from './domain/phase-transfer.js';
import type { PhaseTransfer, Plan } from './domain/state.js';
import { phases, placementKinds, type Phase, type PlacementKind } from './domain/words.js';
import { aboutThePlan } from './pages/plan-forms/plan-form.js';
import { ehcPlanKind } from './domain/plan-kind.js';
import { requireOpenSchool } from '../../engine/schools/require-open-school.js';
import { Placement, ukprn, urn, type PlacementDetails } from './placement.js';
import { planForm, planUseCase } from './plan-use-case.js';

export class ExpectedPhaseTransfer {
  @OnDay('Day from which it was expected') on?: CivilDate;
  @ApiProperty({ enum: phases }) @IsIn(phases) phase: Phase;
  @ApiProperty() @IsCivilDate() transferOn: CivilDate;
}

export const expectPhaseTransfer = planUseCase({
  name: 'ExpectPhaseTransfer',
  asks: 'ExpectPhaseTransfer',
  post: 'api/v1/ehc-plans/:id/phase-transfers',
  does: 'A phase transfer is due',
  rules: ['EHC-40', 'EHC-41', 'EHC-42'],
  input: ExpectedPhaseTransfer,
  uses: [Journal],
  command: async ({ at: { id: planId }, details, on }, journal) => ({
    ...details,
    on,
    birthDate: await birthDateOfPlan(journal, planId),
    transferId: idFrom(planId, 'phase-transfer', details.phase, details.transferOn.slice(0, 4)),
  }),
  /** Said again with another day, it is the same transfer on that day. */
  decide(
    {
      on,
      transferId,
      phase,
      transferOn,
      birthDate,
    }: Settled<ExpectedPhaseTransfer> & {
      readonly transferId: string;
      readonly birthDate?: CivilDate;
    },
    plan,
  ) {
    requireInForce(plan, on);
    if (phase === 'early-years-to-school') requireEarlyYears(birthDate, transferOn, 'phase');
    const known = plan.transfers.find(({ id }) => id === transferId);
    const naming = known && namingOf(plan, known);
    if (naming) throw already('The plan that names the next setting', naming.on, 'Record a further transfer.');
    if (known?.phase === phase && known.transferOn.on === transferOn) return [];
    return [events.phaseDue.fact(earliest(on, transferOn), { transferId, phase, transferOn })];
  },
  forms: [
    planForm({
      step: 'phase-transfer',
      group: 'phase',
      offers: aboutThePlan('Record that a phase transfer is due'),
      title: 'Record that a phase transfer is due',
      lead: 'The plan is reviewed and amended before the spring of the year of the transfer (EHC-40 to EHC-42).',
      button: 'Record the phase transfer',
      recorded: 'The phase transfer is recorded. Its dates are among what is due.',
      questions: () => ({
        on: date({ label: 'Since when is it expected?', what: 'The day from which it is expected' }),
        phase: pick<Phase>({
          label: 'Which transfer?',
          options: optionsOf(phases),
          none: 'Choose the transfer (EHC-40)',
        }),
        transferOn: date({
          label: 'First day in the new phase',
          hint: 'For most, 1 September',
          what: 'The day of the transfer',
          mayBeAhead: true,
        }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

export class NamedSetting {
  @OnDay('Day on which the plan that names it was issued') on?: CivilDate;
  @ApiProperty({ required: false, description: 'Left out, the transfer that is open' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  transferId?: string;
  @ApiProperty({
    required: false,
    type: Placement,
    description: 'The next setting, from the day of the transfer (EHC-46)',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => Placement)
  placement?: Placement;
}

interface Named {
  readonly on: CivilDate;
  readonly transferId?: string;
  readonly placement?: PlacementDetails;
}

export const namePhaseSetting = planUseCase({
  name: 'NamePhaseSetting',
  asks: 'NamePhaseSetting',
  post: 'api/v1/ehc-plans/:id/phase-transfers/named',
  does: 'The final plan names the next setting',
  rules: ['EHC-40', 'EHC-41', 'EHC-42', 'EHC-46'],
  input: NamedSetting,
  uses: [Journal],
  async command({ at, details: { transferId, placement }, on, context }, journal) {
    if (placement?.urn !== undefined) {
      const { state } = await journal.load(ehcPlanKind, at.id);
      const transfer = state.transfers.find(({ id }) => id === transferId);
      await requireOpenSchool(journal, placement.urn, placement.from ?? transfer?.transferOn.on ?? on);
    }
    return {
      on,
      transferId,
      placement: placement && { ...placement, placementId: idFrom(context.commandId, 'placement') },
    };
  },
  /** EHC-46: with the final plan stands the next setting, from the day of the transfer. */
  decide({ on, transferId, placement }: Named, plan) {
    requireInForce(plan, on);
    const transfer = transferOf(plan, transferId);
    const naming = namingOf(plan, transfer);
    if (naming) throw already('The plan that names the next setting', naming.on, 'Correct its date if it is wrong.');
    requireIssue(plan, transfer, on);
    const named = (placementId: string) => events.phaseNamed.fact(on, { transferId: transfer.id, placementId });
    if (placement) {
      const from = placement.from ?? transfer.transferOn.on;
      const next = events.placementRecorded.fact(earliest(on, from), { ...placement, from });
      return [next, named(placement.placementId)];
    }
    const next = nextPlacement(plan, transfer);
    if (next) return [named(next.id)];
    throw refuse('EHC-46', 'Which setting, or which type, does the plan name?', {
      help: 'Say the placement from the day of the transfer: without it the plan does not name one.',
      fields: [{ field: 'kind', problem: 'which setting or type the plan names is missing' }],
    });
  },
  forms: [
    planForm({
      step: 'phase-setting',
      group: 'phase',
      offers: ({ phaseTransfers }) =>
        phaseTransfers.map(({ id, phase, transferOn }) => ({
          about: id,
          text: `The final plan names the setting: ${inWords(phase)}, ${formatDate(transferOn.on)}`,
        })),
      title: 'Record that the final plan names the next setting',
      lead: 'After the review of this transfer and the final plan that followed it: an earlier plan does not count (EHC-40 to EHC-42). The next placement stands beside the present one, from the day of the transfer (EHC-46).',
      button: 'Record the setting',
      recorded: 'It is recorded that the plan names the next setting.',
      questions: () => ({
        on: date({ label: 'When was the plan that names it issued?', what: 'The day on which the plan was issued' }),
        kind: pickOrNone<PlacementKind>({
          label: 'What kind of placement does it name?',
          hint: 'Not needed where the next placement is recorded already',
          options: optionsOf(placementKinds),
        }),
        urn,
        ukprn,
      }),
      sends: ({ on, kind, ...school }, { plan, about }) => ({
        at: { id: plan.id },
        input: { on, transferId: about, placement: kind && { kind, ...school } },
      }),
    }),
  ],
});

/** A plan issued without a review of this cycle may name the setting, and is recorded; the limit it does not meet. */
function requireIssue(plan: Plan, transfer: PhaseTransfer, on: CivilDate): void {
  if (plan.finals.some((final) => final.on <= on && isOfCycle(final.on, transfer))) return;
  throw refuse('EHC-40', 'No final plan has been issued in the twelve months before this transfer.', {
    help: 'Record the review of this transfer and the final plan that followed it first: an earlier plan does not count.',
  });
}

/** A placement that is recorded ahead, from the day of the transfer on. */
const nextPlacement = (plan: Plan, { transferOn }: PhaseTransfer) =>
  plan.placements.find(({ from }) => from !== undefined && from.on >= transferOn.on);

function transferOf(plan: Plan, id: string | undefined): PhaseTransfer {
  const open = plan.transfers.filter((each) => (id === undefined ? !namingOf(plan, each) : each.id === id));
  const found = open[open.length - 1];
  if (found) return found;
  if (id !== undefined) throw missing('phase transfer');
  throw invalid('transferId', 'no phase transfer is expected', 'EHC-40');
}
