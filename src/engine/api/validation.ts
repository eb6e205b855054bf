// DTOs are checked here: unknown fields are refused, and every problem names its field.
import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { OnwardError, type FieldProblem } from '../../kernel/errors.js';
import { tidyTexts } from '../../kernel/text-from-outside.js';

const flatten = (errors: readonly ValidationError[], above = ''): FieldProblem[] =>
  errors.flatMap(({ property, constraints, children }) => [
    ...Object.values(constraints ?? {}).map((problem) => ({
      field: above + property,
      problem: inPlainWords(problem.replace(`${property} `, '')),
    })),
    ...flatten(children ?? [], `${above}${property}.`),
  ]);

/** The library's own words, as a person would say them; what a field says itself stays. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/^must be longer than or equal to 1 characters$/, 'must not be empty'],
  [/^must be longer than or equal to (\d+) characters$/, 'must have $1 letters or more'],
  [/^must be shorter than or equal to (\d+) characters$/, 'must have $1 letters or fewer'],
  [/^must be one of the following values: /, 'must be one of: '],
  [/^each value in must be one of the following values: /, 'must each be one of: '],
  [/^must be a string$/, 'must be a text'],
  [/^must be an integer number$/, 'must be a whole number'],
  [/^must be a boolean value$/, 'must be true or false'],
  [/^must not be less than (\S+)$/, 'must be $1 or more'],
  [/^must not be greater than (\S+)$/, 'must be $1 or less'],
  [/^must be an array$/, 'must be a list'],
  [/^must contain at least (\d+) elements$/, 'must have $1 or more'],
  [/^must contain no more than (\d+) elements$/, 'must have $1 or fewer'],
  [/^property should not exist$/, 'should not exist: no field of that name is known here'],
];

export function inPlainWords(problem: string): string {
  const found = plain.find(([raw]) => raw.test(problem));
  return found ? problem.replace(...found) : problem;
}

function wrong(fields: readonly FieldProblem[]): OnwardError {
  const detail = fields.map(({ field, problem }) => `${field}: ${problem}`).join('; ');
  return new OnwardError('invalid-input', { detail: `${detail}.`, fields });
}

/** Whatever has a DTO is checked by it, after every text in it was tidied: no field has to think of it for itself. */
class TidyingPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!this.toValidate(metadata)) return super.transform(value, metadata) as Promise<unknown>;
    const { value: tidy, problems } = tidyTexts(value);
    if (problems.length > 0) throw wrong(problems);
    return super.transform(tidy, metadata) as Promise<unknown>;
  }
}

export const validation = () =>
  new TidyingPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => wrong(flatten(errors)),
  });
