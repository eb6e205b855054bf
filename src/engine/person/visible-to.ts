// Which cases a role may see: adult services and SEND caseworkers only with consent, or once a service of theirs received it (TRN-42 to TRN-44).
import { directory } from '../../rules/directory/current.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Actor } from '../../kernel/envelope.js';
import { OnwardError } from '../../kernel/errors.js';
import type { Statements, Value } from '../processing/statements.js';
import { discussWithAdultServices } from './domain/events.js';

export interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** For a query over `transition_case c`. Always as of today: a withdrawal stops every new look, also at the past (TRN-43). */
export function visibleTo(actor: Actor, today: CivilDate): Condition {
  if (actor.role === 'adult-clinician') {
    const { sql, values } = consented(discussWithAdultServices, actor.organisation, today);
    const theirs = receivedBy(directory().receivedBy(actor.organisation), today);
    return { sql: `(${theirs.sql} OR ${sql})`, values: [...theirs.values, ...values] };
  }
  if (actor.role === 'send-caseworker') return consented('share-with-education', actor.organisation, today);
  return { sql: '1 = 1', values: [] };
}

/** A service of theirs opened the case or accepted the hand-over: what another one received opens nothing to them (TRN-43). */
const receivedBy = (services: readonly string[], today: CivilDate): Condition => ({
  sql:
    'EXISTS (SELECT 1 FROM transition_received r WHERE r.case_id = c.id AND r.on_date <= ? ' +
    `AND r.service IN (${services.map(() => '?').join(', ')}))`,
  values: [today, ...services],
});

export const seesAll = ({ role }: Actor): boolean => role !== 'adult-clinician' && role !== 'send-caseworker';

/** Consent, or an override, that holds on a day; for a query over `transition_case c`. */
export const consented = (purpose: string, recipient: string, day: CivilDate): Condition => ({
  sql:
    '(EXISTS (SELECT 1 FROM person_consent k WHERE k.person_id = c.person_id AND k.purpose = ? AND k.recipient = ? ' +
    "AND k.decision IN ('given', 'overridden') AND k.from_on <= ? AND k.to_on > ?))",
  values: [purpose, recipient, day, day],
});

/** Errors: `not-found`; `not-permitted`. */
export function checkVisible(db: Statements, caseId: string, actor: Actor, today: CivilDate): void {
  const { sql, values } = visibleTo(actor, today);
  const seen = db.get<{ seen: number }>(
    `SELECT ${sql} AS seen FROM transition_case c WHERE c.id = ?`,
    ...values,
    caseId,
  );
  if (!seen) throw new OnwardError('not-found', { detail: 'There is no transition with this id.' });
  if (!seen.seen) {
    throw new OnwardError('not-permitted', {
      rule: 'TRN-44',
      detail: 'There is no current consent to share this with your organisation.',
      help: 'CAMHS records the consent, or an override with its ground.',
    });
  }
}
