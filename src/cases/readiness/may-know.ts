// Whether an adult clinician may know of a programme: with consent, or once the young person was transferred to their organisation (TRN-42 to TRN-44).
import { discussWithAdultServices } from '../../engine/person/domain/events.js';
import { consented, type Condition } from '../../engine/person/visible-to.js';
import type { Statements } from '../../engine/processing/statements.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Actor } from '../../kernel/envelope.js';
import { OnwardError } from '../../kernel/errors.js';

/** For a query over `readiness_programme c`. Always as of today: a withdrawal stops every new look, also at the past (TRN-43). */
export function programmesOf(actor: Actor, today: CivilDate): Condition {
  if (actor.role !== 'adult-clinician') return { sql: '1 = 1', values: [] };
  const { sql, values } = consented(discussWithAdultServices, actor.organisation, today);
  return {
    sql: `((c.transferred_to = ? AND c.transferred_on <= ?) OR ${sql})`,
    values: [actor.organisation, today, ...values],
  };
}

/** Errors: `not-found`; `not-permitted`. */
export function requireMayKnow(db: Statements, programmeId: string, actor: Actor, today: CivilDate): void {
  const { sql, values } = programmesOf(actor, today);
  const seen = db.get<{ seen: number }>(
    `SELECT ${sql} AS seen FROM readiness_programme c WHERE c.id = ?`,
    ...values,
    programmeId,
  );
  if (!seen) throw new OnwardError('not-found', { detail: 'There is no readiness programme with this id.' });
  if (!seen.seen)
    throw new OnwardError('not-permitted', {
      rule: 'TRN-44',
      detail: 'There is no current consent to share this with your organisation.',
      help: 'The clinic records the consent, or the transfer to you.',
    });
}
