// Records the next step on the way: assessment, diagnosis, treatment or allocation.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { segments, type Segment } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class SegmentReached extends Dated {
  @ApiProperty({ enum: segments }) @IsIn(segments) segment: Segment;
}

export const reachSegment = useCase({
  name: 'ReachSegment',
  post: 'api/v1/waits/:id/segments',
  section: 'Waiting',
  does: 'Record assessment, diagnosis, treatment or allocation',
  rules: ['WAIT-02', 'WAIT-23', 'WAIT-30'],
  who: { roles: ['camhs-clinician', 'specialist-nurse', 'manager'], because: 'WAIT-23' },
  input: SegmentReached,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, segment } = details;
    return runner.run(wait, id, { type: 'ReachSegment', on, segment }, context);
  },
});
