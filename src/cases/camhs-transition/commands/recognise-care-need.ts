// Records that a young person is likely to need care and support after 18.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';

import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class CareNeedBody extends Dated {
  @ApiProperty({ description: 'Whether they have support under children’s law now' })
  @IsBoolean()
  hasChildrensSupport: boolean;
}

export const recogniseCareNeed = useCase({
  name: 'RecogniseCareNeed',
  post: 'api/v1/transitions/:transitionId/care/need',
  section: 'Transitions',
  does: 'Likely to need care and support after 18: the council must assess',
  rules: ['TRN-34'],
  who: {
    roles: ['system', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever plans the move sees who will need care after 18, and tells the council (TRN-34).',
  },
  input: CareNeedBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.run(id, { type: 'RecogniseCareNeed', on, ...details }, context),
});
