// Events of leaving: a move away, a death, and the day on which a person was forgotten.
import { readAsCorrected, readAsWithdrawn, type Change, type OlderCorrections } from '../../../kernel/corrections.js';
import { asListed } from '../../../rules/directory/current.js';
import { defineEvent, field, type PastEvent } from '../../../kernel/events.js';
import { departureSources, forgettingGrounds } from './codes.js';

/** Before there was a source, nobody recorded one. */
const withoutSource = (data: Readonly<Record<string, unknown>>) => ({ ...data, source: 'not-recorded' });

export const departureEvents = {
  movedAway: defineEvent(
    'YoungPersonMovedAway',
    {
      toAuthority: field.optional(field.listed('organisations')),
      to: field.optional(field.text(200)),
      source: field.code(departureSources),
    },
    { version: 3, personal: ['to'], upcasts: { 1: withoutSource, 2: asListed({ toAuthority: 'organisations' }) } },
  ),
  /** Version 1 was stated again with a reason when the date was wrong; since then it is corrected (REC-11). */
  died: defineEvent(
    'YoungPersonDied',
    { source: field.code(departureSources), correctionReason: field.optional(field.text()) },
    { version: 2, personal: ['correctionReason'], upcasts: { 1: withoutSource } },
  ),
  /** Recorded before the person's key is destroyed. Nothing in it is personal: it stays when everything else is gone (REC-05). */
  forgotten: defineEvent('YoungPersonForgotten', {
    ground: field.code(forgettingGrounds),
    /** Number of the decision in the records manager's register. */
    decision: field.id(),
    /** The rule by which the time of keeping had ended, and when. */
    rule: field.optional(field.id()),
    keptUntil: field.optional(field.date()),
  }),
};

/** Corrections of both as they were released, before there were corrections of every kind of case: read for ever, written no more. */
export const departureEventsBefore = {
  departureDateCorrected: defineEvent(
    'YoungPersonDepartureDateCorrected',
    { correctsEventId: field.id(), from: field.dateAsRecorded(), to: field.date(), reason: field.text() },
    {
      personal: ['reason'],
      readAs: readAsCorrected((change) => [{ ...(change as unknown as Change), field: 'occurredOn' }]),
    },
  ),
  departureWithdrawn: defineEvent(
    'YoungPersonDepartureWithdrawn',
    { correctsEventId: field.id(), reason: field.text() },
    { personal: ['reason'], readAs: readAsWithdrawn },
  ),
};

/** Before a date of death had a correction, the death was stated again: that took the place of the one before (REC-11). */
export const youngPersonCorrections: OlderCorrections<never> = {
  YoungPersonDied({ occurredOn: from }: PastEvent, standing: readonly PastEvent[]) {
    const before = standing.findLast(({ type }) => type === 'YoungPersonDied');
    return before && { of: before.id, withdraws: true, from };
  },
};
