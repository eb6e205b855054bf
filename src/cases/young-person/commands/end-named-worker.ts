// Ends the assignment of a named worker.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { youngPerson } from '../domain/decide.js';
import { endReasons } from '../../../engine/person/domain/events.js';
import { AdultAccess, onlyWorkersOf } from '../profile/adult-access.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class EndedNamedWorker extends Dated {
  @ApiProperty({ enum: endReasons }) @IsIn(endReasons) why: (typeof endReasons)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export const endNamedWorker = useCase({
  name: 'EndNamedWorker',
  post: 'api/v1/young-people/:personId/named-workers/:assignmentId/end',
  section: 'Young people',
  does: 'End the assignment of a named worker',
  rules: ['TRN-24'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'adult-clinician', 'specialist-nurse', 'manager'],
    because:
      'Each service names its own workers; adult services only for young people they may know of (TRN-09, TRN-24, TRN-44).',
  },
  input: EndedNamedWorker,
  uses: [CommandRunner, AdultAccess],
  handle: async ({ at: { personId, assignmentId }, details: sent, on, context }, runner, access) => {
    const details = { ...sent, assignmentId };

    await access.checkById(context.actor, personId);
    const command = { ...details, type: 'EndNamedWorker', on, onlyOf: onlyWorkersOf(context.actor) } as const;
    return runner.run(youngPerson, personId, command, context);
  },
});
