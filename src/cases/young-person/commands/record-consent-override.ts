// Records that something is shared without consent, and on what ground: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { isKnownWorker, worksFor } from '../../../rules/directory/current.js';
import { notListed } from '../../../rules/directory/directory.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { checkMayAuthorise, checkMayOpen } from '../domain/consent-recording.js';
import { youngPerson } from '../domain/decide.js';
import { consentPurposeCodes, overrideBases, type OverrideBasis } from '../../../engine/person/domain/events.js';
import { AboutPerson, Dated, dated, personRoute } from './about-person.js';

export class NewConsentOverride extends Dated {
  @ApiProperty({ enum: consentPurposeCodes }) @IsIn(consentPurposeCodes) purpose: string;

  @ApiProperty({ description: 'Code of the organisation or service', example: 'estuary-adult-mental-health' })
  @IsString()
  @Length(1, 60)
  recipient: string;

  @ApiProperty({ enum: overrideBases }) @IsIn(overrideBases) basis: OverrideBasis;
  @ApiProperty({ description: 'First day on which it no longer holds; 31 days after it begins at the latest' })
  @IsCivilDate()
  until: CivilDate;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
  @ApiProperty({
    description: 'Account of who authorised it: somebody else than whoever records it, and not of the recipient',
  })
  @IsString()
  @Length(1, 60)
  authorisedBy: string;
}

export class RecordConsentOverride extends AboutPerson<Omit<NewConsentOverride, 'on'>> {}

@CommandHandler(RecordConsentOverride)
export class RecordConsentOverrideHandler implements ICommandHandler<RecordConsentOverride> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ personId, details, on, context }: RecordConsentOverride) {
    checkMayOpen(context.actor, details.purpose, details.recipient);
    if (!isKnownWorker(details.authorisedBy, on)) throw notListed('workers', 'authorisedBy');
    checkMayAuthorise(worksFor(details.authorisedBy), details.purpose, details.recipient);
    const command = { type: 'OverrideConsent', on, override: details, recordedBy: context.actor.id } as const;
    return this.runner.run(youngPerson, personId, command, context);
  }
}

@ApiTags('Young people')
@Controller(personRoute)
export class RecordConsentOverrideController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('consent-overrides')
  @CommandRoute('Record an override of consent: again with `until` ends it', ['TRN-44'])
  post(
    @Param('personId') personId: string,
    @Body() body: NewConsentOverride,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordConsentOverride(personId, ...dated(body, today), context));
  }
}
