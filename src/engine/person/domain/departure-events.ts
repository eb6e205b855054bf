// Events of leaving: a move away, a death, what was wrong about either, and the day on which a person was forgotten.
import { asListed } from '../../../rules/directory/current.js';
import { defineEvent, field } from '../../../kernel/events.js';
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
  /** Version 1 was stated again with a reason when the date was wrong; since then there is a correction of its own (REC-11). */
  died: defineEvent(
    'YoungPersonDied',
    { source: field.code(departureSources), correctionReason: field.optional(field.text()) },
    { version: 2, personal: ['correctionReason'], upcasts: { 1: withoutSource } },
  ),
  departureDateCorrected: defineEvent(
    'YoungPersonDepartureDateCorrected',
    { correctsEventId: field.id(), from: field.dateAsRecorded(), to: field.date(), reason: field.text() },
    { personal: ['reason'], beforeBirth: ['from'] },
  ),
  departureWithdrawn: defineEvent(
    'YoungPersonDepartureWithdrawn',
    { correctsEventId: field.id(), reason: field.text() },
    { personal: ['reason'] },
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
