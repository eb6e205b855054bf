// The tables of waits. A clock runs from clock_start up to and without clock_end; 9999-12-31 is "still" and "not yet".
// received_on is the start of the first clock as it is known now.
import { tallyTables } from '../../engine/processing/tally.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import { waitTally } from './list-turns.js';
import { peopleTable } from './people-waiting.js';

export const waitTables = `
CREATE TABLE wait_case (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL, pathway TEXT NOT NULL, service TEXT NOT NULL, provider TEXT NOT NULL,
  received_on TEXT NOT NULL, clock_start_known_from TEXT NOT NULL, clock_start TEXT NOT NULL,
  appointment_on TEXT, first_contact_on TEXT, assessed_on TEXT NOT NULL, clock_stopped_on TEXT,
  removed_on TEXT, removal_reason TEXT, urgency TEXT NOT NULL, urgency_rank INTEGER NOT NULL, missed INTEGER NOT NULL,
  validated_on TEXT, last_contact_on TEXT, ended_on TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX wait_case_person ON wait_case (person_id);
CREATE INDEX wait_case_seen ON wait_case (first_contact_on, urgency, pathway, service, provider, clock_start) WHERE first_contact_on IS NOT NULL;
CREATE INDEX wait_case_assessed ON wait_case (pathway, service, provider, assessed_on);
CREATE INDEX wait_case_open ON wait_case (ended_on, received_on);
CREATE TABLE wait_clock (
  case_id TEXT NOT NULL, person_id TEXT NOT NULL, pathway TEXT NOT NULL, service TEXT NOT NULL, provider TEXT NOT NULL,
  clock_start TEXT NOT NULL, clock_end TEXT NOT NULL, started_by TEXT NOT NULL, ended_by TEXT,
  recorded_from TEXT NOT NULL, recorded_to TEXT NOT NULL, ordinal INTEGER NOT NULL, PRIMARY KEY (case_id, recorded_from, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX wait_clock_now ON wait_clock (clock_end, pathway, service, provider, clock_start, case_id, person_id, started_by) WHERE recorded_to = '${never}';
CREATE INDEX wait_clock_started ON wait_clock (clock_start, pathway, service, provider, started_by) WHERE recorded_to = '${never}';
CREATE INDEX wait_clock_then ON wait_clock (recorded_to, clock_end) WHERE recorded_to < '${never}';
CREATE TABLE wait_segment (case_id TEXT NOT NULL, segment TEXT NOT NULL, reached_on TEXT NOT NULL, PRIMARY KEY (case_id, segment)) STRICT, WITHOUT ROWID;${peopleTable}${tallyTables(waitTally)}`;
