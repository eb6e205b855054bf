// The cases that were set aside because they cannot be projected, as a person asks for them: whose, which, since when.
import { fullName } from '../../kernel/full-name.js';
import { parseStream } from '../../kernel/decider.js';
import type { CaseTypes } from '../processing/case-types.js';
import type { AsideCase } from '../processing/set-aside.js';
import type { Statements } from '../processing/statements.js';

export interface CaseSetAside {
  readonly caseId: string;
  /** What a person calls it. */
  readonly case: string;
  readonly pathway: string | undefined;
  readonly personId: string | undefined;
  /** Empty where it is not known, or the person's own record is what stands still. */
  readonly person: string;
  readonly at: Pick<AsideCase, 'since' | 'type' | 'revision'>;
}

/** `pathways`: undefined is all of them; what belongs to no pathway, everybody sees. */
const isSeen = (types: CaseTypes, category: string, pathways?: readonly string[]): boolean => {
  const pathway = types.of(category)?.pathway;
  return pathway === undefined || pathways?.includes(pathway) !== false;
};

interface Found {
  readonly [column: string]: string | number | null;
  readonly stream: string;
  readonly since: string;
  readonly type: string;
  readonly revision: number;
  readonly person_id: string | null;
  readonly given_name: string | null;
  readonly family_name: string | null;
}

/** One case may stand still in several lists: it is there once, with the longest. */
export function setAsideOf(db: Statements, types: CaseTypes, pathways?: readonly string[]): CaseSetAside[] {
  const rows = db.all<Found>(
    `SELECT a.stream, a.since, a.type, a.revision, s.person_id, y.given_name, y.family_name FROM set_aside a
     LEFT JOIN person_stream s ON s.stream = a.stream LEFT JOIN young_person y ON y.id = s.person_id
     ORDER BY a.since, a.projection, a.id`,
  );
  const seen = new Map<string, CaseSetAside>();
  for (const { stream, since, type, revision, person_id, given_name, family_name } of rows) {
    const { category, id } = parseStream(stream);
    if (seen.has(stream) || !isSeen(types, category, pathways)) continue;
    const kind = types.of(category);
    seen.set(stream, {
      ...{ caseId: id, case: kind?.noun ?? category, pathway: kind?.pathway, personId: person_id ?? undefined },
      person: fullName({ given_name, family_name }),
      at: { since, type, revision },
    });
  }
  return [...seen.values()];
}

/** How many they are: every page says it, so it is one question, and names nobody. */
export const countSetAside = (db: Statements, types: CaseTypes, pathways?: readonly string[]): number =>
  db
    .all<{
      category: string;
      cases: number;
    }>(
      "SELECT substr(stream, 1, instr(stream, '-') - 1) AS category, count(DISTINCT stream) AS cases FROM set_aside GROUP BY 1",
    )
    .filter(({ category }) => isSeen(types, category, pathways))
    .reduce((sum, { cases }) => sum + cases, 0);

/** Whether anything recorded of the person stands still. */
export const standsStill = (db: Statements, personId: string): boolean =>
  db.get(
    'SELECT 1 FROM set_aside a JOIN person_stream s ON s.stream = a.stream WHERE s.person_id = ? LIMIT 1',
    personId,
  ) !== undefined;
