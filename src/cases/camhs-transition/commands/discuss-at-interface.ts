// Records that a case was discussed at the interface meeting: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import {
  attendeeRoles,
  interfaceDecisions,
  interfaceManners,
  type AttendeeRole,
  type InterfaceDecision,
} from '../domain/codes.js';
import { consentOfAll } from '../domain/consent.js';
import { idFromText } from '../../../kernel/ids.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class DiscussAtInterfaceBody extends Dated {
  @ApiProperty() @IsString() @Length(1, 120) meetingId: string;
  @ApiProperty({
    enum: interfaceManners,
    description: 'Named needs consent; override needs one on the record (TRN-44)',
  })
  @IsIn(interfaceManners)
  manner: (typeof interfaceManners)[number];
  @ApiProperty({ type: [String], description: 'Codes of the adult services at the meeting' })
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  recipients: string[];
  @ApiProperty({
    required: false,
    enum: interfaceDecisions,
    description: 'What the meeting came to; not when anonymised',
  })
  @IsOptional()
  @IsIn(interfaceDecisions)
  decision?: InterfaceDecision;
  @ApiProperty({ required: false, description: 'What was said, in short; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  minute?: string;
  @ApiProperty({ required: false, description: 'What is to be done; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  action?: string;
  @ApiProperty({ required: false, enum: attendeeRoles, description: 'Who does it' })
  @IsOptional()
  @IsIn(attendeeRoles)
  actionBy?: AttendeeRole;
  @ApiProperty({ required: false, example: '2026-12-15' }) @IsOptional() @IsCivilDate() actionDueOn?: CivilDate;
}

export class DiscussAtInterface extends AboutTransition<Omit<DiscussAtInterfaceBody, 'on'>> {}

@CommandHandler(DiscussAtInterface)
export class DiscussAtInterfaceHandler implements ICommandHandler<DiscussAtInterface> {
  constructor(private readonly cases: TransitionCases) {}

  async execute({ id, details, on, context }: DiscussAtInterface) {
    const { person } = await this.cases.read(id);
    const meetingId = idFromText('interface-meeting', details.meetingId);
    const all = person.consents[discussWithAdultServices] ?? [];
    const consents = consentOfAll(all, details.recipients, on);
    return this.cases.run(id, { type: 'DiscussAtInterface', on, ...details, meetingId, consents }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class DiscussAtInterfaceController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('interface-discussions')
  @CommandRoute('Record the discussion of a case at the interface meeting', ['TRN-43', 'TRN-44', 'AMB-05'])
  post(
    @Param('transitionId') id: string,
    @Body() body: DiscussAtInterfaceBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new DiscussAtInterface(id, ...dated(body, today), context));
  }
}
