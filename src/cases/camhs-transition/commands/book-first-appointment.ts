// Books a first adult appointment.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class BookFirstAppointmentBody extends Dated {
  @ApiProperty({ description: 'Day of the appointment' }) @IsCivilDate() bookedFor: CivilDate;
}

export const bookFirstAppointment = useCase({
  name: 'BookFirstAppointment',
  post: 'api/v1/transitions/:transitionId/first-appointments',
  section: 'Transitions',
  does: 'Book a first appointment with the adult service',
  rules: ['TRN-27'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'The adult service books and sees; CAMHS follows up with it (TRN-27).',
  },
  input: BookFirstAppointmentBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) => {
    const appointmentId = idFrom(context.commandId, 'first-appointment');
    return cases.runForService(id, { type: 'BookFirstAppointment', on, ...details, appointmentId }, context);
  },
});
