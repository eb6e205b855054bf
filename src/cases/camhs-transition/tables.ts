// The tables of transitions. `9999-12-31` is "not yet": one comparison with a date serves both.
import { tallyTables } from '../../engine/processing/tally.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import { registerTally } from './register-turns.js';

/** One index for each gate that may come next: the register is in the order of the next gate, and starts at any place of it. */
export const transitionTables = `
CREATE TABLE transition_case (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL, team TEXT NOT NULL, pack TEXT NOT NULL, pack_version INTEGER NOT NULL,
  referred_on TEXT NOT NULL, opened_on TEXT NOT NULL, late INTEGER NOT NULL, send INTEGER NOT NULL,
  destination TEXT, receiver TEXT, needs_fallback INTEGER NOT NULL,
  onward_from TEXT NOT NULL, accepted_on TEXT NOT NULL, adult_opened_on TEXT NOT NULL, handed_over_on TEXT NOT NULL, adult_met_on TEXT NOT NULL,
  closed_on TEXT NOT NULL, open_until TEXT NOT NULL, closed_to TEXT, discharged_on TEXT NOT NULL, ever_attended INTEGER NOT NULL,
  gate_y9 TEXT, gate_14 TEXT, gate_16 TEXT, gate_17 TEXT, gate_17_6 TEXT, gate_18 TEXT, last_discussed_on TEXT NOT NULL, lot TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX transition_case_person ON transition_case (person_id);
CREATE INDEX transition_case_open ON transition_case (open_until, team, gate_18);
CREATE INDEX transition_case_not_closed ON transition_case (gate_18, id) WHERE open_until = '${never}';
CREATE INDEX transition_case_17_6 ON transition_case (gate_17_6, id) WHERE open_until = '${never}';
CREATE INDEX transition_case_17 ON transition_case (gate_17, id) WHERE open_until = '${never}';
CREATE INDEX transition_case_14 ON transition_case (gate_14, id) WHERE open_until = '${never}' AND send = 1;
CREATE INDEX transition_case_y9 ON transition_case (gate_y9, id) WHERE open_until = '${never}' AND send = 1;
CREATE INDEX transition_case_discussed ON transition_case (last_discussed_on, gate_18, id, gate_17, person_id) WHERE open_until = '${never}';
CREATE INDEX transition_case_lot ON transition_case (lot, gate_17, person_id) WHERE open_until = '${never}';
CREATE INDEX transition_case_closed ON transition_case (closed_on, closed_to, team, id) WHERE closed_on < '${never}';
CREATE TABLE transition_step (
  case_id TEXT NOT NULL, step_id TEXT NOT NULL, milestone TEXT NOT NULL, outcome TEXT NOT NULL, on_date TEXT NOT NULL,
  late INTEGER NOT NULL, event_id TEXT NOT NULL, PRIMARY KEY (case_id, step_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE transition_interface (
  case_id TEXT NOT NULL, meeting_id TEXT NOT NULL, on_date TEXT NOT NULL, manner TEXT NOT NULL, event_id TEXT NOT NULL,
  PRIMARY KEY (case_id, on_date, meeting_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE transition_received (
  case_id TEXT NOT NULL, service TEXT NOT NULL, on_date TEXT NOT NULL, PRIMARY KEY (case_id, service)
) STRICT, WITHOUT ROWID;
CREATE TABLE transition_past18 (
  case_id TEXT NOT NULL, on_date TEXT NOT NULL, reason TEXT NOT NULL, review_on TEXT NOT NULL, event_id TEXT NOT NULL,
  PRIMARY KEY (case_id, on_date, event_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE handover_item (
  case_id TEXT NOT NULL, item_id TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, offered_on TEXT NOT NULL,
  on_date TEXT NOT NULL, PRIMARY KEY (case_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE adult_appointment (
  case_id TEXT NOT NULL, appointment_id TEXT NOT NULL, booked_on TEXT NOT NULL, booked_for TEXT NOT NULL, status TEXT NOT NULL,
  outcome_on TEXT, contacted_on TEXT, PRIMARY KEY (case_id, appointment_id)
) STRICT, WITHOUT ROWID;${tallyTables(registerTally)}`;
