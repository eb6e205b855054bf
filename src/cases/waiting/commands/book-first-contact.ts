// Records the date that was agreed for the first contact.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class FirstContactBooking extends Dated {
  @ApiProperty({
    example: '2026-09-14',
    description: 'The day of the appointment; `on` is the day on which it was agreed',
  })
  @IsCivilDate()
  appointmentOn: CivilDate;
}

export const bookFirstContact = useCase({
  name: 'BookFirstContact',
  post: 'api/v1/waits/:id/first-contact/bookings',
  section: 'Waiting',
  does: 'Record the date agreed for the first contact',
  rules: ['WAIT-03'],
  who: { roles: ['camhs-clinician', 'specialist-nurse', 'manager'], because: 'WAIT-03' },
  input: FirstContactBooking,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, appointmentOn } = details;
    return runner.run(wait, id, { type: 'BookFirstContact', on, appointmentOn }, context);
  },
});
