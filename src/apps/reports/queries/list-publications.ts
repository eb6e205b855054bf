// Which figures were published, the latest first.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { decodeCursor, defaultLimit, PageQuery, pageOf, type Page } from '../../../engine/api/paging.js';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { publicProfiles, reportNames, type PublicProfile, type ReportName } from '../domain/publication.js';

export class PublicationLine {
  @ApiProperty({ enum: reportNames }) report: ReportName;
  @ApiProperty({ enum: publicProfiles }) profile: PublicProfile;
  @ApiProperty({ type: String, description: 'Day of the figures' }) asOf: CivilDate;
  @ApiProperty({ type: String, description: 'Day on which they were published' }) on: CivilDate;
  @ApiProperty({ description: 'Instant at which that was recorded' }) at: string;
  @ApiProperty({ description: 'Who published them' }) by: string;
}

class PublicationsPage {
  @ApiProperty({ type: [PublicationLine] }) items: PublicationLine[];
  @ApiProperty({ required: false }) next?: string;
}

interface Row extends PublicationLine {
  readonly id: string;
}

export const listPublications = question({
  name: 'ListPublications',
  get: 'api/v1/reports/publications',
  section: 'Reports',
  tells: 'Which figures were published, the latest first',
  rules: ['REC-41'],
  who: {
    roles: ['manager', 'auditor'],
    because: 'What was published, when and by whom: for who answers for it and who checks it.',
  },
  input: PageQuery,
  answers: PublicationsPage,
  uses: [ReadSide],
  answer: ({ query }, readSide): Promise<Page<PublicationLine>> => {
    const limit = query.limit ?? defaultLimit;
    const after = decodeCursor(query.cursor, 2) as readonly [string, string] | undefined;
    const [at = '', id = ''] = after ?? [];
    const rows = readSide.db.all<Row & Record<string, string>>(
      `SELECT id, report, profile, as_of AS asOf, published_on AS "on", published_at AS at, published_by AS by FROM publication
       ${after ? 'WHERE published_at <= ?1 AND (published_at < ?1 OR id > ?2)' : ''}
       ORDER BY published_at DESC, id LIMIT ?`,
      ...(after ? [at, id] : []),
      limit + 1,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.at, row.id]);
    return Promise.resolve({ items: items.map(({ id: _, ...line }) => line), next });
  },
  shows: noOne,
});
