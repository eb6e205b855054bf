// Records when the course or training of a plan that goes on past 25 ends: DTO, command, handler and route.
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { birthDateOfPlan } from './of-person.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

export class CourseEnd {
  @ApiProperty({ description: 'Day on which it became known', example: '2026-02-02' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ description: 'Last day of the course or training; may lie ahead', example: '2026-05-20' })
  @IsCivilDate()
  endsOn: CivilDate;
}

export class RecordCourseEnd extends PlanStep<CourseEnd> {}

@CommandHandler(RecordCourseEnd)
export class RecordCourseEndHandler extends PlanStepHandler<RecordCourseEnd> {
  protected async asked({ planId, details }: RecordCourseEnd) {
    const birthDate = await birthDateOfPlan(this.runner.journal, planId);
    return { type: 'RecordCourseEnd', ...details, birthDate } as const;
  }
}

@PlanRoutes()
export class RecordCourseEndController extends PlanController {
  @Post(':id/continuation/course-end')
  @CommandRoute('When the course or training ends with which a plan goes on past 25', ['EHC-64'])
  post(
    @Param('id') id: string,
    @Body() details: CourseEnd,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordCourseEnd(id, details, context));
  }
}
