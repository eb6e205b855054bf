// The tables of transitions. `9999-12-31` is "not yet": one comparison with a date serves both.
import { never } from '../../engine/deadlines/deadline-table.js';
import { table } from '../../engine/processing/table.js';
import { registerTally } from './register-tally.js';

const open = `open_until = '${never}'`;

/** One index for each gate that may come next: the register is in the order of the next gate, and starts at any place of it. */
const transitionCase = table(
  'transition_case',
  {
    id: 'text',
    person_id: 'text',
    team: 'text',
    pack: 'text',
    pack_version: 'whole',
    referred_on: 'text',
    opened_on: 'text',
    late: 'flag',
    send: 'flag',
    destination: 'text?',
    receiver: 'text?',
    needs_fallback: 'flag',
    onward_from: 'text',
    accepted_on: 'text',
    adult_opened_on: 'text',
    handed_over_on: 'text',
    adult_met_on: 'text',
    closed_on: 'text',
    open_until: 'text',
    closed_to: 'text?',
    discharged_on: 'text',
    ever_attended: 'flag',
    gate_y9: 'text?',
    gate_14: 'text?',
    /** Where the young person's own consent takes the place of a parent's (TRN-40). */
    gate_16: 'text?',
    gate_17: 'text?',
    gate_17_6: 'text?',
    gate_18: 'text?',
    last_discussed_on: 'text',
    /** The place among those without a name: it follows from nothing that anybody may not know (TRN-44). */
    lot: 'text',
  },
  {
    published: true,
    key: ['id'],
    indexes: {
      transition_case_person: '(person_id)',
      transition_case_open: '(open_until, team, gate_18)',
      transition_case_not_closed: `(gate_18, id) WHERE ${open}`,
      transition_case_17_6: `(gate_17_6, id) WHERE ${open}`,
      transition_case_17: `(gate_17, id) WHERE ${open}`,
      transition_case_14: `(gate_14, id) WHERE ${open} AND send = 1`,
      transition_case_y9: `(gate_y9, id) WHERE ${open} AND send = 1`,
      transition_case_discussed: `(last_discussed_on, gate_18, id, gate_17, person_id) WHERE ${open}`,
      transition_case_lot: `(lot, gate_17, person_id) WHERE ${open}`,
      transition_case_closed: `(closed_on, closed_to, team, id) WHERE closed_on < '${never}'`,
    },
  },
);

const step = table(
  'transition_step',
  {
    case_id: 'text',
    step_id: 'text',
    milestone: 'text',
    outcome: 'text',
    on_date: 'text',
    late: 'flag',
    event_id: 'text',
  },
  { key: ['case_id', 'step_id'] },
);

const interfaceMeeting = table(
  'transition_interface',
  { case_id: 'text', meeting_id: 'text', on_date: 'text', manner: 'text', event_id: 'text' },
  { key: ['case_id', 'on_date', 'meeting_id'] },
);

const received = table(
  'transition_received',
  { case_id: 'text', service: 'text', on_date: 'text' },
  { published: true, key: ['case_id', 'service'] },
);

const past18 = table(
  'transition_past18',
  { case_id: 'text', on_date: 'text', reason: 'text', review_on: 'text', event_id: 'text' },
  { key: ['case_id', 'on_date', 'event_id'] },
);

const item = table(
  'handover_item',
  { case_id: 'text', item_id: 'text', kind: 'text', status: 'text', offered_on: 'text', on_date: 'text' },
  { key: ['case_id', 'item_id'] },
);

const appointment = table(
  'adult_appointment',
  {
    case_id: 'text',
    appointment_id: 'text',
    booked_on: 'text',
    booked_for: 'text',
    status: 'text',
    outcome_on: 'text?',
    contacted_on: 'text?',
  },
  { key: ['case_id', 'appointment_id'] },
);

export const transitionTables = {
  transition_case: transitionCase,
  transition_step: step,
  transition_interface: interfaceMeeting,
  transition_received: received,
  transition_past18: past18,
  handover_item: item,
  adult_appointment: appointment,
  ...registerTally.tables,
};
export type TransitionTables = typeof transitionTables;
