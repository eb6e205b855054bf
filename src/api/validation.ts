// DTOs are checked here: unknown fields are refused, and every problem names its field.
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { registerDecorator, type ValidationOptions } from 'class-validator';
import { isCivilDate } from '../kernel/calendar/civil-date.js';
import { OnwardError, type FieldProblem } from '../kernel/errors.js';

const flatten = (errors: readonly ValidationError[], above = ''): FieldProblem[] =>
  errors.flatMap(({ property, constraints, children }) => [
    ...Object.values(constraints ?? {}).map((problem) => ({
      field: above + property,
      problem: problem.replace(`${property} `, ''),
    })),
    ...flatten(children ?? [], `${above}${property}.`),
  ]);

export const validation = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => {
      const fields = flatten(errors);
      const detail = fields.map(({ field, problem }) => `${field}: ${problem}`).join('; ');
      return new OnwardError('invalid-input', { detail: `${detail}.`, fields });
    },
  });

/** A real civil date written YYYY-MM-DD: 2026-02-31 is none. */
export const IsCivilDate = (options?: ValidationOptions) => (target: object, property: string) =>
  registerDecorator({
    name: 'isCivilDate',
    target: target.constructor,
    propertyName: property,
    options: { message: 'must be a real date written YYYY-MM-DD', ...options },
    validator: { validate: (value: unknown) => typeof value === 'string' && isCivilDate(value) },
  });
