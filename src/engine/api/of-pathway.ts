// A pathway as somebody may ask for it: one of those that the kinds of cases here have.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from './api-property.js';
import { IsOptional, ValidateBy } from 'class-validator';
import { pathwaysHere } from '../processing/case-types.js';

/** In an answer. Which pathways there are is known only when the whole is put together: the document is told then (`namePathways`). */
export const PathwayProperty = (more: { readonly required?: false; readonly description?: string } = {}) =>
  ApiProperty({ ...more, type: String, format: 'pathway' });

/** Names the pathways wherever a document of the API speaks of one. */
export function namePathways(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  const said = schema as { format?: string; enum?: string[] };
  if (said.format === 'pathway') {
    delete said.format;
    said.enum = pathwaysHere();
  }
  for (const inner of Object.values(schema)) namePathways(inner);
}

/** In a question: left out, all of them. */
export const OfPathway = () =>
  applyDecorators(
    PathwayProperty({ required: false }),
    IsOptional(),
    ValidateBy({
      name: 'isPathway',
      validator: {
        validate: (value) => typeof value === 'string' && pathwaysHere().includes(value),
        defaultMessage: ({ property } = { property: 'pathway' } as never) =>
          `${property} must be one of the following values: ${pathwaysHere().join(', ')}`,
      },
    }),
  );
