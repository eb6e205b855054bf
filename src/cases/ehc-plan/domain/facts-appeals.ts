// The facts of letters that can be appealed against, of mediation and appeals, and of what the Tribunal asks (EHC-70 to EHC-75).
import { fact, oneAfterAnother, type Part } from './dated-facts.js';
import { earliestOf, latestOf, type Entry } from './entries.js';
import { lettersOf } from './letters.js';
import type { Appeal, FixedDate, Plan } from './state.js';
import type { TribunalAct } from './words.js';

export function letterFacts(plan: Plan, letter: Entry | undefined) {
  const steps = plan.mediation.filter(({ letterEventId }) => letterEventId === letter?.eventId);
  const appeal = plan.appeals.find(({ letterEventId }) => letterEventId === letter?.eventId);
  const step = (wanted: string) => fact(earliestOf(steps.filter((each) => each.step === wanted)));
  return {
    letter: fact(letter),
    certificate: fact(latestOf(steps.filter((each) => each.step === 'certificate'))),
    appealLodged: fact(appeal),
    appealDetermined: fact(appeal?.determined),
    mediationContact: step('contacted'),
    mediationDeclined: step('declined'),
    mediationAccepted: step('accepted'),
    mediationArranged: step('arranged'),
    mediationNotArranged: step('not-arranged'),
    mediationHeld: step('held'),
  };
}

export const appealSubjects = (plan: Plan): Part[] =>
  lettersOf(plan).map((letter) => ({
    scope: 'appeal',
    id: `letter-${letter.eventId}`,
    label: `appeal about ${letter.about}`,
    facts: letterFacts(plan, letter),
    flags: {
      about: plan.appeals.find(({ letterEventId }) => letterEventId === letter.eventId)?.placementOnly
        ? 'placementOnly'
        : 'other',
    },
  }));

/** EHC-73: the response to every appeal, and whatever else the Tribunal fixed a date for. */
export const actSubjects = (plan: Plan): Part[] =>
  plan.appeals.flatMap((appeal) => {
    const others = appeal.fixed.filter(({ act }) => act !== 'response');
    const ids = [...new Set(others.map(({ id }) => id))];
    return [
      actSubject(
        appeal,
        `response-${appeal.id}`,
        'response',
        appeal.fixed.filter(({ act }) => act === 'response'),
      ),
      ...ids.map((id) => {
        const dates = others.filter((each) => each.id === id);
        return actSubject(appeal, id, dates[0]!.act, dates);
      }),
    ];
  });

function actSubject(appeal: Appeal, id: string, act: TribunalAct, dates: readonly FixedDate[]): Part {
  const done = appeal.done.filter((each) => each.act === act && (act === 'response' || each.directionId === id));
  return {
    scope: 'tribunalAct',
    id,
    label: `appeal: ${act.replaceAll('-', ' ')}`,
    facts: {
      appealLodged: fact(appeal),
      noticeReceived: fact(appeal.notice),
      dateFixed: oneAfterAnother(dates),
      done: fact(earliestOf(done)),
      conceded: fact(appeal.conceded),
      appealDetermined: fact(appeal.determined),
    },
    flags: { act },
  };
}
