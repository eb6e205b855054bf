import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { addDays, civilDate } from '../../../kernel/calendar/index.js';
import { openSen2 } from '../../loading/files/index.js';
import { southendFolder, unpackSouthend } from '../../../../test/fixtures/unpack.js';
import { pairedFigures } from './paired-figures.js';
import type { Outcome, PlanReviews } from './plan-reviews.js';
import { publishedRow } from './published-row.js';

const census = civilDate('2025-01-16');

describe('the published annual-review row', () => {
  it('SEN2-15: from the made-up Southend return it is the row that DfE published, all 19 figures', async () => {
    const { xml, remove } = unpackSouthend();
    const outcomes: Readonly<Record<string, Outcome>> = { A: 'amend', M: 'maintain', C: 'cease' };
    const plans: PlanReviews[] = [];
    const opened = await openSen2(xml);
    if ('problem' in opened) throw new Error(opened.problem.message);
    for await (const item of opened.items) {
      if (item.kind !== 'person') continue;
      for (const { assessment, activePlan } of item.person.requests) {
        const planMadeOn = assessment?.namedPlan?.startDate;
        if (planMadeOn && activePlan) {
          plans.push({
            planMadeOn,
            meetingOn: activePlan.reviewMeeting,
            decisionOn: activePlan.lastReview,
            outcome: outcomes[activePlan.reviewOutcome ?? ''],
          });
        }
      }
    }
    remove();
    const { row: figures } = JSON.parse(readFileSync(join(southendFolder, 'dfe-row.json'), 'utf8')) as {
      row: Record<string, number>;
    };
    expect(publishedRow(plans, census)).toEqual(figures);
  });

  const date = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(census, -days));
  const plan = fc.record(
    {
      planMadeOn: date,
      meetingOn: date,
      decisionOn: date,
      outcome: fc.constantFrom<Outcome>('amend', 'maintain', 'cease'),
    },
    { requiredKeys: ['planMadeOn'] },
  );

  it('SEN2-10…13: the identities of the published table hold for any plans', () => {
    fc.assert(
      fc.property(fc.array(plan), (plans) => {
        const row = publishedRow(plans, census) as Record<string, number>;
        const sum = (...names: string[]) => names.reduce((total, name) => total + (row[name] ?? NaN), 0);
        expect(row['total_ehc_plans']).toBe(sum('review_expected', 'review_not_expected'));
        expect(row['review_expected']).toBe(sum('total_review_meeting', 'no_review_meeting'));
        expect(row['total_review_meeting']).toBe(
          sum('review_meeting_25', 'review_meeting_24', 'review_meeting_prior_24'),
        );
        expect(row['total_review_meeting']).toBe(
          sum(
            'review_decision25',
            'review_decision24',
            'review_decision_prior24',
            'review_decision_not_due',
            'review_decision_outstanding',
          ),
        );
        expect(row['total_review_meeting']).toBe(
          sum('outcome_amend', 'outcome_cease', 'outcome_maintan', 'no_outcome'),
        );
      }),
    );
  });

  it('R4: paired by cycle, every expected plan has exactly one place and none is negative', () => {
    fc.assert(
      fc.property(fc.array(plan), (plans) => {
        const cycles = plans.map(({ meetingOn, decisionOn, ...rest }) => ({
          ...rest,
          decisionOn,
          cycle: meetingOn && { meetingOn, decisionOn: decisionOn && decisionOn >= meetingOn ? decisionOn : undefined },
        }));
        const { expected, noMeeting, decidedWithinFourWeeks, decidedLater, undecidedNotYetDue, undecidedOverdue } =
          pairedFigures(cycles, census);
        expect(noMeeting + decidedWithinFourWeeks + decidedLater + undecidedNotYetDue + undecidedOverdue).toBe(
          expected,
        );
      }),
    );
  });
});
