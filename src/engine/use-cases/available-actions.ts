// What can be done now with one case, by whoever asks: each use case of its kind that they may send, with its decision run dry.
import { ApiProperty } from '../api/api-property.js';
import { Policies } from '../access/policy.js';
import { everyoneIn } from '../access/shows.js';
import { CaseTypes } from '../processing/case-types.js';
import { ReadSide } from '../processing/read-side.js';
import { streamOf } from '../../kernel/decider.js';
import { notFound } from '../../kernel/errors.js';
import type { CaseNow } from './case-now.js';
import { isCaseUseCase, isOnOneCase, type CaseUseCase } from './case-use-case.js';
import { CasesNow } from './cases-now.js';
import { whyNot } from './dry-run.js';
import { question } from './question.js';
import type { UseCase } from './use-case.js';
import { waysOf } from './ways.js';

/** Every use case that there is. */
export class UseCases {
  constructor(readonly all: readonly UseCase[]) {}
}

export class AvailableAction {
  @ApiProperty({ example: 'RecordReviewPoint' }) name: string;
  @ApiProperty({ description: 'What it does' }) does: string;
  @ApiProperty({ description: 'Where it is sent; what is still to be named stands in braces' }) address: string;
  @ApiProperty({ type: [String], example: ['EHC-10'] }) rules: readonly string[];
  @ApiProperty({ required: false, description: 'Why it can be recorded of an earlier day alone, and not of today' })
  notOfToday?: string;
}

export class UnavailableAction extends AvailableAction {
  @ApiProperty({ description: 'Why not, as the case stands' }) because: string;
  @ApiProperty({ required: false, description: 'ID of the rule that says no' }) rule?: string;
}

export class AvailableActions {
  @ApiProperty() caseId: string;
  @ApiProperty() personId: string;
  @ApiProperty({ type: [AvailableAction] }) items: AvailableAction[];
  @ApiProperty({ type: [UnavailableAction], description: 'What you may send and would be refused' })
  notNow: UnavailableAction[];
}

export const listAvailableActions = question({
  name: 'ListAvailableActions',
  get: 'api/v1/cases/:caseId/available-actions',
  section: 'History',
  tells: 'What you can do with a case now; and what not, with the reason',
  rules: [],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Whoever finds a case sees what they may do with it (SHARE matrix).',
    byPathway: true,
  },
  answers: AvailableActions,
  uses: [ReadSide, Policies, CaseTypes, UseCases, CasesNow],
  answer: async ({ at: { caseId }, asked: { actor } }, { db }, policies, types, useCases, casesNow) => {
    const seen = policies.pathways('ListAvailableActions', actor);
    const kinds = types.all.filter(({ of }) => of && seen?.includes(of.pathway) !== false);
    const streams = kinds.map(({ category }) => streamOf(category, caseId));
    const sql = `SELECT person_id AS personId, category FROM person_stream WHERE stream IN (${streams.map(() => '?').join(', ')})`;
    const found = db.get<{ personId: string; category: string }>(sql, ...streams);
    const kind = kinds.find(({ category }) => category === found?.category);
    if (!found || !kind) throw notFound('case', caseId);
    const now = await casesNow.of(kind.folding, caseId, found.personId, actor);
    const tried = useCases.all
      .filter(isCaseUseCase)
      .filter(({ category }) => category === kind.category)
      .filter((useCase) => isOnOneCase(useCase) && now.may(useCase.name))
      .map((useCase) => triedOn(useCase, caseId, now));
    return {
      caseId,
      personId: found.personId,
      items: tried.filter((one) => !('because' in one)),
      notNow: tried.filter((one): one is UnavailableAction => 'because' in one),
    };
  },
  shows: everyoneIn,
});

function triedOn(useCase: CaseUseCase, caseId: string, now: CaseNow): AvailableAction | UnavailableAction {
  const { name, does, post = '', rules, caseId: idName } = useCase;
  const address = `/${post.replace(/:(\w+)/g, (_, part: string) => (part === idName ? caseId : `{${part}}`))}`;
  const action = { name, does, address, rules };
  const no = whyNot(useCase, waysOf(useCase, caseId, now), now);
  if (!no) return action;
  const { detail, rule } = no.error.parts;
  return no.ofEarlierDay ? { ...action, notOfToday: detail } : { ...action, because: detail, rule };
}
