// Records that the young person got their copy of the joint plan.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export const givePlanCopy = useCase({
  name: 'GivePlanCopy',
  post: 'api/v1/transitions/:transitionId/plan/copy',
  section: 'Transitions',
  does: 'Record that the copy of the joint plan was given',
  rules: ['AMB-14'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse'],
    because: 'Whoever gave the copy records it (AMB-14).',
  },
  input: Dated,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, on, context }, cases) => cases.run(id, { type: 'GivePlanCopy', on }, context),
});
