// What the own form brings to the whole: what is typed before it is sent, and the pages that open without an account.
import { replayable, type Slice } from '../../../engine/processing/slice.js';
import { draftEvents, ownFormDraft } from '../domain/own-form/draft.js';
import { ownPaths } from './paths.js';

export const ownFormSlice: Slice = {
  name: 'readiness-own-form',
  events: draftEvents,
  projections: [],
  served: () => import('./served.js'),
  paths: ownPaths,
  cases: [replayable(ownFormDraft, { noun: ownFormDraft.noun, pathway: 'readiness', ofRecord: true })],
};
