// The day on which it happened, as every use case takes it: it may be left out, and then it is today; it is never ahead.
import { ApiProperty } from '../api/api-property.js';
import { IsOptional } from 'class-validator';
import { all, IsCivilDate } from '../api/field-checks.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';

/** `on`, with what it is the day of where that is not plain. */
export const OnDay = (description = 'The day on which it happened'): PropertyDecorator =>
  all(
    ApiProperty({ required: false, example: '2026-11-30', description: `${description} (default: today)` }),
    IsOptional(),
    IsCivilDate() as PropertyDecorator,
  );

export class Dated {
  @OnDay() on?: CivilDate;
}

/** What was sent, with its day: as a decision gets it. */
export type Settled<Input> = Omit<Readonly<Input>, 'on'> & { readonly on: CivilDate };

/** What was sent, and the civil day in London. Error: `invalid-input` when that is still to come (REC-24). */
export function settleDay<Input extends object>(input: Input, today: CivilDate) {
  const { on, ...details } = input as Input & { readonly on?: CivilDate };
  if (on !== undefined && on > today) throw invalid('on', 'is in the future', 'REC-24');
  return { details: details as Omit<Input, 'on'>, on: on ?? today };
}
