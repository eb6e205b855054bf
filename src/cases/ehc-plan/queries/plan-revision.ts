// At which revision a plan stands: what a form carries so that a change by somebody else is noticed.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { noOne } from '../../../engine/access/shows.js';
import { notFound } from '../../../kernel/errors.js';
import { readRevision } from '../../../engine/processing/case-projection.js';
import { ReadSide } from '../../../engine/processing/read-side.js';

export class PlanRevision {
  @ApiProperty({ description: 'Send it as If-Match with a change' }) revision: number;
}

export const getEhcPlanRevision = question({
  name: 'GetEhcPlanRevision',
  get: 'api/v1/ehc-plans/:id/revision',
  section: 'EHC plans',
  tells: 'At which revision the plan stands',
  rules: [],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Whoever sees the plan may say which state of it they saw.',
  },
  answers: PlanRevision,
  uses: [ReadSide],
  answer: async ({ at: { id: planId } }, readSide): Promise<PlanRevision> => {
    const revision = await Promise.resolve(readRevision(readSide.db, 'ehc_plan', planId));
    if (revision === undefined) throw notFound('EHC plan', planId);
    return { revision };
  },
  shows: noOne,
});
