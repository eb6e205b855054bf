// One record says that the young person died, and their own does not: somebody confirms it, or puts that record right (REC-11).
import type { Cause, WantedTask } from './process-manager.js';

/** While it is open this alone is asked of such people: `engine/deadlines/nothing-asked.ts` has the rule for every list, count and timer. */
export const confirmDeath = 'confirm-death';

/** The death was confirmed and taken back, and this record still says it: asked again, while everything else goes on. */
export const deathDenied = 'death-denied';

/** Whichever way the case came to say it: by hand, or by a file that was loaded. */
export const deathToConfirm = (personId: string | undefined, said: Cause | undefined, role: string): WantedTask[] =>
  personId === undefined || !said
    ? []
    : [
        {
          key: confirmDeath,
          kind: confirmDeath,
          role,
          personId,
          cause: { on: said.on, eventId: said.eventId },
          howeverLate: 'from-when-known',
        },
      ];

const then =
  'A task to confirm the death on the young person’s own record, or to put this record right. Until then reminders, letters and ' +
  'follow-ups of all their records wait. One confirmation ends them all; a death taken back lets them go on, and the record that still says it is a task.';

export const wordsOfDeath = (when: string) => ({ when, then, rules: ['REC-11', 'WAIT-43'] });
