// Opens a transition for a young person who is open to CAMHS: DTO, command, handler and route.
import { Body, Controller, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { idFrom } from '../../../kernel/ids.js';
import { protocolOn } from '../domain/protocols.js';
import { Dated, dated } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class OpenTransitionBody extends Dated {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ example: '2025-09-01', description: 'Day of the referral into CAMHS' })
  @IsCivilDate()
  referredOn: CivilDate;
  @ApiProperty({ description: 'The CAMHS team' }) @IsString() @Length(1, 60) team: string;

  @ApiProperty({
    required: false,
    enum: ['A', 'B'],
    description: 'Variant of the protocol; A is the joint one (AMB-06)',
  })
  @IsOptional()
  @IsIn(['A', 'B'])
  variant?: 'A' | 'B';

  @ApiProperty({
    required: false,
    description: 'SEND, an EHC plan or an expected long-term need (default: as on the record)',
  })
  @IsOptional()
  @IsBoolean()
  send?: boolean;
}

export class OpenTransition extends OnwardCommand {
  constructor(
    readonly details: Omit<OpenTransitionBody, 'on'>,
    readonly on: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(OpenTransition)
export class OpenTransitionHandler implements ICommandHandler<OpenTransition> {
  constructor(private readonly cases: TransitionCases) {}

  async execute({ details, on, context }: OpenTransition) {
    const { personId, referredOn, team, variant, send } = details;
    const { birthDate, send: sendOnRecord } = await this.cases.personOnRecord(personId);
    const protocol = protocolOn(on, variant);
    const id = idFrom(context.commandId, 'transition');
    return this.cases.open(
      id,
      { type: 'Open', on, personId, referredOn, team, protocol, send: send ?? sendOnRecord, birthDate },
      context,
    );
  }
}

@ApiTags('Transitions')
@Controller('api/v1/transitions')
export class OpenTransitionController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Open a transition; the protocol is pinned', ['AMB-06', 'TRN-03'])
  post(
    @Body() body: OpenTransitionBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new OpenTransition(...dated(body, today), context));
  }
}
