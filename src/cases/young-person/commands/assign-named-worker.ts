// Assigns a named worker, or another role around a young person.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OneLine } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { hasLeft, worksFor } from '../../../rules/directory/current.js';
import { invalid } from '../../../kernel/errors.js';
import { idFrom } from '../../../kernel/ids.js';
import { youngPerson } from '../domain/decide.js';
import { workerRoleCodes } from '../../../engine/person/domain/events.js';
import { AdultAccess, onlyWorkersOf } from '../profile/adult-access.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class NewNamedWorker extends Dated {
  @ApiProperty({ enum: workerRoleCodes }) @IsIn(workerRoleCodes) role: string;
  @ApiProperty({ description: 'Id of the worker as an actor' }) @IsString() @Length(1, 120) workerId: string;
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) name: string;

  @ApiProperty({
    required: false,
    description: 'The organisation of the worker (default: that of their account, else yours)',
  })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  organisation?: string;
}

export const assignNamedWorker = useCase({
  name: 'AssignNamedWorker',
  post: 'api/v1/young-people/:personId/named-workers',
  section: 'Young people',
  does: 'Assign a named worker: the one before ends on the same day and stays in the history',
  rules: ['TRN-24', 'TRN-09'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'adult-clinician', 'specialist-nurse', 'manager'],
    because:
      'Each service names its own workers; adult services only for young people they may know of (TRN-09, TRN-24, TRN-44).',
  },
  input: NewNamedWorker,
  uses: [CommandRunner, AdultAccess],
  handle: async ({ at: { personId }, details, on, context }, runner, access) => {
    await access.checkById(context.actor, personId);
    if (hasLeft(details.workerId, on)) throw invalid('workerId', 'has left', 'TRN-24');
    const worksAt = worksFor(details.workerId);
    const { organisation = worksAt ?? context.actor.organisation, ...rest } = details;
    if (worksAt !== undefined && worksAt !== organisation)
      throw invalid('organisation', 'is not the one that this worker has an account of', 'TRN-24');
    const worker = { ...rest, organisation, assignmentId: idFrom(context.commandId, 'named-worker') };
    const command = { type: 'AssignNamedWorker', on, worker, onlyOf: onlyWorkersOf(context.actor) } as const;
    return runner.run(youngPerson, personId, command, context);
  },
});
