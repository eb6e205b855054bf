// The numbers of a young person: one current number of a kind, old ones superseded and restricted (REC-34).
import { ApiProperty } from '../../engine/api/api-property.js';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import {
  identifierKinds,
  supersedeReasons,
  youngPersonEvents as events,
  type DataOf,
  type IdentifierKind,
  type SupersedeReason,
  type YoungPersonFact,
} from '../../engine/person/domain/events.js';
import type { HeldIdentifier, YoungPerson } from '../../engine/person/domain/state.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../kernel/errors.js';
import { claimAndRun, letGo } from './identifiers/claiming.js';
import { IdentifierRegistry } from './identifiers/identifier-registry.js';
import { personUseCase } from './person-use-case.js';

export class NewIdentifier {
  @ApiProperty({ enum: identifierKinds })
  @IsIn(identifierKinds)
  kind: IdentifierKind;

  @ApiProperty({ example: '999 000 0018' })
  @IsString()
  @Length(1, 60)
  value: string;

  @ApiProperty({ required: false, description: 'Who gave a local identifier (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  issuer?: string;
}

export class AddedIdentifier extends Dated {
  @ApiProperty({ type: NewIdentifier })
  @IsDefined()
  @ValidateNested()
  @Type(() => NewIdentifier)
  identifier: NewIdentifier;
}

interface Added {
  readonly on: CivilDate;
  readonly identifier: DataOf<'identifierAdded'>;
}

export const addIdentifier = personUseCase({
  name: 'AddIdentifier',
  asks: 'AddIdentifier',
  post: 'api/v1/young-people/:personId/identifiers',
  does: 'Add an identifier',
  rules: ['REC-30', 'REC-31', 'REC-34', 'REC-35'],
  input: AddedIdentifier,
  uses: [IdentifierRegistry],
  command({ details, on, context }, registry) {
    const { kind, value, issuer = context.actor.organisation } = details.identifier;
    return { on, identifier: registry.read(kind, value, issuer, 'identifier.value') };
  },
  decide: ({ on, identifier }: Added, person) => added(on, identifier, person),
  run: (what, runner, registry) => claimAndRun(what, [what.command.identifier], runner, registry),
  noForm: missing,
});

/** The fact that somebody has an identifier; nothing where they have it already. */
export function added(
  on: CivilDate,
  identifier: DataOf<'identifierAdded'>,
  { identifiers }: Pick<YoungPerson, 'identifiers'>,
): readonly YoungPersonFact[] {
  const known = identifiers.find(({ id }) => id === identifier.identifierId);
  if (known && isCurrent(known)) return [];
  checkNotRestricted(known);
  checkOnlyOne(identifier, identifiers);
  return [events.identifierAdded.fact(on, identifier)];
}

export class SupersededIdentifier extends Dated {
  @ApiProperty({ enum: supersedeReasons }) @IsIn(supersedeReasons) why: SupersedeReason;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;

  @ApiProperty({ required: false, type: NewIdentifier })
  @IsOptional()
  @ValidateNested()
  @Type(() => NewIdentifier)
  replacement?: NewIdentifier;
}

interface Superseded {
  readonly on: CivilDate;
  readonly identifierId: string;
  readonly why: SupersedeReason;
  readonly reason?: string;
  readonly replacement?: DataOf<'identifierAdded'>;
}

export const supersedeIdentifier = personUseCase({
  name: 'SupersedeIdentifier',
  asks: 'SupersedeIdentifier',
  post: 'api/v1/young-people/:personId/identifiers/:identifierId/supersede',
  does: 'Supersede an identifier: it stays linked, but restricted',
  rules: ['REC-34'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'manager'],
    because: 'Re-issued numbers are confidential: those who hold the record change them (REC-34).',
  },
  input: SupersededIdentifier,
  uses: [IdentifierRegistry],
  command({ at: { identifierId }, details, on, context }, registry) {
    const { why, reason, replacement: sent } = details;
    const replacement =
      sent && registry.read(sent.kind, sent.value, sent.issuer ?? context.actor.organisation, 'replacement.value');
    return { on, identifierId, why, reason, replacement };
  },
  decide({ on, identifierId, why, reason, replacement }: Superseded, person) {
    const old = person.identifiers.find(({ id }) => id === identifierId);
    if (!old)
      throw new OnwardError('not-found', {
        detail: `This young person has no identifier with the id ${identifierId}.`,
      });
    if (!isCurrent(old)) throw refuse('REC-34', `This identifier was superseded already, on ${old.supersededOn}.`);
    if (on < old.from) throw invalid('on', `is before the identifier was added, on ${old.from}`);
    const superseded = events.identifierSuperseded.fact(on, {
      identifierId,
      kind: old.kind,
      why,
      replacedBy: replacement?.identifierId,
      reason,
    });
    if (!replacement) return [superseded];
    if (replacement.kind !== old.kind)
      throw invalid('replacement', 'must be of the same kind as the old identifier', 'REC-34');
    if (replacement.identifierId === identifierId)
      throw invalid('replacement', 'is the same as the old identifier', 'REC-34');
    checkNotRestricted(person.identifiers.find(({ id }) => id === replacement.identifierId));
    const others = person.identifiers.filter(({ id }) => id !== identifierId);
    checkOnlyOne(replacement, others);
    return [superseded, events.identifierAdded.fact(on, replacement)];
  },
  async run(what, runner, registry) {
    const { id, ask, command } = what;
    const { replacement, why, identifierId } = command;
    const result = await claimAndRun(what, replacement ? [replacement] : [], runner, registry);
    if (why === 'recorded-in-error') await letGo(runner, registry, id, identifierId, ask.context);
    return result;
  },
  noForm: missing,
});

const isCurrent = (held: HeldIdentifier): boolean => held.supersededOn === undefined;

/** What was recorded in error may be added after all; what was re-issued stays restricted. */
function checkNotRestricted(known: HeldIdentifier | undefined): void {
  if (known && !isCurrent(known) && known.why !== 'recorded-in-error') {
    throw refuse('REC-34', 'This identifier was superseded by another; it stays linked, but restricted.');
  }
}

function checkOnlyOne(identifier: DataOf<'identifierAdded'>, held: readonly HeldIdentifier[]): void {
  if (identifier.kind === 'local') return;
  if (held.some((other) => other.kind === identifier.kind && isCurrent(other))) {
    throw refuse('REC-34', `This young person has a current identifier of the kind ${identifier.kind}.`, {
      help: 'Supersede the old one by the new one: the old number stays linked, but restricted.',
    });
  }
}
