// Records a decision on consent: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { checkMayOpen } from '../domain/consent-recording.js';
import { youngPerson } from '../domain/decide.js';
import {
  consentDeciders,
  consentDecisions,
  consentPurposeCodes,
  type ConsentDecider,
  type ConsentDecision,
} from '../../../engine/person/domain/events.js';
import { birthDateOf, PersonReader } from '../profile/person-reader.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class NewConsent extends Dated {
  @ApiProperty({ enum: consentPurposeCodes }) @IsIn(consentPurposeCodes) purpose: string;

  @ApiProperty({ description: 'Code of the organisation or service', example: 'estuary-adult-mental-health' })
  @IsString()
  @Length(1, 60)
  recipient: string;

  @ApiProperty({ enum: consentDecisions }) @IsIn(consentDecisions) decision: ConsentDecision;
  @ApiProperty({ enum: consentDeciders }) @IsIn(consentDeciders) decidedBy: ConsentDecider;

  @ApiProperty({ required: false, description: 'The contact who decided, when it was not the young person' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  contactId?: string;

  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) why?: string;
}

export class RecordConsent extends AboutPerson<Omit<NewConsent, 'on'>> {}

@CommandHandler(RecordConsent)
export class RecordConsentHandler implements ICommandHandler<RecordConsent> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly reader: PersonReader,
  ) {}

  async execute({ personId, details: consent, on, context }: RecordConsent) {
    if (consent.decision === 'given') checkMayOpen(context.actor, consent.purpose, consent.recipient);
    const { profile } = await this.reader.read(personId);
    const birthDate = birthDateOf(profile, personId);
    const { parentalResponsibility } = profile.contacts[consent.contactId ?? ''] ?? {};
    const command = { type: 'RecordConsent', on, consent, birthDate, parentalResponsibility } as const;
    return this.runner.run(youngPerson, personId, command, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class RecordConsentController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('consents')
  @CommandRoute('Record consent given, refused or withdrawn', ['TRN-40', 'TRN-41', 'TRN-42', 'TRN-43'])
  post(
    @Param('personId') personId: string,
    @Body() body: NewConsent,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordConsent(personId, ...dated(body, today), context));
  }
}
