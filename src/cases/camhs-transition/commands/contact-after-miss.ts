// Records the contact after a missed first appointment.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { contactMethods } from '../domain/codes.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class ContactAfterMissBody extends Dated {
  @ApiProperty({ enum: contactMethods }) @IsIn(contactMethods) method: (typeof contactMethods)[number];
  @ApiProperty({ description: 'The young person was reached' }) @IsBoolean() reached: boolean;
}

export const contactAfterMiss = useCase({
  name: 'ContactAfterMiss',
  post: 'api/v1/transitions/:transitionId/first-appointments/:appointmentId/contact',
  section: 'Transitions',
  does: 'Record the contact after a missed first appointment',
  rules: ['TRN-27'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'A missed first contact is followed up on both sides (TRN-27).',
  },
  input: ContactAfterMissBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id, appointmentId }, details: sent, on, context }, cases) => {
    const details = { ...sent, appointmentId };

    return cases.runForService(id, { type: 'ContactAfterMiss', on, ...details }, context);
  },
});
