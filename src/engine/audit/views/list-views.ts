// Who has looked at a person's record, or at one of their cases, when and by which question.
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { CursorQuery, decodeCursor, defaultLimit, pageOf, type Page } from '../../api/paging.js';
import type { Actor } from '../../../kernel/envelope.js';
import { notFound } from '../../../kernel/errors.js';
import { parseStream } from '../../../kernel/decider.js';
import { ReadSide } from '../../processing/read-side.js';
import { SqliteViewLog } from './sqlite-view-log.js';

class RecordView {
  @ApiProperty({ description: 'UTC instant' }) at: string;
  @ApiProperty({ type: Object }) actor: Actor;
  @ApiProperty({ description: 'Name of the question that was asked' }) query: string;
  @ApiProperty({ required: false, description: 'The same for everything that one page asked' }) correlationId?: string;
  @ApiProperty({ description: 'How many people or cases the answer showed: 1 is the record itself, more is a list' })
  shown: number;
  @ApiProperty({ required: false, description: 'It was asked for and refused: nothing was shown' }) refused?: true;
}

export class RecordViews {
  @ApiProperty({ type: [RecordView], description: 'The newest first; as shown by this instance of Onward' })
  items: RecordView[];
  @ApiProperty({ required: false }) next?: string;
}

export const listViews = question({
  name: 'ListViews',
  get: 'api/v1/young-people/:personId/views',
  section: 'History',
  tells: 'Who has looked at the record',
  rules: ['REC-20'],
  who: {
    roles: ['auditor', 'records-manager'],
    because: 'Who looked is shown to those who answer for the record and not to those who look (REC-20).',
  },
  input: CursorQuery,
  answers: RecordViews,
  uses: [ReadSide, SqliteViewLog],
  answer: async (
    { at: { personId }, query: { limit = defaultLimit, cursor } },
    readSide,
    views,
  ): Promise<Page<RecordView>> => {
    const streams = readSide.db.all<{ stream: string }>(
      'SELECT stream FROM person_stream WHERE person_id = ?',
      personId,
    );
    if (streams.length === 0) throw notFound('young person', personId);
    const subjects = [...new Set([personId, ...streams.map(({ stream }) => parseStream(stream).id)])];
    const before = decodeCursor(cursor, 1)?.[0];
    const noted = views.of(subjects, limit + 1, before === undefined ? undefined : Number(before));
    const { items, next } = pageOf(noted, limit, ({ id }) => [id]);
    return Promise.resolve({
      items: items.map(({ at, actor: id, role, organisation, query, correlationId, shown, refused }) => ({
        at,
        actor: { id, role, organisation },
        query,
        correlationId: correlationId ?? undefined,
        shown,
        ...(refused ? { refused: true as const } : {}),
      })),
      next,
    });
  },
  shows: (_, { at: { personId } }) => [personId],
});
