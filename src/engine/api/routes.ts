// Decorators that put the same words on every route of the API's documentation.
import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiResponse } from './api-routes.js';
import { ApiProperty } from './api-property.js';

class ProblemField {
  @ApiProperty() field: string;
  @ApiProperty() problem: string;
}

export class Problem {
  @ApiProperty({ example: 'urn:onward:problem:refused-by-rule' }) type: string;
  @ApiProperty() title: string;
  @ApiProperty() status: number;
  @ApiProperty() detail: string;
  @ApiProperty({ required: false }) help?: string;
  @ApiProperty({ required: false, description: 'ID of the rule that says no', example: 'TRN-01' }) rule?: string;
  @ApiProperty({ required: false, type: [ProblemField] }) errors?: ProblemField[];
}

class RecordedEvent {
  @ApiProperty() id: string;
  @ApiProperty() type: string;
}

/** What every command answers. */
export class Recorded {
  @ApiProperty({ description: 'Id of the case' }) id: string;
  @ApiProperty() stream: string;
  @ApiProperty({ description: 'Revision of the case now; also the ETag. Send it as If-Match with the next change.' })
  revision: number;
  @ApiProperty({
    required: false,
    description: 'Send it as `Onward-After` with a question that must show this change.',
  })
  position?: string;
  @ApiProperty({ type: [RecordedEvent] }) events: RecordedEvent[];
}

const problems = applyDecorators(
  ApiBearerAuth(),
  ApiResponse({ status: 400, type: Problem, description: 'A field is wrong' }),
  ApiResponse({ status: 401, type: Problem, description: 'No one is signed in' }),
  ApiResponse({ status: 403, type: Problem, description: 'The role may not do this' }),
  ApiResponse({ status: 404, type: Problem, description: 'No such case' }),
  ApiResponse({ status: 503, type: Problem, description: 'The store cannot be used, or is not caught up' }),
);

/** A route that records something. `rules` are the IDs it stands on. */
export const CommandRoute = (summary: string, rules: readonly string[] = []) =>
  applyDecorators(
    problems,
    HttpCode(200),
    ApiOperation({ summary, description: rules.length > 0 ? `Rules: ${rules.join(', ')}.` : undefined }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same key again gives the same answer and records nothing twice',
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'ETag of the case as you saw it; refused with 409 when it has changed since',
    }),
    ApiOkResponse({ type: Recorded }),
    ApiResponse({ status: 409, type: Problem, description: 'Changed by someone else, or already there' }),
    ApiResponse({ status: 422, type: Problem, description: 'A rule says no' }),
  );

/** A route that answers a question, as of a date. */
export const QueryRoute = (summary: string, answer: Type<unknown>, rules: readonly string[] = []) =>
  applyDecorators(
    problems,
    ApiOperation({ summary, description: rules.length > 0 ? `Rules: ${rules.join(', ')}.` : undefined }),
    ApiQuery({
      name: 'asOf',
      required: false,
      description: 'Date for which the answer holds (default: today)',
      example: '2026-11-30',
    }),
    ApiHeader({ name: 'Onward-After', required: false, description: 'Position that the answer must show' }),
    ApiOkResponse({
      type: answer,
      headers: {
        'Onward-Forecast': {
          description: '`true` for a day to come; the answer says `forecast: true` too',
          schema: { type: 'string' },
        },
      },
    }),
  );
