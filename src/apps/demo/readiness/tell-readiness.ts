// The young people of Seaborough on Ready Steady Go: a dozen over five years, one of them with a CAMHS transition and an EHC plan too.
import type { BandSource, Stage } from '../../../cases/readiness/domain/codes.js';
import { addDays, addMonths, ageGate, type CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { bornForAge } from '../days.js';
import { issuePlan } from '../ehc/plan.js';
import { pastReview } from '../ehc/tell-plans.js';
import type { MakingUp } from '../people/make-up.js';
import { Tale } from '../tale.js';
import { wholeWay } from '../transition/whole-way.js';
import data from './readiness-kinds.json' with { type: 'json' };
import { readinessStep } from './readiness-steps.js';

interface Kind {
  readonly kind: string;
  readonly age: readonly number[];
  readonly service: string;
  readonly from: readonly number[];
  readonly entersAt?: string;
  readonly bands?: string;
  /** Word, the age in years and months, days after that, and days ahead or how many answers ask for help. */
  readonly then: readonly (readonly (string | number)[])[];
}

export const tellReadiness = (making: MakingUp, today: CivilDate): Tale[] =>
  (data.programmes as readonly Kind[]).map((kind) => tellProgramme(kind, making, today));

function tellProgramme(kind: Kind, making: MakingUp, today: CivilDate): Tale {
  const [years = 12, months = 0] = kind.age;
  const birthDate = bornForAge(today, years, months, making.luck.below(20));
  const at = (year: number, month: number, days = 0) => addDays(ageGate(birthDate, year, month), days);
  const start = at(kind.from[0] ?? 11, kind.from[1] ?? 0);
  const all = kind.kind === 'beside a CAMHS transition and an EHC plan';
  const sendStatus = all ? 'ehc-plan' : 'not-known';
  const tale = new Tale(making.person({ birthDate, sendStatus, knownFrom: addDays(start, all ? -150 : -3) }));
  if (all) tellPlanAndTransition(tale, at, today);
  const id = idFrom(tale.person.id, 'readiness');
  const { service, entersAt = 'ready', bands = 'slides' } = kind;
  tale.readiness(id, start, () => [
    {
      ...{ type: 'Start', on: start, personId: tale.person.id, service, organisation: 'estuary-community-health' },
      ...{
        longTermCondition: true,
        likelyAdultServices: true,
        entersAt: entersAt as Stage,
        bands: bands as BandSource,
      },
      ...{ worker: 'dev.nurse', birthDate },
    },
  ]);
  for (const [word, year, month, days, number] of kind.then) {
    const on = at(Number(year), Number(month), Number(days ?? 0));
    tale.readiness(id, on, readinessStep(String(word), on, Number(number ?? 0), tale));
  }
  return tale;
}

/** A review each year, and the way to adult mental-health services begun. */
function tellPlanAndTransition(tale: Tale, at: (years: number, months: number) => CivilDate, today: CivilDate): void {
  const made = at(11, 0);
  issuePlan(tale, made);
  for (let decided = addMonths(made, 11); decided < addDays(today, -80); decided = addMonths(decided, 11))
    pastReview(tale, decided);
  wholeWay(tale, { variant: 'A', referred: at(15, 6), upTo: 'identified' });
}
