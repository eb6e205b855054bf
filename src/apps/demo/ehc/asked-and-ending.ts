// Early reviews that were asked for (EHC-35), plans that end or may end (EHC-60 to EHC-66), and an appeal.
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { bornForAge } from '../days.js';
import type { MakingUp } from '../people/make-up.js';
import { Tale } from '../tale.js';
import { issuePlan, planOf } from './plan.js';
import { review } from './review.js';
import { pastReview } from './tell-plans.js';

interface Ending {
  readonly age: readonly [years: number, months: number];
  readonly reviewed: number;
  tell(tale: Tale, day: (days: number) => CivilDate): void;
}

const request = (tale: Tale, on: CivilDate): string => {
  const requestId = idFrom(tale.person.id, 'early-review', on);
  const reason = 'Has not been in school since the placement changed.';
  tale.ehc(planOf(tale), { type: 'RequestEarlyReview', on, requestId, by: 'family', reason });
  return requestId;
};

const letters = (tale: Tale, proposed: CivilDate, decided?: CivilDate): void => {
  const ceaseId = idFrom(tale.person.id, 'cease', proposed);
  const { birthDate } = tale.person;
  const plan = planOf(tale);
  tale.ehc(plan, { type: 'ProposeCease', on: proposed, ceaseId, consulted: ['family', 'setting'] });
  if (decided)
    tale.ehc(plan, { type: 'DecideCease', on: decided, ground: 'paid-employment', appealRightsGiven: true, birthDate });
};

const endings: readonly Ending[] = [
  { age: [10, 4], reviewed: -150, tell: (tale, day) => void request(tale, day(-12)) },
  {
    age: [13, 7],
    reviewed: -180,
    tell(tale, day) {
      const requestId = request(tale, day(-60));
      const newCycleId = idFrom(tale.person.id, 'review', 'early');
      const reason = 'The placement is not working.';
      tale.ehc(planOf(tale), { type: 'AnswerEarlyReview', on: day(-46), requestId, agreed: true, reason, newCycleId });
      review(tale, { meeting: day(-8) });
    },
  },
  { age: [19, 2], reviewed: -120, tell: (tale, day) => letters(tale, day(-18)) },
  { age: [20, 5], reviewed: -140, tell: (tale, day) => letters(tale, day(-70), day(-30)) },
  {
    age: [19, 9],
    reviewed: -300,
    tell(tale, day) {
      letters(tale, day(-200), day(-160));
      tale.ehc(planOf(tale), { type: 'CeasePlan', on: day(-80), birthDate: tale.person.birthDate });
    },
  },
  { age: [24, 11], reviewed: -220, tell: () => undefined },
  {
    age: [25, 1],
    reviewed: -210,
    tell: (tale, day) =>
      tale.ehc(planOf(tale), {
        type: 'ContinuePast25',
        on: day(-70),
        setting: 'furtherEducation',
        birthDate: tale.person.birthDate,
      }),
  },
  {
    age: [9, 6],
    reviewed: -330,
    tell(tale, day) {
      review(tale, { meeting: day(-110), report: 10, decision: 24, outcome: 'amend', served: 25, final: 66 });
      const appealId = idFrom(tale.person.id, 'appeal');
      tale.ehc(planOf(tale), { type: 'RecordMediation', on: day(-30), step: 'contacted' });
      tale.ehc(planOf(tale), { type: 'RecordMediation', on: day(-26), step: 'declined' });
      tale.ehc(planOf(tale), { type: 'RecordMediation', on: day(-24), step: 'certificate' });
      tale.ehc(planOf(tale), { type: 'RegisterAppeal', on: day(-9), appealId, placementOnly: false });
      tale.ehc(planOf(tale), { type: 'ReceiveAppealNotice', on: day(-6), appealId });
      const directionId = idFrom(appealId, 'evidence');
      tale.ehc(planOf(tale), {
        type: 'FixTribunalDate',
        on: day(-2),
        appealId,
        directionId,
        act: 'evidence',
        dueOn: day(40),
      });
    },
  },
];

export const tellAskedAndEnding = (making: MakingUp, today: CivilDate): Tale[] =>
  endings.map(({ age: [years, months], reviewed, tell }) => {
    const day = (days: number) => addDays(today, days);
    const birthDate = bornForAge(today, years, months, making.luck.below(27));
    const made = day(reviewed - 340);
    const tale = new Tale(making.person({ birthDate, sendStatus: 'ehc-plan', knownFrom: addDays(made, -140) }));
    issuePlan(tale, made, years >= 17 ? 'further-education' : undefined);
    pastReview(tale, day(reviewed));
    tell(tale, day);
    return tale;
  });
