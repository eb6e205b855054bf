// What the API's document tells of a field, noted beside the field.
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { note } from './noted.js';

/** As `ApiProperty` of `@nestjs/swagger`, and with the same options. */
export const ApiProperty =
  (options: ApiPropertyOptions = {}): PropertyDecorator =>
  (target, field) => {
    note((library) => library.ApiProperty(options)(target, field));
  };
