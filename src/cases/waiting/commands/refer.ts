// Puts a referral on the waiting list: the clock starts on the day on which the provider received it.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import {
  pathways,
  referralSources,
  urgencies,
  type Pathway,
  type ReferralSource,
  type Urgency,
} from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { packFor } from '../pack.js';
import { requireYoungPerson } from './require-young-person.js';

export class Referral {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ enum: pathways }) @IsIn(pathways) pathway: Pathway;
  @ApiProperty({ example: 'speech-and-language-therapy' }) @IsString() @Length(1, 120) service: string;
  @ApiProperty({ required: false, description: 'Default: your organisation' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  provider?: string;
  @ApiProperty({ required: false, description: 'Day on which the provider received it (default: today)' })
  @IsOptional()
  @IsCivilDate()
  receivedOn?: CivilDate;
  @ApiProperty({ enum: urgencies, required: false, default: 'routine' })
  @IsOptional()
  @IsIn(urgencies)
  urgency?: Urgency;
  @ApiProperty({ enum: referralSources, required: false }) @IsOptional() @IsIn(referralSources) source?: ReferralSource;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

export const refer = useCase({
  name: 'Refer',
  post: 'api/v1/waits',
  section: 'Waiting',
  does: 'Put a referral on the waiting list',
  rules: ['WAIT-01', 'WAIT-07'],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'WAIT-01: whoever receives or makes the referral; a SEND caseworker for health advice',
  },
  input: Referral,
  uses: [CommandRunner],
  handle: async ({ input: details, today, context }, runner) => {
    const {
      receivedOn: on = today,
      provider = context.actor.organisation,
      urgency = 'routine',
      source = 'not-known',
      ...rest
    } = details;
    await requireYoungPerson(runner.journal, details.personId);
    const referral = { ...rest, provider, urgency, source, ...packFor(on) };
    return runner.run(wait, idFrom(context.commandId, 'wait'), { type: 'Refer', on, referral }, context);
  },
});
