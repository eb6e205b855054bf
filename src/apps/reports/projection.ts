// The read model of what was published: a line for each report, profile and day; the figures themselves stand in the folded state.
import { caseProjection } from '../../engine/processing/case-projection.js';
import { table } from '../../engine/processing/table.js';
import { publication } from './domain/publication.js';

const publicationTable = table(
  'publication',
  {
    id: 'text',
    report: 'text',
    profile: 'text',
    as_of: 'text',
    published_on: 'text',
    published_at: 'text',
    published_by: 'text',
  },
  { key: ['id'], indexes: { publication_latest: '(published_at DESC, id)' } },
);

export const publicationProjection = caseProjection(publication, {
  name: 'publication',
  version: 2,
  tables: { publication: publicationTable },
  rows: (id, { published }) =>
    published && {
      publication: [
        {
          ...{ id, report: published.report, profile: published.profile, as_of: published.asOf },
          ...{ published_on: published.on, published_at: published.at, published_by: published.by },
        },
      ],
    },
});
