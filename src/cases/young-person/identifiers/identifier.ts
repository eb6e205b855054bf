// One identifier, whoever's it is: a stream of its own makes it unique across people (REC-34). Nothing personal in it.
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CaseType } from '../../../kernel/decider.js';
import { OnwardError } from '../../../kernel/errors.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../kernel/events.js';
import { identifierKinds, type IdentifierKind } from '../../../engine/person/domain/events.js';

export const identifierEvents = {
  claimed: defineEvent('IdentifierClaimed', { personId: field.id(), kind: field.code(identifierKinds) }),
  /** It was recorded in error, or the registration that claimed it was refused: the next person may have it. */
  released: defineEvent('IdentifierReleased', { personId: field.id(), kind: field.code(identifierKinds) }),
};

export type IdentifierFact = FactOf<typeof identifierEvents>;
type IdentifierEvent = PastEventOf<typeof identifierEvents>;

export interface IdentifierCommand {
  readonly type: 'Claim' | 'Release';
  readonly on: CivilDate;
  readonly personId: string;
  readonly kind: IdentifierKind;
  /** Of a claim: who was forgotten. What they held is free, and nothing more is recorded about them. */
  readonly forgotten?: string;
}

export interface IdentifierState {
  /** Whose it is now. */
  readonly holder?: string;
  /** Whom the last fact was about. */
  readonly subject: string;
}

function decide(
  { type, on, personId, kind, forgotten }: IdentifierCommand,
  { holder }: IdentifierState,
): readonly IdentifierFact[] {
  switch (type) {
    case 'Claim':
      if (holder === personId) return [];
      if (holder !== undefined && holder !== forgotten) {
        throw new OnwardError('already-exists', {
          detail: `Someone else has this identifier (${kind}) already.`,
          help: 'Check the number. If both records are about one person, do not register them twice.',
          rule: 'REC-34',
          more: { personId: holder },
        });
      }
      return [identifierEvents.claimed.fact(on, { personId, kind })];
    case 'Release':
      return holder === personId ? [identifierEvents.released.fact(on, { personId, kind })] : [];
  }
}

function evolve(_: IdentifierState, event: IdentifierEvent): IdentifierState {
  switch (event.type) {
    case 'IdentifierClaimed':
      return { holder: event.data.personId, subject: event.data.personId };
    case 'IdentifierReleased':
      return { subject: event.data.personId };
  }
}

export const identifier: CaseType<IdentifierCommand, IdentifierState, IdentifierFact> = {
  category: 'identifier',
  noun: 'identifier',
  events: identifierEvents,
  initial: { subject: '' },
  decide,
  evolve,
  subjectOf: ({ subject }) => subject,
};
