// Records that a first adult appointment was attended.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class FirstAppointmentAttendance extends Dated {
  @ApiProperty({ required: false, description: 'Code of whoever saw them; the first two are with the same (TRN-28)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  practitionerId?: string;
  @ApiProperty({ required: false, description: 'Why the second one is with another practitioner; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  otherPractitionerReason?: string;
}

export const attendFirstAppointment = useCase({
  name: 'AttendFirstAppointment',
  post: 'api/v1/transitions/:transitionId/first-appointments/:appointmentId/attended',
  section: 'Transitions',
  does: 'Record that a first adult appointment was attended',
  rules: ['TRN-27', 'TRN-28'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'The adult service books and sees; CAMHS follows up with it (TRN-27).',
  },
  input: FirstAppointmentAttendance,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id, appointmentId }, details: sent, on, context }, cases) => {
    const details = { ...sent, appointmentId };

    return cases.runForService(id, { type: 'AttendFirstAppointment', on, ...details }, context);
  },
});
