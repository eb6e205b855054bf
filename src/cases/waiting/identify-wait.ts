// Which wait a row of a loaded list is about: by the referral's own number, else by person, list and a date that its clock has or had.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { idFrom } from '../../kernel/ids.js';
import type { Statements } from '../../engine/processing/statements.js';
import type { Pathway } from './domain/codes.js';

export interface ReferralRow {
  readonly personId: string;
  readonly pathway: Pathway;
  readonly service: string;
  readonly provider: string;
  readonly receivedOn: CivilDate;
  /** The number of the referral in the system that was exported. */
  readonly referralId?: string;
}

/**
 * Without a number, another date is another referral: a row never re-dates a wait by resemblance (WAIT-44). The id of a new wait
 * follows from the row, so that loading it again finds it.
 */
export function identifyWait(db: Statements, row: ReferralRow): string {
  const { personId, pathway, service, provider, receivedOn, referralId } = row;
  const list = [pathway, service, provider] as const;
  const named = referralId === undefined ? [receivedOn] : ['referral', referralId];
  const derived = idFrom('loaded wait', personId, ...list, ...named);
  if (db.get('SELECT 1 FROM wait_case WHERE id = ?', derived)) return derived;
  // The plus keeps SQLite from looking through the whole list for the waits of one person.
  const known = db.get<{ id: string }>(
    `SELECT w.id FROM wait_case w JOIN wait_clock c ON c.case_id = w.id
     WHERE w.person_id = ? AND +w.pathway = ? AND w.service = ? AND w.provider = ? AND c.clock_start = ? ORDER BY w.id LIMIT 1`,
    personId,
    ...list,
    receivedOn,
  );
  return known?.id ?? derived;
}
