// DTOs are checked here: unknown fields are refused, and every problem names its field.
import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { OnwardError, type FieldProblem } from '../../kernel/errors.js';
import { tidyTexts } from '../../kernel/text-from-outside.js';

const flatten = (errors: readonly ValidationError[], above = ''): FieldProblem[] =>
  errors.flatMap(({ property, constraints, children }) => [
    ...Object.values(constraints ?? {}).map((problem) => ({
      field: above + property,
      problem: problem.replace(`${property} `, ''),
    })),
    ...flatten(children ?? [], `${above}${property}.`),
  ]);

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
