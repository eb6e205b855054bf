// Whose case is this? A case reference leads to its person, for whoever may see that pathway.
import { PathwayProperty } from '../../api/words-known-here.js';
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { CaseTypes } from '../../processing/case-types.js';
import { everyoneIn } from '../../access/shows.js';
import { Policies } from '../../access/policy.js';
import { streamOf } from '../../../kernel/decider.js';
import { notFound } from '../../../kernel/errors.js';
import { ReadSide } from '../../processing/read-side.js';

export class FoundCase {
  @ApiProperty() caseId: string;
  @ApiProperty() personId: string;
  @PathwayProperty({ required: false }) pathway?: string;
}

export const findCase = question({
  name: 'FindCase',
  get: 'api/v1/cases/:caseId',
  section: 'History',
  tells: 'Whose case a reference means',
  rules: [],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'A case reference leads to its person for those who see that pathway (SHARE matrix).',
    byPathway: true,
  },
  answers: FoundCase,
  uses: [ReadSide, Policies, CaseTypes],
  answer: async ({ at: { caseId }, asked }, readSide, policies, caseTypes): Promise<FoundCase> => {
    const allowed = policies.pathways('FindCase', asked.actor);
    const types = caseTypes.all.filter(({ pathway }) => pathway === undefined || !allowed || allowed.includes(pathway));
    const streams = types.map(({ category }) => streamOf(category, caseId));
    const found = await Promise.resolve(
      readSide.db.get<{ person_id: string; category: string }>(
        `SELECT person_id, category FROM person_stream WHERE stream IN (${streams.map(() => '?').join(', ')})`,
        ...streams,
      ),
    );
    if (!found) throw notFound('case', caseId);
    const pathway = types.find(({ category }) => category === found.category)?.pathway;
    return { caseId, personId: found.person_id, pathway };
  },
  shows: everyoneIn,
});
