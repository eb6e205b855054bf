// Records a concern that changes who is seen first; the clock stays as it is.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { urgencies, type Urgency } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class Escalation extends Dated {
  @ApiProperty({ enum: urgencies }) @IsIn(urgencies) urgency: Urgency;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) concern: string;
}

export const escalateConcern = useCase({
  name: 'EscalateConcern',
  post: 'api/v1/waits/:id/escalations',
  section: 'Waiting',
  does: 'Record a concern that changes who is seen first',
  rules: ['WAIT-47'],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'WAIT-47: whoever sees a young person get worse',
  },
  input: Escalation,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, urgency, concern } = details;
    return runner.run(wait, id, { type: 'Escalate', on, urgency, concern }, context);
  },
});
