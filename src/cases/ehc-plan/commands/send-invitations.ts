// Records who was invited to a review meeting.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';
import { channels, roles, type Channel, type Role } from '../domain/words.js';

export class Invitations {
  @ApiProperty({ description: 'Day on which they were sent', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) roles: Role[];
  @ApiProperty() @IsCivilDate() meetingOn: CivilDate;
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export const sendInvitations = useCase({
  name: 'SendInvitations',
  post: 'api/v1/ehc-plans/:id/reviews/invitations',
  section: 'EHC plans',
  does: 'Invitations to the review meeting were sent',
  rules: ['EHC-13', 'EHC-14', 'EHC-15'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-13, EHC-14, EHC-15).',
  },
  input: Invitations,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'SendInvitations', ...details, newCycleId: idFrom(context.commandId, 'review-cycle') },
      context,
    ),
});
