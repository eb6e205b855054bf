// A share of everything: a rebuild may be done by two threads, each for its own people.
import type { StoredEvent } from '../event-store/port.js';
import { subjectsIn } from '../event-store/envelope-of.js';

export interface Share {
  readonly nth: number;
  readonly of: number;
}

export const everything: Share = { nth: 0, of: 1 };

/**
 * All events about a person fall into one share, those about no one or about several into the first: what a case looks up of its
 * person stands beside it.
 */
export function isIn({ nth, of }: Share, event: StoredEvent): boolean {
  if (of === 1) return true;
  const subjects = subjectsIn(event);
  const subject = subjects[0];
  if (subject === undefined || subjects.length > 1) return nth === 0;
  // The last digits of an id are random in every kind of UUID; any other text falls where it falls, always the same.
  return (Number.parseInt(subject.slice(-4), 16) || 0) % of === nth;
}
