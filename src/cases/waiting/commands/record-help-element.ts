// Records one of the elements that together say that help has started.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { helpElements, type HelpElement } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class HelpElementGiven extends Dated {
  @ApiProperty({ enum: helpElements }) @IsIn(helpElements) element: HelpElement;
}

export const recordHelpElement = useCase({
  name: 'RecordHelpElement',
  post: 'api/v1/waits/:id/help-elements',
  section: 'Waiting',
  does: 'Record an element of help that was given',
  rules: ['WAIT-20', 'WAIT-22'],
  who: { roles: ['camhs-clinician', 'specialist-nurse', 'manager'], because: 'WAIT-22' },
  input: HelpElementGiven,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, element } = details;
    return runner.run(wait, id, { type: 'RecordHelpElement', on, element }, context);
  },
});
