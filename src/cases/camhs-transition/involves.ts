// The steps of a transition in which the young person, and as they wish their family, take part.
import type { Involves } from '../../engine/processing/slice.js';

/** Steps of both variants of the protocol that are done together with the young person. */
const together = new Set([
  ...['TRN-A1.2', 'TRN-A1.3', 'TRN-A3.1', 'TRN-A3.6'],
  ...['TRN-B1.2', 'TRN-B2.1', 'TRN-B2.2', 'TRN-B2.6'],
]);

export const involves: Involves = {
  TransitionStepRecorded: (data) => {
    const { stepId } = data as { readonly stepId?: string };
    return stepId !== undefined && together.has(stepId) ? stepId : undefined;
  },
  JointPlanAgreed: 'AMB-14',
  InterfaceDiscussed: 'TRN-44',
  FirstAdultAppointmentAttended: 'GOV-12',
};
