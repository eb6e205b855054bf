// What can be done and asked here, one value each.
import { listAvailableActions } from '../use-cases/available-actions.js';
import type { Offers } from '../use-cases/offers.js';
import { findCase } from './queries/find-case.js';
import { getHistory } from './queries/get-history.js';
import { getState } from './queries/get-state.js';
import { listExports } from './queries/list-exports.js';
import { listViews } from './views/list-views.js';
import { exportHistory } from './exports/export-history.js';
import { replayStep } from './queries/replay-step.js';

export const auditUseCases: Offers = {
  useCases: [exportHistory],
  questions: [listAvailableActions, replayStep, findCase, getHistory, getState, listExports, listViews],
};
