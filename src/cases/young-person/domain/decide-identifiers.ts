// Identifiers of a young person: one current number of a kind, old ones superseded and restricted (REC-34).
import { invalid, OnwardError, refuse } from '../../../kernel/errors.js';
import type { AddIdentifier, SupersedeIdentifier } from './command.js';
import {
  youngPersonEvents as events,
  type DataOf,
  type YoungPersonFact,
} from '../../../engine/person/domain/events.js';
import type { HeldIdentifier, YoungPerson } from '../../../engine/person/domain/state.js';

const isCurrent = (held: HeldIdentifier): boolean => held.supersededOn === undefined;

export function addIdentifier({ on, identifier }: AddIdentifier, person: YoungPerson): readonly YoungPersonFact[] {
  const known = person.identifiers.find(({ id }) => id === identifier.identifierId);
  if (known && isCurrent(known)) return [];
  checkNotRestricted(known);
  checkOnlyOne(identifier, person.identifiers);
  return [events.identifierAdded.fact(on, identifier)];
}

export function supersedeIdentifier(command: SupersedeIdentifier, person: YoungPerson): readonly YoungPersonFact[] {
  const { on, identifierId, why, reason, replacement } = command;
  const old = person.identifiers.find(({ id }) => id === identifierId);
  if (!old)
    throw new OnwardError('not-found', { detail: `This young person has no identifier with the id ${identifierId}.` });
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
}

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
