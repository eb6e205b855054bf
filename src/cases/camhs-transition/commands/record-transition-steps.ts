// Records steps of the protocol, several at one meeting: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import { attendeeRoles, stepOutcomes } from '../domain/codes.js';
import { consentToAny } from '../domain/consent.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class StepTakenBody {
  @ApiProperty({ example: 'TRN-A1.1' }) @IsString() @Length(1, 40) stepId: string;
  @ApiProperty({ enum: stepOutcomes }) @IsIn(stepOutcomes) outcome: (typeof stepOutcomes)[number];
  @ApiProperty({ required: false, description: 'A date that was agreed, such as that of the final meeting' })
  @IsOptional()
  @IsCivilDate()
  arrangedFor?: CivilDate;
  @ApiProperty({ required: false, description: 'Reference of the record that shows it' })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  evidence?: string;
  @ApiProperty({ required: false, description: 'Why it was declined or not possible' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

export class RecordTransitionStepsBody extends Dated {
  @ApiProperty({ type: [StepTakenBody] })
  @ValidateNested({ each: true })
  @Type(() => StepTakenBody)
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  steps: StepTakenBody[];
  @ApiProperty({ required: false, enum: attendeeRoles, isArray: true })
  @IsOptional()
  @IsIn(attendeeRoles, { each: true })
  attendees?: (typeof attendeeRoles)[number][];
}

export class RecordTransitionSteps extends AboutTransition<Omit<RecordTransitionStepsBody, 'on'>> {}

@CommandHandler(RecordTransitionSteps)
export class RecordTransitionStepsHandler implements ICommandHandler<RecordTransitionSteps> {
  constructor(private readonly cases: TransitionCases) {}

  async execute({ id, details, on, context }: RecordTransitionSteps) {
    const { person } = await this.cases.read(id);
    const consent = consentToAny(person.consents[discussWithAdultServices] ?? [], on);
    return this.cases.run(id, { type: 'RecordSteps', on, ...details, birthDate: person.birthDate, consent }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class RecordTransitionStepsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('steps')
  @CommandRoute('Record steps of the protocol, all of one meeting at once', ['AMB-06', 'TRN-40', 'TRN-45', 'TRN-B2.6'])
  post(
    @Param('transitionId') id: string,
    @Body() body: RecordTransitionStepsBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordTransitionSteps(id, ...dated(body, today), context));
  }
}
