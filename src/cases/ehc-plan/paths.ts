// Addresses of the pages of EHC plans.
import { path, paths as ofEngine } from '../../engine/web/paths.js';

export const ownPaths = {
  ehc: {
    worklist: path('/ehc/worklist'),
    worklistFile: path('/ehc/worklist/list.csv'),
    absences: path('/ehc/absences'),
    landing: path('/ehc/reviews-landing'),
    phaseTransfers: path('/ehc/phase-transfers'),
    phaseTransfersFile: path('/ehc/phase-transfers/list.csv'),
    termLists: path('/ehc/term-lists'),
    /** `institution` is its URN or UKPRN, or `none`. */
    termList: path('/ehc/term-lists/:term/:institution'),
    termListFile: path('/ehc/term-lists/:term/:institution/list.csv'),
    termListSent: path('/ehc/term-lists/:term/:institution/sent'),
    plan: path('/ehc/plans/:planId'),
    /** `about` is the request, letter, appeal, placement or event that is meant; `plan` where it is the plan itself. */
    recordOnPlan: path('/ehc/plans/:planId/record/:step/:about'),
    facts: path('/ehc/plans/:planId/facts'),
    /** The first thing recorded of a plan: there is none yet, so it is the person's. */
    begin: path('/people/:personId/ehc-plan/:step'),
    review: path('/ehc/plans/:planId/reviews/:cycleId'),
    record: path('/ehc/plans/:planId/reviews/:cycleId/record/:step'),
    whatIf: path('/ehc/plans/:planId/reviews/:cycleId/what-if'),
  },
};

export const paths = { ...ofEngine, ...ownPaths };
