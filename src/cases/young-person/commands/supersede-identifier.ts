// Supersedes an identifier of a young person, by a new one or by none.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { youngPerson } from '../domain/decide.js';
import { supersedeReasons, type SupersedeReason } from '../../../engine/person/domain/events.js';
import { claimAndRun, releaseUnlessHeld } from '../identifiers/claiming.js';
import { IdentifierRegistry } from '../identifiers/identifier-registry.js';
import { NewIdentifier } from './new-identifier.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class SupersededIdentifier extends Dated {
  @ApiProperty({ enum: supersedeReasons }) @IsIn(supersedeReasons) why: SupersedeReason;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;

  @ApiProperty({ required: false, type: NewIdentifier })
  @IsOptional()
  @ValidateNested()
  @Type(() => NewIdentifier)
  replacement?: NewIdentifier;
}

export const supersedeIdentifier = useCase({
  name: 'SupersedeIdentifier',
  post: 'api/v1/young-people/:personId/identifiers/:identifierId/supersede',
  section: 'Young people',
  does: 'Supersede an identifier: it stays linked, but restricted',
  rules: ['REC-34'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'manager'],
    because: 'Re-issued numbers are confidential: those who hold the record change them (REC-34).',
  },
  input: SupersededIdentifier,
  uses: [CommandRunner, IdentifierRegistry],
  handle: async ({ at: { personId, identifierId }, details, on, context }, runner, registry) => {
    const { why, reason, replacement: sent } = details;
    const replacement =
      sent && registry.read(sent.kind, sent.value, sent.issuer ?? context.actor.organisation, 'replacement.value');
    const command = { type: 'SupersedeIdentifier', on, identifierId, why, reason, replacement } as const;
    const claims = replacement ? [replacement] : [];
    const result = await claimAndRun(runner, registry, personId, command, claims, context);
    // It was never theirs: whoever it belongs to may have it now.
    if (why === 'recorded-in-error') await letGo(runner, registry, personId, identifierId, context);
    return result;
  },
});

async function letGo(
  runner: CommandRunner,
  registry: IdentifierRegistry,
  personId: string,
  identifierId: string,
  context: CommandContext,
): Promise<void> {
  const { state } = await runner.journal.load(youngPerson, personId);
  const held = state.identifiers.find(({ id }) => id === identifierId);
  if (held) await releaseUnlessHeld(runner, registry, personId, { identifierId, kind: held.kind }, context);
}
