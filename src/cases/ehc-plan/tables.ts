// The tables of EHC plans. A row of a placement or a need holds from its first to its last day; 9999-12-31 is "still".
import type { Value } from '../../engine/processing/statements.js';
import { tallyTables } from '../../engine/processing/tally.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import { absenceTally } from './absence-turns.js';
import { landingTally } from './landing-turns.js';

export const ehcTables = `
CREATE TABLE ehc_plan (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL, authority TEXT NOT NULL, pack TEXT NOT NULL, pack_version INTEGER NOT NULL,
  plan_made_on TEXT NOT NULL, held_from TEXT NOT NULL, made_event TEXT NOT NULL, from_return INTEGER NOT NULL, last_issued_on TEXT NOT NULL,
  status TEXT NOT NULL, status_from TEXT NOT NULL, cease_decided_on TEXT, ceased_on TEXT, cease_ground TEXT,
  moved_in_on TEXT, reviewed_before_on TEXT, moved_out_on TEXT, ended_on TEXT NOT NULL, clock_start TEXT NOT NULL, clock_event TEXT NOT NULL,
  cohort INTEGER, recorded_year INTEGER, recorded_year_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX ehc_plan_person ON ehc_plan (person_id, plan_made_on);
CREATE INDEX ehc_plan_active ON ehc_plan (authority, ended_on, held_from);
CREATE INDEX ehc_plan_cohort ON ehc_plan (cohort, ended_on);
CREATE TABLE ehc_review_cycle (
  plan_id TEXT NOT NULL, cycle_id TEXT NOT NULL, ordinal INTEGER NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL,
  first_of_plan INTEGER NOT NULL, from_return INTEGER NOT NULL, clock_start TEXT, meeting_arranged_for TEXT,
  meeting_on TEXT, meeting_event TEXT, report_on TEXT, decision_on TEXT, decision_event TEXT, outcome TEXT,
  stated_outcome TEXT, stated_on TEXT, proposed_changes TEXT, amendment_notice_on TEXT, amendment_evidenced INTEGER,
  served_on TEXT, waived_on TEXT, dropped_on TEXT, final_on TEXT, issued_early INTEGER,
  roles_not_invited INTEGER NOT NULL, health_advice_on TEXT, health_advice_dated_on TEXT,
  social_care_advice_on TEXT, social_care_advice_dated_on TEXT, PRIMARY KEY (plan_id, cycle_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ehc_cycle_meeting ON ehc_review_cycle (plan_id, meeting_on);
CREATE INDEX ehc_cycle_decision ON ehc_review_cycle (plan_id, decision_on);
CREATE TABLE ehc_review_lack (
  plan_id TEXT NOT NULL, cycle_id TEXT NOT NULL, ordinal INTEGER NOT NULL, lack TEXT NOT NULL, person_id TEXT NOT NULL,
  decided_on TEXT NOT NULL, roles TEXT NOT NULL, PRIMARY KEY (plan_id, cycle_id, lack)
) STRICT, WITHOUT ROWID;
CREATE INDEX ehc_lack_decided ON ehc_review_lack (lack, decided_on, plan_id, cycle_id);
CREATE TABLE ehc_placement (
  plan_id TEXT NOT NULL, placement_id TEXT NOT NULL, kind TEXT NOT NULL, urn TEXT, ukprn TEXT, setting TEXT,
  from_on TEXT NOT NULL, to_on TEXT NOT NULL, out_of_area INTEGER, residential TEXT, place_rank INTEGER NOT NULL,
  sen_unit INTEGER, resourced_provision INTEGER, PRIMARY KEY (plan_id, placement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ehc_placement_kind ON ehc_placement (kind, to_on, plan_id);
CREATE INDEX ehc_placement_out ON ehc_placement (to_on, plan_id) WHERE out_of_area = 1;
CREATE TABLE ehc_need (
  plan_id TEXT NOT NULL, code TEXT NOT NULL, need_rank INTEGER NOT NULL, from_on TEXT NOT NULL, to_on TEXT NOT NULL,
  event_id TEXT NOT NULL, PRIMARY KEY (plan_id, event_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX ehc_need_code ON ehc_need (code, to_on, plan_id);${tallyTables(absenceTally)}${tallyTables(landingTally)}`;

/** Whose rows of one plan are replaced together. */
export const partTables = ['ehc_review_cycle', 'ehc_review_lack', 'ehc_placement', 'ehc_need'] as const;

/** One row by the names of its columns; what has no value is null. */
export type Columns = Readonly<Record<string, Value | boolean | undefined>>;

export const valueOf = (value: Value | boolean | undefined): Value =>
  typeof value === 'boolean' ? Number(value) : (value ?? null);

export const stillOn = never;
