// Until when what is known of one person is kept, as their events tell it now.
import type { Journal } from '../../store/journal.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Statements } from '../processing/statements.js';
import { keptUntil, retentionOf, type Until } from './kept-until.js';
import { recordParts } from './record-parts.js';

export interface Retention {
  readonly birthDate?: CivilDate;
  /** Every rule that applies, with its day. */
  readonly rules: readonly Until[];
  /** REC-03: the latest of them; none where no rule of keeping applies. */
  readonly until?: Until;
}

export async function retentionOfPerson(journal: Journal, db: Statements, personId: string): Promise<Retention> {
  const sql = 'SELECT stream FROM person_stream WHERE person_id = ?';
  const streams = db.all<{ stream: string }>(sql, personId).map(({ stream }) => stream);
  const { birthDate, ...parts } = await recordParts(journal, personId, streams);
  if (birthDate === undefined) return { rules: [] };
  const kept = { birthDate, ...parts };
  return { birthDate, rules: retentionOf(kept), until: keptUntil(kept) };
}
