// What can be done and asked here, one value each.
import type { Offers } from '../../engine/use-cases/offers.js';
import { questionsIn } from '../../engine/use-cases/question.js';
import { useCasesIn } from '../../engine/use-cases/use-case.js';
import * as dischargeDestinations from './queries/discharge-destinations.js';
import * as getHandOver from './queries/get-hand-over.js';
import * as getTransition from './queries/get-transition.js';
import * as interfaceAgenda from './queries/interface-agenda.js';
import * as listDischarges from './queries/list-discharges.js';
import * as listFirstMonths from './queries/list-first-months.js';
import * as listHandOvers from './queries/list-hand-overs.js';
import * as listPast18 from './queries/list-past-18.js';
import * as listTransitions from './queries/list-transitions.js';
import * as qualityMeasures from './queries/quality-measures.js';
import * as transitionCounts from './queries/transition-counts.js';
import * as transitionWork from './queries/transition-work.js';
import * as whoLeads from './queries/who-leads.js';
import { topics } from './topics.js';

export const transitionUseCases: Offers = {
  useCases: useCasesIn(...topics),
  questions: questionsIn(
    dischargeDestinations,
    getHandOver,
    getTransition,
    interfaceAgenda,
    listDischarges,
    listFirstMonths,
    listHandOvers,
    listPast18,
    listTransitions,
    qualityMeasures,
    transitionCounts,
    transitionWork,
    whoLeads,
  ),
};
