// Adds an identifier to a young person.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { claimAndRun } from '../identifiers/claiming.js';
import { IdentifierRegistry } from '../identifiers/identifier-registry.js';
import { NewIdentifier } from './new-identifier.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class AddedIdentifier extends Dated {
  @ApiProperty({ type: NewIdentifier })
  @IsDefined()
  @ValidateNested()
  @Type(() => NewIdentifier)
  identifier: NewIdentifier;
}

export const addIdentifier = useCase({
  name: 'AddIdentifier',
  post: 'api/v1/young-people/:personId/identifiers',
  section: 'Young people',
  does: 'Add an identifier',
  rules: ['REC-30', 'REC-31', 'REC-34', 'REC-35'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever holds the case knows its numbers (REC-34).',
  },
  input: AddedIdentifier,
  uses: [CommandRunner, IdentifierRegistry],
  handle: ({ at: { personId }, details, on, context }, runner, registry) => {
    const { kind, value, issuer = context.actor.organisation } = details.identifier;
    const identifier = registry.read(kind, value, issuer, 'identifier.value');
    return claimAndRun(runner, registry, personId, { type: 'AddIdentifier', on, identifier }, [identifier], context);
  },
});
