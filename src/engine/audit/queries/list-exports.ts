// Who took a person's history away, when, and the digest by which their bundle is known (REC-20).
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { Journal } from '../../../store/journal.js';
import { streamOf } from '../../../kernel/decider.js';
import type { Actor } from '../../../kernel/envelope.js';
import { historyExports } from '../exports/export-case.js';

class HistoryExport {
  @ApiProperty() recordedAt: string;
  @ApiProperty({ type: Object }) actor: Actor;
  @ApiProperty() records: number;
  @ApiProperty() entries: number;
  @ApiProperty({ description: 'As `digestOfHeads` in the bundle' }) digest: string;
}

export class HistoryExports {
  @ApiProperty({ type: [HistoryExport], description: 'The newest first' }) items: HistoryExport[];
}

export const listExports = question({
  name: 'ListExports',
  get: 'api/v1/young-people/:personId/history/exports',
  section: 'History',
  tells: 'Who took the history away',
  rules: ['REC-20'],
  who: {
    roles: ['auditor', 'manager'],
    because: 'Who looked, and who took it away, is shown to those who answer for the record (REC-20).',
  },
  answers: HistoryExports,
  uses: [Journal],
  answer: async ({ at: { personId } }, journal): Promise<HistoryExports> => {
    const items: HistoryExport[] = [];
    const stream = streamOf(historyExports.category, personId);
    for await (const page of journal.read(stream, { backwards: true, limit: 200 }))
      for (const { recordedAt, metadata, data } of page)
        items.push({
          recordedAt,
          actor: metadata.actor,
          records: Number(data['records']),
          entries: Number(data['entries']),
          digest: String(data['digest']),
        });
    return { items };
  },
  shows: ({ items }: HistoryExports, { at: { personId } }) => (items.length > 0 ? [personId] : []),
});
