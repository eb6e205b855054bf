// What the API's document tells of a field, noted beside the field. The library that makes the document takes most of a second to load: it is
// loaded by whoever serves the API, and not by each command of the command line, each thread and each test of a decision.
import 'reflect-metadata';
import type { ApiProperty as Describe, ApiPropertyOptions } from '@nestjs/swagger';

interface Noted {
  readonly target: object;
  readonly field: string | symbol;
  readonly options: ApiPropertyOptions;
}

let noted: Noted[] = [];

/** As `ApiProperty` of `@nestjs/swagger`, and with the same options. */
export const ApiProperty =
  (options: ApiPropertyOptions = {}): PropertyDecorator =>
  (target, field) => {
    noted.push({ target, field, options });
  };

/** Before a document is made: each field noted since the last time is described, in the order of the classes and of their fields. */
export function describeFields(describe: typeof Describe): void {
  for (const { target, field, options } of noted) describe(options)(target, field);
  noted = [];
}
