// The facts of schools that are consulted, changes of the ICB, and acts in an appeal.
import { earliestOf } from './entries.js';
import { fact, oneAfterAnother, type Part } from './facts-common.js';
import { endOf } from './standing.js';
import type { Appeal, FixedDate, Plan } from './state.js';
import type { TribunalAct } from './words.js';

/** EHC-30. Whether the fifteen days are working days is the authority's own custom (AMB-23). */
export const consultationSubjects = (plan: Plan): Part[] =>
  plan.consultations.map((asked, index) => ({
    scope: 'consultation',
    id: asked.id,
    label: `consultation of a school ${index + 1}`,
    facts: {
      consulted: fact(asked),
      replied: fact(asked.replied),
      consultationWithdrawn: fact(asked.ended),
      planEnded: fact(endOf(plan)),
    },
  }));

/** EHC-54: each change of ICB has its own three steps. */
export const icbSubjects = (plan: Plan): Part[] =>
  plan.icbChanges.map((change) => {
    const { movesOn, notified, judged, requested, met } = change;
    return {
      scope: 'plan',
      id: change.id,
      label: 'change of ICB',
      facts: {
        icbMoved: fact(movesOn, change.on),
        icbMoveKnown: fact(change),
        icbNotified: fact(notified),
        newIcbKnown: judged && fact(judged.awareOn, judged.on),
        icbRequest: fact(requested),
        icbRequestMet: fact(met),
        planEnded: fact(endOf(plan)),
      },
      flags: { icbCanSecure: judged && { is: judged.canSecure ? 'yes' : 'no', since: judged.on } },
    };
  });

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
