// What a caseload says of being open past 18, and of the closure: the last word, so that the rule of no gap sees all before it (TRN-01).
import { addDays, birthday, earliest } from '../../../kernel/calendar/index.js';
import type { TransitionCommand } from '../../../cases/camhs-transition/transition.js';
import type { Transition } from '../../../cases/camhs-transition/domain/state.js';
import type { CamhsRow } from './camhs-row.js';
import { datedFromRow, type CaseAbout, type TransitionFromRow } from './dated-from-row.js';

const says = 'As the loaded caseload says.';
/** The list has no day for it; somebody looks at it again then. */
const reviewAfterDays = 90;

export function closingFromRow(row: CamhsRow, state: Transition, about: CaseAbout): TransitionFromRow {
  const destination = row.destination ?? 'NOT_RECORDED';
  const closed = datedFromRow(
    {
      field: 'camhs_closed_on',
      on: row.closedOn,
      type: 'CamhsClosed',
      command: (on) => ({ type: 'CloseCamhs', on, destination, acceptanceEvidence: says }),
    },
    about,
  );
  const past18 = past18FromRow(row, state, about);
  return { said: [...past18.said, ...closed.said], oddities: [...past18.oddities, ...closed.oddities] };
}

function past18FromRow(
  { past18: reason, closedOn, destination }: CamhsRow,
  state: Transition,
  { today, birthDate }: CaseAbout,
): TransitionFromRow {
  const field = 'past_18_reason';
  const open = state.closed === undefined && closedOn === undefined;
  const last = state.past18[state.past18.length - 1];
  if (reason === undefined) {
    const missing = open && !last && birthday(birthDate, 18) <= today;
    return {
      said: [],
      oddities: missing ? [{ field, message: '18 and open to CAMHS without a reason (TRN-02).' }] : [],
    };
  }
  if (state.closed || last?.reason === reason) return { said: [], oddities: [] };
  const on = closedOn === undefined ? today : earliest(today, closedOn);
  const command: TransitionCommand = {
    type: 'RecordPast18Reason',
    on,
    reason,
    agreedWith: reason === 'time-limited-intervention' ? (destination ?? 'NOT_RECORDED') : undefined,
    reviewOn: addDays(on, reviewAfterDays),
    note: reason === 'other' ? says : undefined,
  };
  return { said: [{ field, command }], oddities: [] };
}
