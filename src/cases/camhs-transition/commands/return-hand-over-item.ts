// Returns an item of the hand-over.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { Dated } from '../../../engine/use-cases/dated.js';
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

export class ReturnHandOverItemBody extends Dated {
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

export const returnHandOverItem = useCase({
  name: 'ReturnHandOverItem',
  post: 'api/v1/transitions/:transitionId/hand-over/items/:itemId/returned',
  section: 'Transitions',
  does: 'Return an item of the hand-over with what is missing',
  rules: ['TRN-B3.3'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'The receiver acknowledges item by item; CAMHS records it for one that is not here (TRN-B3.3).',
  },
  input: ReturnHandOverItemBody,
  uses: [TransitionCases, ReceivingSide],
  handle: async ({ at: { transitionId: id, itemId }, details: sent, on, context }, cases, receiving) => {
    const details = { ...sent, itemId };

    const { state } = await cases.read(id);
    if (state.chosen) receiving.mayRefuse(context.actor, state.chosen.destination);
    return cases.runForService(id, { type: 'ReturnItem', on, ...details }, context);
  },
});
