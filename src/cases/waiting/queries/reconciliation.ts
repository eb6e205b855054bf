// The reconciliation of a waiting list between two census dates.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsCivilDate } from '../../../engine/api/field-checks.js';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid } from '../../../kernel/errors.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { reconcileList, type Reconciled } from './reconcile-list.js';
import { WaitFilter } from './wait-filter.js';

export class ReconciliationAsked extends WaitFilter {
  @ApiProperty({ example: '2026-05-31', description: 'Census date of the opening' }) @IsCivilDate() from: CivilDate;
}

export class Reconciliation implements Reconciled {
  @ApiProperty() from: string;
  @ApiProperty({ description: 'Census date of the closing: asOf' }) to: string;
  @ApiProperty() opening: number;
  @ApiProperty({ description: 'Clocks started, by what started them' }) additions: Record<string, number>;
  @ApiProperty({ description: 'Clocks ended, by reason' }) removals: Record<string, number>;
  @ApiProperty() closing: number;
  @ApiProperty({ description: 'What that census said when it was taken (WAIT-44)' }) openingAsKnownThen: number;
  @ApiProperty() closingAsKnownThen: number;
  @ApiProperty() addsUp: boolean;
}

export const askReconciliation = question({
  name: 'AskReconciliation',
  get: 'api/v1/waits/reconciliation',
  section: 'Waiting',
  tells: 'Whether the list adds up between two census dates',
  rules: ['WAIT-43', 'WAIT-44'],
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Figures before small numbers are hidden are for inside (REC-41)',
  },
  input: ReconciliationAsked,
  answers: Reconciliation,
  uses: [ReadSide],
  answer: async ({ query: filter, asked: { asOf: to } }, readSide): Promise<Reconciliation> => {
    const { from } = filter;
    if (from > to) throw invalid('from', 'must not be after asOf', 'WAIT-43');
    return Promise.resolve({ from, to, ...reconcileList(readSide.db, from, to, filter) });
  },
  shows: noOne,
});
