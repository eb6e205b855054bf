// The cases that were set aside because they cannot be projected, as a person asks for them: whose, which, since when.
import { slices } from '../composition.js';
import { fullName } from '../kernel/full-name.js';
import { parseStream } from '../kernel/decider.js';
import { casesSetAside, type AsideCase } from '../processing/set-aside.js';
import type { Statements } from '../processing/statements.js';

export interface CaseSetAside {
  readonly caseId: string;
  /** What a person calls it. */
  readonly case: string;
  readonly pathway: string | undefined;
  readonly personId: string | undefined;
  /** Empty where it is not known, or the person's own record is what stands still. */
  readonly person: string;
  readonly at: AsideCase;
}

const kinds = new Map(slices.flatMap(({ cases }) => cases.map((kind) => [kind.category, kind] as const)));

/** `pathways`: undefined is all of them; what belongs to no pathway, everybody sees. One case may stand still in several lists. */
export function setAsideOf(db: Statements, pathways?: readonly string[]): CaseSetAside[] {
  const seen = new Map<string, CaseSetAside>();
  for (const at of casesSetAside(db)) {
    const { category, id } = parseStream(at.stream);
    const kind = kinds.get(category);
    const pathway = kind?.pathway;
    if (seen.has(at.stream) || (pathway !== undefined && pathways?.includes(pathway) === false)) continue;
    const personId = personOf(db, at.stream);
    seen.set(at.stream, {
      ...{ caseId: id, case: kind?.noun ?? category, pathway, personId, at },
      person: personId === undefined ? '' : nameOf(db, personId),
    });
  }
  return [...seen.values()];
}

/** Whether anything recorded of the person stands still. */
export const standsStill = (db: Statements, personId: string): boolean =>
  casesSetAside(db).some(({ stream }) => personOf(db, stream) === personId);

const personOf = (db: Statements, stream: string): string | undefined =>
  db.get<{ id: string }>('SELECT person_id AS id FROM person_stream WHERE stream = ?', stream)?.id;

const nameOf = (db: Statements, personId: string): string =>
  fullName(db.get('SELECT given_name, family_name FROM young_person WHERE id = ?', personId) ?? {});
