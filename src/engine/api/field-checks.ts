// Checks of a field that class-validator does not have.
import { Transform } from 'class-transformer';
import { registerDecorator, type ValidationOptions } from 'class-validator';
import { dateProblem, isDateFromOutside } from '../../kernel/calendar/index.js';
import { oneLine } from '../../kernel/text-from-outside.js';

/** Several decorators as one, for a field that many inputs have. */
export const all =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, field) => {
    for (const decorate of decorators) decorate(target, field);
  };

/** For names: what was pasted over several lines stands on one. */
export const OneLine = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? oneLine(value) : value));

/** A real civil date written YYYY-MM-DD, from 1900 to 2100: 2026-02-31 is none, and 0001-01-01 is nobody's. */
export const IsCivilDate = (options?: ValidationOptions) => (target: object, property: string) =>
  registerDecorator({
    name: 'isCivilDate',
    target: target.constructor,
    propertyName: property,
    options: { message: ({ value }) => dateProblem(value) ?? '', ...options },
    validator: { validate: isDateFromOutside },
  });
