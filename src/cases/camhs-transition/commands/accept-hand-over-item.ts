// Accepts an item of the hand-over.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { refuse } from '../../../kernel/errors.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

const nobodyToAccept = () =>
  refuse('TRN-01b', 'No receiving service is chosen: nobody is there who could have accepted the item.', {
    help: 'Choose the receiving service first.',
  });

export const acceptHandOverItem = useCase({
  name: 'AcceptHandOverItem',
  post: 'api/v1/transitions/:transitionId/hand-over/items/:itemId/accepted',
  section: 'Transitions',
  does: 'Accept an item of the hand-over',
  rules: ['TRN-01b', 'TRN-B3.3'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'The receiver acknowledges item by item; CAMHS records it for one that is not here (TRN-B3.3).',
  },
  input: Dated,
  uses: [TransitionCases, ReceivingSide],
  handle: async ({ at: { transitionId: id, itemId }, details: sent, on, context }, cases, receiving) => {
    const details = { ...sent, itemId };

    const { state } = await cases.read(id);
    if (state.chosen) receiving.recorderOf(context.actor, state.chosen.destination);
    else if (context.actor.role !== 'adult-clinician') throw nobodyToAccept();
    return cases.runForService(id, { type: 'AcceptItem', on, ...details }, context);
  },
});
