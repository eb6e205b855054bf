// Takes a wait off the list, with the reason without which nobody leaves it.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { personThen } from '../../../engine/person/person-then.js';
import { removalReasons, type RemovalReason } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class Removal extends Dated {
  @ApiProperty({ enum: removalReasons }) @IsIn(removalReasons) reason: RemovalReason;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

export const removeFromList = useCase({
  name: 'RemoveFromList',
  post: 'api/v1/waits/:id/removals',
  section: 'Waiting',
  does: 'Take a wait off the list',
  rules: ['WAIT-43'],
  who: { roles: ['camhs-clinician', 'specialist-nurse', 'manager'], because: 'WAIT-43: never without a reason' },
  input: Removal,
  uses: [CommandRunner],
  handle: async ({ at: { id }, input: details, today, context }, runner) => {
    const { reason, note } = details;
    const diedOn = reason === 'died' ? await deathOf(runner, id) : undefined;
    const on = details.on ?? (diedOn === undefined || diedOn === 'not-on-record' ? today : diedOn);
    return runner.run(wait, id, { type: 'Remove', on, reason, note, diedOn }, context);
  },
});

async function deathOf(runner: CommandRunner, id: string): Promise<CivilDate | 'not-on-record'> {
  const { journal } = runner;
  const { state } = await journal.load(wait, id);
  const { diedOn } = await personThen(journal, state.personId ?? '');
  return diedOn ?? 'not-on-record';
}
