// Words that somebody may ask for and that the parts bring: which there are is known only when the whole is put together.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from './api-property.js';
import { IsOptional, ValidateBy } from 'class-validator';
import { pathwaysHere } from '../processing/case-types.js';
import { taskKinds } from '../tasks/domain/kinds.js';

/** By the format that stands in the document of the API until it is asked for. */
const known: Readonly<Record<string, () => readonly string[]>> = { pathway: pathwaysHere, taskKind: taskKinds };

interface More {
  readonly required?: false;
  readonly description?: string;
}

const property = (format: string) => (more: More) => ApiProperty({ ...more, type: String, format });

const asked = (format: string, words: () => readonly string[]) =>
  applyDecorators(
    property(format)({ required: false }),
    IsOptional(),
    ValidateBy({
      name: `is-${format}`,
      validator: {
        validate: (value) => typeof value === 'string' && words().includes(value),
        defaultMessage: ({ property: name } = { property: format } as never) =>
          `${name} must be one of the following values: ${words().join(', ')}`,
      },
    }),
  );

/** In an answer. */
export const PathwayProperty = (more: More = {}) => property('pathway')(more);
export const TaskKindProperty = () => property('taskKind')({});

/** In a question: left out, all of them. */
export const OfPathway = () => asked('pathway', pathwaysHere);
export const OfTaskKind = () => asked('taskKind', taskKinds);

/** Names the words wherever a document of the API speaks of them. */
export function nameWords(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  const said = schema as { format?: string; enum?: string[] };
  const words = said.format === undefined ? undefined : known[said.format];
  if (words) {
    delete said.format;
    said.enum = [...words()];
  }
  for (const inner of Object.values(schema)) nameWords(inner);
}
