// Plans of children under five (EHC-34), and plans that came from another authority (EHC-50 to EHC-53).
import { packFor } from '../../../cases/ehc-plan/pack.js';
import { addDays, addMonths, type CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { bornForAge } from '../days.js';
import type { MakingUp } from '../people/make-up.js';
import { Tale } from '../tale.js';
import { issuePlan, planOf, seaborough, settle } from './plan.js';
import { review } from './review.js';

/** Three to six months after the plan: an early look at it that is due, done, and overdue. */
export function tellUnderFives(making: MakingUp, today: CivilDate): Tale[] {
  return [
    { months: 50, made: -170, looked: undefined },
    { months: 44, made: -200, looked: -30 },
    { months: 54, made: -210, looked: undefined },
  ].map(({ months, made, looked }) => {
    const on = addDays(today, made);
    const birthDate = bornForAge(today, 0, months, making.luck.below(27));
    const tale = new Tale(making.person({ birthDate, sendStatus: 'ehc-plan', knownFrom: addDays(on, -140) }));
    issuePlan(tale, on, 'early-years');
    const newCycleId = idFrom(tale.person.id, 'review', 'interim');
    if (looked !== undefined)
      tale.ehc(planOf(tale), { type: 'ConsiderInterimReview', on: addDays(today, looked), newCycleId });
    return tale;
  });
}

/** Six weeks to say what will happen: still running, run out, and said in time with the first review held here. */
export function tellMovedIn(making: MakingUp, today: CivilDate): Tale[] {
  return [
    { moved: -20, age: 9, letter: undefined, meeting: undefined },
    { moved: -52, age: 14, letter: undefined, meeting: undefined },
    { moved: -80, age: 12, letter: -50, meeting: -12 },
  ].map(({ moved, age, letter, meeting }) => {
    const on = addDays(today, moved);
    const birthDate = bornForAge(today, age, making.luck.below(11), making.luck.below(27));
    const tale = new Tale(making.person({ birthDate, sendStatus: 'ehc-plan', knownFrom: on }));
    const plan = planOf(tale);
    const madeOn = addMonths(on, -25);
    tale.ehc(plan, {
      type: 'TakeOverPlan',
      on,
      personId: tale.person.id,
      authority: seaborough,
      fromAuthority: 'inland-county',
      rulePack: packFor(madeOn),
      planMadeOn: madeOn,
      lastReviewedOn: addMonths(on, -9),
      becameAwareOn: addDays(on, -10),
    });
    settle(tale, on);
    // One of them also came to another ICB, which cannot secure the provision (EHC-54).
    if (age === 14) changeOfIcb(tale, on);
    if (letter !== undefined)
      tale.ehc(plan, { type: 'SendMoveInLetter', on: addDays(today, letter), willReassess: false, reviewOn: today });
    if (meeting !== undefined) review(tale, { meeting: addDays(today, meeting), report: 9 });
    return tale;
  });
}

function changeOfIcb(tale: Tale, moved: CivilDate): void {
  const plan = planOf(tale);
  const changeId = idFrom(tale.person.id, 'icb-change');
  const day = (days: number) => addDays(moved, days);
  tale.ehc(plan, {
    type: 'LearnOfIcbChange',
    on: day(1),
    changeId,
    fromIcb: 'inland-icb',
    toIcb: 'estuary-icb',
    movesOn: moved,
  });
  tale.ehc(plan, { type: 'NotifyNewIcb', on: day(12), changeId });
  tale.ehc(plan, { type: 'JudgeIcbProvision', on: day(20), changeId, awareOn: day(12), canSecure: false });
  tale.ehc(plan, { type: 'ReceiveIcbRequest', on: day(30), changeId, asksFor: 'review' });
}
