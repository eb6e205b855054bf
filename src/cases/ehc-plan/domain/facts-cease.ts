// The facts of ceasing a plan: its letters and the appeals against them (EHC-62, EHC-63).
import type { Fact } from '../../../rules/facts.js';
import { appealableOf, appealsAgainst, ceasesOf, overturnedBy, type CeaseOf } from './ceases.js';
import { fact, type Part } from './dated-facts.js';
import { earliestOf, latestOf } from './entries.js';
import { letterFacts } from './facts-appeals.js';
import { endOf } from './plan-status.js';
import type { Plan } from './state.js';

export const ceaseSubjects = (plan: Plan): Part[] =>
  ceasesOf(plan)
    .filter(({ proposed, decided }) => proposed ?? decided)
    .map((cease) => ({
      scope: 'cease',
      id: cease.id,
      label: 'ceasing the plan',
      facts: {
        // The proposal is refused without the head where there is one to consult (EHC-62).
        consulted: fact(cease.proposed),
        headConsulted: fact(cease.proposed),
        ...ceaseLetterFacts(plan, cease),
        ceased: fact(plan.ceased),
        notPursued: fact(earliestOf([cease.dropped, overturnedBy(plan, cease)])),
        planEnded: fact(endOf(plan)),
      },
    }));

/** EHC-63: a review's notice and a letter of its own have their windows and appeals; the last of them counts, once the decision is notified. */
export function ceaseLetterFacts(plan: Plan, cease: CeaseOf) {
  const letters = appealableOf(cease).map((letter) => letterFacts(plan, letter));
  const appeals = appealsAgainst(plan, cease);
  const pending = appeals.some(({ determined }) => !determined);
  return {
    letter: fact(cease.decided),
    certificate: letters.map(({ certificate }) => certificate).reduce(later, undefined),
    appealLodged: fact(earliestOf(appeals)),
    appealDetermined: pending ? undefined : fact(latestOf(appeals.map(({ determined }) => determined))),
  };
}

const later = (a: Fact | undefined, b: Fact | undefined): Fact | undefined => (!a || (b && b.on >= a.on) ? b : a);
