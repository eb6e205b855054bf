// The read model of what was published: a line for each report, profile and day; the figures themselves stand in the folded state.
import { caseProjection } from '../../engine/processing/case-projection.js';
import { publication, type PublicationFact, type PublicationState } from './domain/publication.js';

export const publicationProjection = caseProjection<PublicationState, PublicationFact>(publication, {
  name: 'publication',
  version: 1,
  tables: `CREATE TABLE publication (
  id TEXT PRIMARY KEY, report TEXT NOT NULL, profile TEXT NOT NULL, as_of TEXT NOT NULL, published_on TEXT NOT NULL,
  published_at TEXT NOT NULL, published_by TEXT NOT NULL
) STRICT;
CREATE INDEX publication_latest ON publication (published_at DESC, id);`,
  write(id, { published }, db) {
    db.run('DELETE FROM publication WHERE id = ?', id);
    if (!published) return;
    const { report, profile, asOf, on, at, by } = published;
    db.run('INSERT INTO publication VALUES (?, ?, ?, ?, ?, ?, ?)', id, report, profile, asOf, on, at, by);
  },
});
