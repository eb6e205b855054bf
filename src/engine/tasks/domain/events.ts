// Everything that can be said of a task: something that somebody has to follow up.
import { asListed } from '../../../rules/directory/current.js';
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../kernel/events.js';
import { doneBy, withdrawnBecause } from './codes.js';

/** The fact that gave cause for it, and how many days there are from then on. */
const cause = { causeEventId: field.id(), causeOn: field.date(), days: field.whole() };

export const taskEvents = {
  /** Version 1 was always about one young person. */
  opened: defineEvent(
    'TaskOpened',
    {
      personId: field.optional(field.id()),
      /** The case that it is about; it has the pathway of the task. About no one case: a name for what it is about. */
      caseId: field.id(),
      /** One that a part has brought (kinds.ts). */
      kind: field.id(),
      /** Whose it is, until somebody takes it. */
      role: field.id(),
      pack: field.object({ pack: field.id(), version: field.whole() }),
      ...cause,
      /** The date of the case that it is about, for reminders and holding messages. */
      deadline: field.optional(
        field.object({
          rule: field.id(),
          title: field.packWords(),
          scope: field.id(),
          key: field.id(),
          dueOn: field.date(),
        }),
      ),
    },
    { version: 2, upcasts: { 1: (data) => ({ ...data }) }, beforeBirth: ['causeOn', 'deadline'] },
  ),
  /** Its cause, or the date from which its days count, is another one now. */
  dueMoved: defineEvent('TaskDueMoved', cause, { beforeBirth: ['causeOn'] }),
  /** Version 1 took any text. */
  taken: defineEvent(
    'TaskTaken',
    { assignee: field.listed('workers') },
    { version: 2, upcasts: { 1: asListed({ assignee: 'workers' }) } },
  ),
  done: defineEvent(
    'TaskDone',
    { by: field.code(doneBy), byEventId: field.optional(field.id()), note: field.optional(field.text()) },
    { personal: ['note'] },
  ),
  withdrawn: defineEvent('TaskWithdrawn', { because: field.code(withdrawnBecause) }),
  /** What closed it does not stand any more. */
  reopened: defineEvent('TaskReopened', { ...cause, reason: field.optional(field.text()) }, { personal: ['reason'] }),
};

export type TaskFact = FactOf<typeof taskEvents>;
export type TaskEvent = PastEventOf<typeof taskEvents>;
