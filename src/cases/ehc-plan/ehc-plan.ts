// EHC plans with all their decisions: for the loads, the demo area and the tests, which ask several of them by type.
import { caseType, type CommandOf } from '../../kernel/decider.js';
import { decisionsIn } from '../../engine/use-cases/case-use-case.js';
import { ehcPlanKind } from './domain/plan-kind.js';
import { recordReturnedCease, recordReturnedReview, recordReturnedTransfer } from './sen2-return.js';
import { topics } from './topics.js';

const decisions = {
  ...decisionsIn(...topics),
  RecordReturnedReview: recordReturnedReview,
  RecordReturnedPhaseTransfer: recordReturnedTransfer,
  RecordReturnedCease: recordReturnedCease,
};

export type EhcCommand = CommandOf<typeof decisions>;

export const ehcPlan = caseType(ehcPlanKind, decisions);
