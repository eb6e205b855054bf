// Records that the first contact took place.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { contactModes, type ContactMode } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class FirstContactAttendance extends Dated {
  @ApiProperty({ enum: contactModes }) @IsIn(contactModes) mode: ContactMode;
}

export const attendFirstContact = useCase({
  name: 'AttendFirstContact',
  post: 'api/v1/waits/:id/first-contact/attendance',
  section: 'Waiting',
  does: 'Record that the first contact took place',
  rules: ['WAIT-10', 'WAIT-22', 'WAIT-31'],
  who: { roles: ['camhs-clinician', 'specialist-nurse', 'manager'], because: 'WAIT-31' },
  input: FirstContactAttendance,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, mode } = details;
    return runner.run(wait, id, { type: 'AttendFirstContact', on, mode }, context);
  },
});
