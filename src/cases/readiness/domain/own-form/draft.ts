// What somebody typed into a form on their own device and has not sent yet: kept with every question, and read with the link alone.
import type { CivilDate } from '../../../../kernel/calendar/index.js';
import type { CaseType } from '../../../../kernel/decider.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../../kernel/events.js';

export const draftEvents = {
  /**
   * What is typed is sealed twice: with the key of the link, which nobody here has, and with the person's like everything personal. Until it is
   * sent it belongs to whoever typed it, and nobody of the clinic reads it, in no history and no bundle (docs/adr/0060).
   */
  kept: defineEvent(
    'ReadinessDraftKept',
    { programmeId: field.id(), personId: field.id(), typed: field.text(600_000) },
    { personal: ['typed'] },
  ),
};

export type DraftFact = FactOf<typeof draftEvents>;
export type DraftEvent = PastEventOf<typeof draftEvents>;

export interface KeepDraft {
  readonly type: 'KeepDraft';
  readonly on: CivilDate;
  readonly programmeId: string;
  readonly personId: string;
  /** Sealed with the key of the link. */
  readonly typed: string;
}

export interface Draft {
  readonly personId?: string;
}

/** One for each link, by its id. */
export const ownFormDraft: CaseType<KeepDraft, Draft, DraftFact> = {
  category: 'readinessDraft',
  noun: 'form that is being filled in',
  events: draftEvents,
  initial: {},
  decide: ({ on, programmeId, personId, typed }) => [draftEvents.kept.fact(on, { programmeId, personId, typed })],
  evolve: (_, { data: { personId } }: DraftEvent) => ({ personId }),
  subjectOf: ({ personId }) => personId,
};
