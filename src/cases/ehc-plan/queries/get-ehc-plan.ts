// One plan with its reviews, as of a date.
import { question } from '../../../engine/use-cases/question.js';
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import { readState } from '../../../engine/processing/case-projection.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { schoolNames } from '../../../engine/schools/school-names.js';
import type { Plan } from '../domain/state.js';
import { EhcPlanView } from './plan-view.js';
import { viewPlan } from './view-plan.js';

export const getEhcPlan = question({
  name: 'GetEhcPlan',
  get: 'api/v1/ehc-plans/:id',
  section: 'EHC plans',
  tells: 'One EHC plan with its reviews and the ledger of each',
  rules: ['EHC-02', 'EHC-16', 'R8'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Health is invited and asked for advice, so it sees which review is when (EHC-13, EHC-16).',
  },
  answers: EhcPlanView,
  uses: [ReadSide],
  answer: ({ at: { id }, asked: { asOf } }, readSide): Promise<EhcPlanView> => {
    const { db } = readSide;
    const plan = readState<Plan>(db, 'ehc_plan', id);
    const sql = 'SELECT birth_date FROM young_person WHERE id = ?';
    const person = db.get<{ birth_date: CivilDate | null }>(sql, plan?.personId ?? '');
    const birthDate = person?.birth_date ?? undefined;
    const view = plan && viewPlan(id, plan, asOf, { birthDate, choices: choicesIn(db) });
    if (!view) throw notFound('EHC plan', id);
    return Promise.resolve(withSchools(view, db, asOf));
  },
  shows: everyoneIn,
});

/** A place that has ended is told by its name of then. */
function withSchools(view: EhcPlanView, db: Statements, asOf: CivilDate): EhcPlanView {
  const placements = view.placements.map((placed) => {
    const { urn, ukprn, to } = placed;
    const number = urn ?? ukprn;
    const day = to !== undefined && to < asOf ? (to as CivilDate) : asOf;
    return { ...placed, schoolName: number && schoolNames(db, [number], day).get(number) };
  });
  return { ...view, placements };
}
