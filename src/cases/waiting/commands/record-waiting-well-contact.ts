// Records a contact with a family, a young person or a professional while they wait.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import {
  contactTypes,
  type ContactType,
  contactRecipients,
  type ContactRecipient,
  contactChannels,
  type ContactChannel,
  accessibleFormats,
  type AccessibleFormat,
  contactOutcomes,
  type ContactOutcome,
  riskChanges,
  type RiskChange,
} from '../domain/contact-codes.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class WaitingWellContact extends DayOfFact {
  @ApiProperty({ enum: contactTypes }) @IsIn(contactTypes) contact: ContactType;
  @ApiProperty({ enum: contactRecipients }) @IsIn(contactRecipients) to: ContactRecipient;
  @ApiProperty({ enum: contactChannels }) @IsIn(contactChannels) channel: ContactChannel;
  @ApiProperty({ enum: accessibleFormats }) @IsIn(accessibleFormats) accessibleFormat: AccessibleFormat;
  @ApiProperty({ enum: contactOutcomes }) @IsIn(contactOutcomes) outcome: ContactOutcome;
  @ApiProperty({ enum: riskChanges }) @IsIn(riskChanges) riskChange: RiskChange;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

export class RecordWaitingWellContact extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: WaitingWellContact,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RecordWaitingWellContact)
export class RecordWaitingWellContactHandler implements ICommandHandler<RecordWaitingWellContact> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: RecordWaitingWellContact) {
    const { on = today, ...contact } = details;
    return this.runner.run(wait, id, { type: 'RecordContact', on, contact }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/contacts')
export class RecordWaitingWellContactController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Record a contact while waiting', ['WAIT-45'])
  post(
    @Param('id') id: string,
    @Body() details: WaitingWellContact,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordWaitingWellContact(id, details, today, context));
  }
}
