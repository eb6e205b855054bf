// Records that a first adult appointment was missed.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export const missFirstAppointment = useCase({
  name: 'MissFirstAppointment',
  post: 'api/v1/transitions/:transitionId/first-appointments/:appointmentId/missed',
  section: 'Transitions',
  does: 'Record that a first adult appointment was missed',
  rules: ['TRN-27'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'The adult service books and sees; CAMHS follows up with it (TRN-27).',
  },
  input: Dated,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id, appointmentId }, details: sent, on, context }, cases) => {
    const details = { ...sent, appointmentId };

    return cases.runForService(id, { type: 'MissFirstAppointment', on, ...details }, context);
  },
});
