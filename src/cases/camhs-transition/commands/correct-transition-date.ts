// Corrects a date of a fact, with a reason: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import { correctableDates } from '../domain/codes.js';
import { consentOfAll } from '../domain/consent.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class CorrectTransitionDateBody extends Dated {
  @ApiProperty({ description: 'Id of the event' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ enum: correctableDates }) @IsIn(correctableDates) field: (typeof correctableDates)[number];
  @ApiProperty({ description: 'The date on record now' }) @IsCivilDate() from: CivilDate;
  @ApiProperty() @IsCivilDate() to: CivilDate;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

export class CorrectTransitionDate extends AboutTransition<Omit<CorrectTransitionDateBody, 'on'>> {}

@CommandHandler(CorrectTransitionDate)
export class CorrectTransitionDateHandler implements ICommandHandler<CorrectTransitionDate> {
  constructor(private readonly cases: TransitionCases) {}

  async execute({ id, details, on, context }: CorrectTransitionDate) {
    const { state, person } = await this.cases.read(id);
    const { birthDate } = person;
    const event = state.log.find((one) => one.id === details.correctsEventId);
    const recipients = event?.type === 'InterfaceDiscussed' ? event.data.recipients : [];
    const consents = consentOfAll(person.consents[discussWithAdultServices] ?? [], recipients, details.to);
    return this.cases.run(id, { type: 'CorrectDate', on, ...details, birthDate, consents }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class CorrectTransitionDateController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('date-corrections')
  @CommandRoute('Correct a date of a fact; the old one stays in the history', ['REC-11', 'TRN-01', 'TRN-44'])
  post(
    @Param('transitionId') id: string,
    @Body() body: CorrectTransitionDateBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new CorrectTransitionDate(id, ...dated(body, today), context));
  }
}
