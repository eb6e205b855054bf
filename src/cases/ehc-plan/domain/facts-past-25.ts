// The facts of a plan that goes on past the 25th birthday (EHC-64).
import type { Facts, Flags } from '../../../rules/facts.js';
import { earliestOf } from './entries.js';
import { fact, oneAfterAnother } from './dated-facts.js';
import type { Past25 } from './state.js';

export const past25Facts = (past25: Past25 | undefined): { readonly facts: Facts; readonly flags: Flags } => ({
  facts: {
    continuedPast25: fact(past25),
    trainingEnds: oneAfterAnother(past25?.courseEnds ?? []),
    courseEndRecorded: fact(earliestOf(past25?.courseEnds ?? [])),
  },
  flags: { setting: past25 && { is: past25.setting, since: past25.on } },
});
