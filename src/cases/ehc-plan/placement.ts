// Where the young person learns, now and from a day ahead on (EHC-36, EHC-46).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, optionalDate, optionalLine, optionsOf, pick, yesOrNo } from '../../engine/web/forms/questions.js';
import { requireOpenSchool } from '../../engine/schools/require-open-school.js';
import { schoolWords } from '../../engine/schools/school-words.js';
import { words } from '../../engine/web/present/words.js';
import { earliest, type CivilDate } from '../../kernel/calendar/index.js';
import { idFrom } from '../../kernel/ids.js';
import { Journal } from '../../store/journal.js';
import { requireEarlyYears } from './domain/schooling.js';
import { missing, requirePlan } from './domain/plan-in-force.js';
import { ehcEvents as events } from './domain/events.js';
import type { Plan } from './domain/state.js';
import { dfeSettings, placementKinds, residences, type PlacementKind } from './domain/words.js';
import { ended, inForce } from './pages/plan-forms/plan-form.js';
import { birthDateOfPlan } from './person-of-plan.js';
import { planForm, planUseCase } from './plan-use-case.js';
import type { EhcPlanView } from './queries/plan-view.js';

/** URN: six digits; UKPRN: eight. */
export const digits = /^\d{1,10}$/;

export class Placement {
  @ApiProperty({ enum: placementKinds }) @IsIn(placementKinds) kind: PlacementKind;
  @ApiProperty({ required: false }) @IsOptional() @Matches(digits, { message: 'must be digits only' }) urn?: string;
  @ApiProperty({ required: false }) @IsOptional() @Matches(digits, { message: 'must be digits only' }) ukprn?: string;
  @ApiProperty({ required: false, description: 'DfE sensetting, where there is neither URN nor UKPRN' })
  @IsOptional()
  @IsIn(dfeSettings)
  setting?: string;
  @ApiProperty({ required: false, description: 'May lie ahead (EHC-46)' })
  @IsOptional()
  @IsCivilDate()
  from?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() to?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() outOfArea?: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsIn(residences) residential?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsInt() rank?: number;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() senUnit?: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() resourcedProvision?: boolean;
}

export type PlacementDetails = Readonly<Placement> & { readonly placementId: string };

export const urn = optionalLine({
  label: 'URN of the school (optional)',
  hint: 'Six numbers',
  like: { pattern: /^\d{6}$/, otherwise: 'The URN must be 6 numbers' },
});

export const ukprn = optionalLine({
  label: 'UKPRN of the college (optional)',
  hint: 'Eight numbers, where there is no URN',
  like: { pattern: /^\d{8}$/, otherwise: 'The UKPRN must be 8 numbers' },
});

export class NewPlacement extends Placement {
  @OnDay('A day on which it was known') on?: CivilDate;
}

interface Known {
  readonly on: CivilDate;
  readonly details: PlacementDetails;
  /** Left out by a loaded return. */
  readonly birthDate?: CivilDate;
}

export const recordPlacement = planUseCase({
  name: 'RecordPlacement',
  asks: 'RecordPlacement',
  post: 'api/v1/ehc-plans/:id/placements',
  does: 'A placement, or its details set right',
  rules: ['EHC-36', 'EHC-46'],
  input: NewPlacement,
  uses: [Journal],
  async command({ at, details, on, context }, journal) {
    await requireOpenSchool(journal, details.urn, details.from ?? on);
    return {
      on,
      birthDate: await birthDateOfPlan(journal, at.id),
      details: { ...details, placementId: idFrom(context.commandId, 'placement') },
    };
  },
  /** Two dated placements may stand side by side: the one until the summer and the next from September (EHC-46). */
  decide({ on, details, birthDate }: Known, plan) {
    requirePlan(plan);
    if (details.kind === 'early-years') requireEarlyYears(birthDate, details.from ?? on, 'kind');
    const known = plan.placements.find(({ id }) => id === details.placementId);
    if (known && samePlacement(known, details)) return [];
    return [events.placementRecorded.fact(details.from === undefined ? on : earliest(on, details.from), details)];
  },
  forms: [
    planForm({
      step: 'placement',
      group: 'placement',
      offers: inForce('Record a placement'),
      title: 'Record a placement',
      lead: 'It may lie ahead: the present placement and the next one stand side by side (EHC-46). The end of the present one is recorded by itself.',
      button: 'Record the placement',
      recorded: 'The placement is recorded. If another one has ended by it, record that end as well.',
      questions: () => ({
        kind: pick<PlacementKind>({
          label: 'What kind of placement?',
          options: optionsOf(placementKinds),
          none: 'Choose the kind of placement',
        }),
        from: date({ label: 'From which day?', what: 'The first day of the placement', mayBeAhead: true }),
        to: optionalDate({ label: 'Until which day?', what: 'The last day of the placement', mayBeAhead: true }),
        urn,
        ukprn,
        outOfArea: yesOrNo({
          label: 'Is it outside the area of the authority?',
          none: 'Say whether it is outside the area',
        }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

function samePlacement(known: Plan['placements'][number], details: PlacementDetails): boolean {
  const { placementId: _, from, to, ...rest } = details;
  const recorded: Readonly<Record<string, unknown>> = { ...known };
  const same = Object.entries(rest).every(([name, value]) => recorded[name] === value);
  return same && known.from?.on === from && known.to?.on === to;
}

export class PlacementEnd {
  @OnDay('Last day of the placement') on?: CivilDate;
}

export const endPlacement = planUseCase({
  name: 'EndPlacement',
  asks: 'EndPlacement',
  post: 'api/v1/ehc-plans/:id/placements/:placementId/end',
  does: 'A placement ended',
  rules: ['EHC-46'],
  input: PlacementEnd,
  decide({ on, placementId }: Settled<PlacementEnd> & { readonly placementId: string }, plan) {
    requirePlan(plan);
    const placement = plan.placements.find(({ id }) => id === placementId);
    if (!placement) throw missing('placement');
    if (placement.to?.on === on) return [];
    return [events.placementEnded.fact(on, { placementId })];
  },
  forms: [
    planForm({
      step: 'placement-end',
      group: 'placement',
      offers: (plan) =>
        ended(plan)
          ? []
          : plan.placements
              .filter(({ to }) => to === undefined)
              .map((each) => ({ about: each.id, text: `Record the end of a placement: ${placementWords(each)}` })),
      title: 'Record the end of a placement',
      button: 'Record the end',
      recorded: 'The end of the placement is recorded.',
      questions: () => ({ on: date({ label: 'What was its last day?', what: 'The last day' }) }),
      sends: (input, { plan, about }) => ({ at: { id: plan.id, placementId: about }, input }),
    }),
  ],
});

const placementWords = (placed: EhcPlanView['placements'][number]): string =>
  [words(placed.kind), schoolWords(placed)].filter(Boolean).join(', ');
