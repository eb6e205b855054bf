// A pathway as somebody may ask for it: one of those that the kinds of cases here have.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { pathwaysHere } from '../processing/case-types.js';

/** For documents: every pathway, or that it may be left out. */
export const PathwayProperty = (more: { readonly required?: false; readonly description?: string } = {}) =>
  ApiProperty({ ...more, enum: () => pathwaysHere() });

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
