// Records that support under children’s law ended.
import { useCase } from '../../../engine/use-cases/use-case.js';

import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export const endChildrensSupport = useCase({
  name: 'EndChildrensSupport',
  post: 'api/v1/transitions/:transitionId/care/childrens-support-end',
  section: 'Transitions',
  does: 'Children’s support ended; not at 18 before the council has concluded',
  rules: ['TRN-34'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever learns that the support ended (TRN-34).',
  },
  input: Dated,
  uses: [TransitionCases],
  handle: async ({ at: { transitionId: id }, on, context }, cases) => {
    const { person } = await cases.read(id);
    return cases.run(id, { type: 'EndChildrensSupport', on, birthDate: person.birthDate }, context);
  },
});
