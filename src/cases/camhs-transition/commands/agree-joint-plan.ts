// Records the joint care plan with its signatures and promises: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { contactKinds, familySignatures, youngPersonSignatures } from '../domain/codes.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class PromisedContactBody {
  @ApiProperty({ enum: contactKinds }) @IsIn(contactKinds) kind: (typeof contactKinds)[number];
  @ApiProperty({ minimum: 1, maximum: 366 }) @IsInt() @Min(1) @Max(366) everyDays: number;
  @ApiProperty({ description: 'The service or role that promises it' }) @IsString() @Length(1, 60) by: string;
}

export class AgreeJointPlanBody extends Dated {
  @ApiProperty({ enum: youngPersonSignatures })
  @IsIn(youngPersonSignatures)
  youngPerson: (typeof youngPersonSignatures)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
  @ApiProperty({ enum: familySignatures }) @IsIn(familySignatures) family: (typeof familySignatures)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) familyReason?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() copyGivenOn?: CivilDate;
  @ApiProperty({ type: [PromisedContactBody] })
  @ValidateNested({ each: true })
  @Type(() => PromisedContactBody)
  @ArrayMaxSize(10)
  promisedContacts: PromisedContactBody[];
}

export class AgreeJointPlan extends AboutTransition<Omit<AgreeJointPlanBody, 'on'>> {}

@CommandHandler(AgreeJointPlan)
export class AgreeJointPlanHandler implements ICommandHandler<AgreeJointPlan> {
  constructor(private readonly cases: TransitionCases) {}

  execute({ id, details, on, context }: AgreeJointPlan) {
    return this.cases.run(id, { type: 'AgreeJointPlan', on, ...details }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class AgreeJointPlanController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('plan')
  @CommandRoute('Record the joint care plan: signed, or declined and why', ['TRN-45', 'AMB-14', 'TRN-08'])
  post(
    @Param('transitionId') id: string,
    @Body() body: AgreeJointPlanBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new AgreeJointPlan(id, ...dated(body, today), context));
  }
}
