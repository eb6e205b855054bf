// Records that a plan moved here from another authority, with its history.
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

export class MovedInPlan {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
  @ApiProperty({ description: 'Day of the transfer', example: '2025-12-20' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsString() @Length(1, 60) fromAuthority: string;
  @ApiProperty({ description: 'Day on which the plan was first made; the clock is not reset' })
  @IsCivilDate()
  planMadeOn: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() lastReviewedOn?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() becameAwareOn?: CivilDate;
}

export const takeOverEhcPlan = useCase({
  name: 'TakeOverEhcPlan',
  post: 'api/v1/ehc-plans/moved-in',
  section: 'EHC plans',
  does: 'A plan moved here from another authority',
  rules: ['EHC-51', 'EHC-52', 'EHC-53'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The authority that takes a plan over records it (EHC-51, EHC-52, EHC-53).',
  },
  input: MovedInPlan,
  uses: [CommandRunner],
  handle: async ({ input: details, context }, runner) => {
    const { authority = context.actor.organisation, ...rest } = details;
    await requireYoungPerson(runner.journal, details.personId);
    const id = idFrom(context.commandId, 'ehc-plan');
    const start = { ...rest, authority, rulePack: packFor(details.planMadeOn) };
    return runner.run(ehcPlan, id, { type: 'TakeOverPlan', ...start }, context);
  },
});
