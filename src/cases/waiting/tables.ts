// The tables of waits. A clock runs from clock_start up to and without clock_end; 9999-12-31 is "still" and "not yet".
// received_on is the start of the first clock as it is known now.
import { never } from '../../engine/deadlines/deadline-table.js';
import { waitRisk } from '../../engine/deadlines/risk-higher.js';
import { table } from '../../engine/processing/table.js';
import { waitTally } from './list-tally.js';
import { peopleMoved } from './people-waiting.js';

const waitCase = table(
  'wait_case',
  {
    id: 'text',
    person_id: 'text',
    pathway: 'text',
    service: 'text',
    provider: 'text',
    received_on: 'text',
    clock_start_known_from: 'text',
    clock_start: 'text',
    appointment_on: 'text?',
    first_contact_on: 'text?',
    assessed_on: 'text',
    clock_stopped_on: 'text?',
    removed_on: 'text?',
    removal_reason: 'text?',
    urgency: 'text',
    urgency_rank: 'whole',
    missed: 'whole',
    validated_on: 'text?',
    last_contact_on: 'text?',
    ended_on: 'text',
    revision: 'whole',
  },
  {
    published: true,
    key: ['id'],
    indexes: {
      wait_case_person: '(person_id)',
      wait_case_seen:
        '(first_contact_on, urgency, pathway, service, provider, clock_start) WHERE first_contact_on IS NOT NULL',
      wait_case_assessed: '(pathway, service, provider, assessed_on)',
      wait_case_open: '(ended_on, received_on)',
    },
    moves: [peopleMoved],
  },
);

const waitClock = table(
  'wait_clock',
  {
    case_id: 'text',
    person_id: 'text',
    pathway: 'text',
    service: 'text',
    provider: 'text',
    clock_start: 'text',
    clock_end: 'text',
    started_by: 'text',
    ended_by: 'text?',
    recorded_from: 'text',
    recorded_to: 'text',
    ordinal: 'whole',
  },
  {
    key: ['case_id', 'recorded_from', 'ordinal'],
    indexes: {
      wait_clock_now: `(clock_end, pathway, service, provider, clock_start, case_id, person_id, started_by) WHERE recorded_to = '${never}'`,
      wait_clock_started: `(clock_start, pathway, service, provider, started_by) WHERE recorded_to = '${never}'`,
      wait_clock_then: `(recorded_to, clock_end) WHERE recorded_to < '${never}'`,
    },
    moves: [peopleMoved],
  },
);

const waitSegment = table(
  'wait_segment',
  { case_id: 'text', segment: 'text', reached_on: 'text' },
  { key: ['case_id', 'segment'] },
);

export const waitTables = {
  wait_case: waitCase,
  wait_clock: waitClock,
  wait_segment: waitSegment,
  wait_risk: waitRisk,
  ...waitTally.tables,
};
export type WaitTables = typeof waitTables;
