// Everybody in the made-up area of Seaborough, and what has happened to them by today.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { tellAskedAndEnding } from './ehc/asked-and-ending.js';
import { tellPhaseTransfers } from './ehc/phase-transfers.js';
import { tellPlans } from './ehc/tell-plans.js';
import { tellMovedIn, tellUnderFives } from './ehc/young-and-moved.js';
import { MakingUp } from './people/make-up.js';
import { tellReadiness } from './readiness/tell-readiness.js';
import type { Tale } from './tale.js';
import { tellLeapDay, tellTransitions } from './transition/tell-transitions.js';
import { tellWaits } from './waiting/tell-waits.js';

export function tellArea(today: CivilDate): Tale[] {
  const making = new MakingUp();
  const known = [
    ...tellPlans(making, today),
    ...tellPhaseTransfers(making, today),
    ...tellUnderFives(making, today),
    ...tellMovedIn(making, today),
    ...tellAskedAndEnding(making, today),
    ...tellTransitions(making, today),
    tellLeapDay(making, today),
  ];
  return [...known, ...tellWaits(known, making, today), ...tellReadiness(making, today)];
}
