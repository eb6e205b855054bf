// The needs of a plan in their order, as the SEN2 return asks for them (SEN2-05).
import { ApiProperty } from '../../engine/api/api-property.js';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Min, ValidateNested } from 'class-validator';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, pick, pickOrNone } from '../../engine/web/forms/questions.js';
import { words } from '../../engine/web/present/words.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { requirePlan } from './domain/plan-in-force.js';
import { ehcEvents as events } from './domain/events.js';
import { needCodes } from './domain/words.js';
import { inForce, type PlanSubject } from './pages/plan-forms/plan-form.js';
import { planForm, planUseCase } from './plan-use-case.js';

export class RankedNeed {
  @ApiProperty({ enum: needCodes }) @IsIn(needCodes) code: string;
  @ApiProperty({ minimum: 1 }) @IsInt() @Min(1) rank: number;
}

export class Needs {
  @OnDay('Day from which they hold') on?: CivilDate;
  @ApiProperty({ type: [RankedNeed] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RankedNeed)
  needs: RankedNeed[];
}

type Need = (typeof needCodes)[number];
const options = needCodes.map((code) => ({ value: code, text: words(code) }));
const ranks = ['first', 'second', 'third'] as const;

export const recordNeeds = planUseCase({
  name: 'RecordNeeds',
  asks: 'RecordNeeds',
  post: 'api/v1/ehc-plans/:id/needs',
  does: 'The needs of the plan, ranked',
  rules: ['SEN2-05'],
  input: Needs,
  command: ({ details: { needs }, on }) => ({ on, needs: needs.map(({ code, rank }) => ({ code, rank })) }),
  decide({ on, needs }: Settled<Needs>, plan) {
    requirePlan(plan);
    const codes = new Set<string>(needCodes);
    if (needs.some(({ code }) => !codes.has(code)))
      throw invalid('needs', `each must be one of ${needCodes.join(', ')}`);
    const ranked = [...needs].sort((a, b) => a.rank - b.rank) as { code: Need; rank: number }[];
    if (JSON.stringify(plan.needs[plan.needs.length - 1]?.needs) === JSON.stringify(ranked)) return [];
    return [events.needsRecorded.fact(on, { needs: ranked })];
  },
  forms: [
    planForm({
      step: 'needs',
      group: 'placement',
      offers: inForce('Record the needs'),
      title: 'Record the needs',
      lead: 'In their order: the first is the primary need of the SEN2 return. What is recorded here takes the place of what stood before; the history keeps both.',
      button: 'Record the needs',
      recorded: 'The needs are recorded.',
      questions: (subject) => {
        const rest = inOrder(subject).slice(ranks.length);
        const kept = rest.length === 0 ? undefined : `These come after it and stay: ${rest.map(words).join(', ')}`;
        return {
          on: date({ label: 'From which day?', what: 'The day from which they hold' }),
          first: pick<Need>({ label: 'Primary need', options, none: 'Choose the primary need (SEN2-05)' }),
          second: pickOrNone<Need>({ label: 'Second need (optional)', options }),
          third: pickOrNone<Need>({ label: 'Third need (optional)', hint: kept, options }),
        };
      },
      prefill: (subject) => Object.fromEntries(ranks.map((rank, index) => [rank, inOrder(subject)[index]])),
      sends: ({ on, first, second, third }, subject) => {
        const codes = [first, second, third, ...inOrder(subject).slice(ranks.length)];
        return { at: { id: subject.plan.id }, input: { on, needs: rankedOnce(codes) } };
      },
    }),
  ],
});

const inOrder = ({ plan }: PlanSubject): readonly string[] =>
  [...plan.needs].sort((a, b) => a.rank - b.rank).map(({ code }) => code);

/** A need named twice has the better of its ranks. */
const rankedOnce = (codes: readonly (string | undefined)[]) =>
  [...new Set(codes.filter((code) => code !== undefined))].map((code, index) => ({ code, rank: index + 1 }));
