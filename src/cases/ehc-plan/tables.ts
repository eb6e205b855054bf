// The tables of EHC plans. A row of a placement or a need holds from its first to its last day; 9999-12-31 is "still".
import { never } from '../../engine/deadlines/deadline-table.js';
import { table } from '../../engine/processing/table.js';
import { absenceTally } from './absence-tally.js';
import { landingTally } from './landing-tally.js';

const plan = table(
  'ehc_plan',
  {
    id: 'text',
    person_id: 'text',
    authority: 'text',
    pack: 'text',
    pack_version: 'whole',
    plan_made_on: 'text',
    held_from: 'text',
    made_event: 'text',
    from_return: 'flag',
    last_issued_on: 'text',
    status: 'text',
    status_from: 'text',
    cease_decided_on: 'text?',
    ceased_on: 'text?',
    cease_ground: 'text?',
    moved_in_on: 'text?',
    reviewed_before_on: 'text?',
    moved_out_on: 'text?',
    ended_on: 'text',
    clock_start: 'text',
    clock_event: 'text',
    cohort: 'whole?',
    recorded_year: 'whole?',
    recorded_year_on: 'text?',
  },
  {
    published: true,
    key: ['id'],
    indexes: {
      ehc_plan_person: '(person_id, plan_made_on)',
      ehc_plan_active: '(authority, ended_on, held_from)',
      ehc_plan_cohort: '(cohort, ended_on)',
    },
  },
);

const cycle = table(
  'ehc_review_cycle',
  {
    plan_id: 'text',
    cycle_id: 'text',
    ordinal: 'whole',
    kind: 'text',
    status: 'text',
    first_of_plan: 'flag',
    from_return: 'flag',
    clock_start: 'text?',
    meeting_arranged_for: 'text?',
    meeting_on: 'text?',
    meeting_event: 'text?',
    report_on: 'text?',
    decision_on: 'text?',
    decision_event: 'text?',
    outcome: 'text?',
    stated_outcome: 'text?',
    stated_on: 'text?',
    proposed_changes: 'text?',
    amendment_notice_on: 'text?',
    amendment_evidenced: 'flag?',
    served_on: 'text?',
    waived_on: 'text?',
    dropped_on: 'text?',
    final_on: 'text?',
    issued_early: 'flag?',
    roles_not_invited: 'whole',
    health_advice_on: 'text?',
    health_advice_dated_on: 'text?',
    social_care_advice_on: 'text?',
    social_care_advice_dated_on: 'text?',
  },
  {
    published: true,
    key: ['plan_id', 'cycle_id'],
    indexes: { ehc_cycle_meeting: '(plan_id, meeting_on)', ehc_cycle_decision: '(plan_id, decision_on)' },
  },
);

const lack = table(
  'ehc_review_lack',
  {
    plan_id: 'text',
    cycle_id: 'text',
    ordinal: 'whole',
    lack: 'text',
    person_id: 'text',
    decided_on: 'text',
    roles: 'text',
  },
  { key: ['plan_id', 'cycle_id', 'lack'], indexes: { ehc_lack_decided: '(lack, decided_on, plan_id, cycle_id)' } },
);

const placement = table(
  'ehc_placement',
  {
    plan_id: 'text',
    placement_id: 'text',
    kind: 'text',
    urn: 'text?',
    ukprn: 'text?',
    setting: 'text?',
    from_on: 'text',
    to_on: 'text',
    out_of_area: 'flag?',
    residential: 'text?',
    place_rank: 'whole',
    sen_unit: 'flag?',
    resourced_provision: 'flag?',
  },
  {
    key: ['plan_id', 'placement_id'],
    indexes: {
      ehc_placement_kind: '(kind, to_on, plan_id)',
      ehc_placement_out: '(to_on, plan_id) WHERE out_of_area = 1',
    },
  },
);

const need = table(
  'ehc_need',
  { plan_id: 'text', code: 'text', need_rank: 'whole', from_on: 'text', to_on: 'text', event_id: 'text' },
  { key: ['plan_id', 'event_id', 'code'], indexes: { ehc_need_code: '(code, to_on, plan_id)' } },
);

export const ehcTables = {
  ehc_plan: plan,
  ehc_review_cycle: cycle,
  ehc_review_lack: lack,
  ehc_placement: placement,
  ehc_need: need,
  ...absenceTally.tables,
  ...landingTally.tables,
};
export type EhcTables = typeof ehcTables;

export const stillOn = never;
