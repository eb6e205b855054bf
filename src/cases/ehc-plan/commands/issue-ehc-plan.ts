// Records that an EHC plan was made.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';
import { packFor } from '../pack.js';
import { requireYoungPerson } from './of-person.js';

export class NewEhcPlan {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
  @ApiProperty({ description: 'Day on which the plan was first made', example: '2024-11-25' })
  @IsCivilDate()
  on: CivilDate;
}

export const issueEhcPlan = useCase({
  name: 'IssueEhcPlan',
  post: 'api/v1/ehc-plans',
  section: 'EHC plans',
  does: 'An EHC plan was made',
  rules: ['EHC-01', 'EHC-93'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority makes the plan (EHC-01, EHC-93).',
  },
  input: NewEhcPlan,
  uses: [CommandRunner],
  handle: async ({ input: details, context }, runner) => {
    const { authority = context.actor.organisation, ...rest } = details;
    await requireYoungPerson(runner.journal, details.personId);
    const id = idFrom(context.commandId, 'ehc-plan');
    const start = { ...rest, authority, rulePack: packFor(details.on) };
    return runner.run(ehcPlan, id, { type: 'IssuePlan', ...start }, context);
  },
});
