// Records when the course or training of a plan that goes on past 25 ends.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { birthDateOfPlan } from './of-person.js';

export class CourseEnd {
  @ApiProperty({ description: 'Day on which it became known', example: '2026-02-02' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ description: 'Last day of the course or training; may lie ahead', example: '2026-05-20' })
  @IsCivilDate()
  endsOn: CivilDate;
}

export const recordCourseEnd = useCase({
  name: 'RecordCourseEnd',
  post: 'api/v1/ehc-plans/:id/continuation/course-end',
  section: 'EHC plans',
  does: 'When the course or training ends with which a plan goes on past 25',
  rules: ['EHC-64'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-64).',
  },
  input: CourseEnd,
  uses: [CommandRunner],
  handle: async ({ at: { id: planId }, input: details, context }, runner) => {
    const birthDate = await birthDateOfPlan(runner.journal, planId);
    return runner.run(ehcPlan, planId, { type: 'RecordCourseEnd', ...details, birthDate } as const, context);
  },
});
