// The rows of one plan, as a pure function of its state.
import { sinceEver } from '../../engine/processing/spans.js';
import { academicYearOf, startOfNcYear, type CivilDate } from '../../kernel/calendar/index.js';
import { ceaseInForce } from './domain/ceases.js';
import { amendmentNoticeOf, outcomeOf, servedOf, type Cycle } from './domain/cycle-state.js';
import { clockStartOf, statusOfCycle } from './domain/cycles.js';
import { latestOf } from './domain/entries.js';
import { oursSince } from './domain/dated-facts.js';
import { byKind, countedLacks } from './domain/lacks.js';
import { ledgerOf, meetingDayOf } from './domain/ledger.js';
import { endOf, lastIssued, statusOf } from './domain/plan-status.js';
import type { Plan } from './domain/state.js';
import type { RowOf } from '../../engine/processing/table.js';
import { stillOn, type EhcTables } from './tables.js';

export const before = sinceEver;

type RowsIn<T extends keyof EhcTables> = RowOf<EhcTables[T]>[];

/** What every plan has from its first event on. */
function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TypeError(`A plan that was made has no ${what}`);
  return value;
}

export function planRows(id: string, plan: Plan, birthDate: CivilDate | undefined): RowsIn<'ehc_plan'> {
  const { ceased, movedIn, lastReviewed, movedOut } = plan;
  const made = known(plan.made, 'date');
  const rulePack = known(plan.rulePack, 'rule pack');
  const { status, since } = statusOf(plan);
  const clock = known(clockStartOf(plan, undefined), 'clock');
  const recorded = latestOf(plan.yearGroups);
  const row: RowOf<EhcTables['ehc_plan']> = {
    id,
    person_id: known(plan.personId, 'person'),
    authority: known(plan.authority, 'authority'),
    pack: rulePack.pack,
    pack_version: rulePack.version,
    plan_made_on: made.on,
    held_from: known(oursSince(plan), 'day since when it is ours'),
    made_event: made.eventId,
    from_return: made.source === 'return',
    last_issued_on: known(lastIssued(plan), 'issue').on,
    status,
    status_from: known(since, 'day of its status').on,
    cease_decided_on: ceaseInForce(plan)?.decided?.on,
    ceased_on: ceased?.on,
    cease_ground: ceased?.ground,
    moved_in_on: movedIn?.on,
    reviewed_before_on: lastReviewed?.on,
    moved_out_on: movedOut?.on,
    ended_on: endOf(plan)?.on ?? stillOn,
    clock_start: clock.on,
    clock_event: clock.eventId,
    cohort: cohortOf(plan, birthDate),
    recorded_year: recorded?.yearGroup,
    recorded_year_on: recorded?.on,
  };
  return [row];
}

/** The year in whose September the cohort started reception; a recorded year group moves a young person between cohorts (CAL-14). */
export function cohortOf(plan: Plan, birthDate: CivilDate | undefined): number | undefined {
  const recorded = latestOf(plan.yearGroups);
  if (recorded) return Number(academicYearOf(recorded.on).from.slice(0, 4)) - recorded.yearGroup;
  return birthDate === undefined ? undefined : Number(startOfNcYear(birthDate, 0).slice(0, 4));
}

export const cycleRows = (id: string, plan: Plan): RowsIn<'ehc_review_cycle'> =>
  plan.cycles.map((cycle, index) => cycleRow(id, plan, cycle, index));

function cycleRow(id: string, plan: Plan, cycle: Cycle, index: number): RowOf<EhcTables['ehc_review_cycle']> {
  const { meeting, decision, report, stated } = cycle;
  const notice = amendmentNoticeOf(cycle);
  const final = plan.finals.find((each) => each.track === cycle.id);
  const latest = latestOf(stated);
  const day = meetingDayOf(cycle) ?? decision?.on ?? plan.made?.on;
  const ledger = day === undefined ? [] : ledgerOf(plan, cycle, day);
  const advice = (role: string) => {
    const line = ledger.find((each) => each.role === role);
    return line?.answered?.step === 'received' ? line : undefined;
  };
  return {
    plan_id: id,
    cycle_id: cycle.id,
    ordinal: index + 1,
    kind: cycle.opened?.kind ?? 'annual',
    status: statusOfCycle(plan, cycle),
    first_of_plan: !plan.lastReviewed && plan.cycles.slice(0, index).every((earlier) => !earlier.decision),
    from_return: (meeting ?? decision)?.source === 'return',
    clock_start: clockStartOf(plan, cycle)?.on,
    meeting_arranged_for: cycle.arranged[cycle.arranged.length - 1]?.meetingOn.on,
    meeting_on: meeting?.on,
    meeting_event: meeting?.eventId,
    report_on: report?.on,
    decision_on: decision?.on,
    decision_event: decision?.eventId,
    outcome: outcomeOf(cycle),
    stated_outcome: latest?.outcome,
    stated_on: latest?.on,
    proposed_changes: decision?.proposedChanges,
    amendment_notice_on: notice?.on,
    amendment_evidenced: notice && notice.source !== 'return',
    served_on: servedOf(cycle)?.on,
    waived_on: cycle.waived?.on,
    dropped_on: cycle.dropped?.on,
    final_on: final?.on,
    issued_early: final && final.issuedEarly === true,
    roles_not_invited: ledger.filter(({ required, invited }) => required && !invited).length,
    health_advice_on: advice('health')?.answered?.on,
    health_advice_dated_on: advice('health')?.dated?.on,
    social_care_advice_on: advice('social-care')?.answered?.on,
    social_care_advice_dated_on: advice('social-care')?.dated?.on,
  };
}

/** What a decision lacks by what is on record now, each kind once: mended by what is recorded late, back where a fact is withdrawn. */
export const lackRows = (id: string, plan: Plan, birthDate: CivilDate | undefined): RowsIn<'ehc_review_lack'> =>
  plan.cycles.flatMap((cycle, index) => {
    const lacks = countedLacks(plan, cycle, birthDate);
    return byKind(lacks).map(({ what, roles }) => ({
      plan_id: id,
      cycle_id: cycle.id,
      ordinal: index + 1,
      lack: what,
      person_id: known(plan.personId, 'person'),
      decided_on: known(lacks.find((lack) => lack.what === what)?.on, 'day of its decision'),
      roles: roles.join(' '),
    }));
  });

export const placementRows = (id: string, { placements }: Plan): RowsIn<'ehc_placement'> =>
  placements.map((placement) => ({
    plan_id: id,
    placement_id: placement.id,
    kind: placement.kind,
    urn: placement.urn,
    ukprn: placement.ukprn,
    setting: placement.setting,
    from_on: placement.from?.on ?? before,
    to_on: placement.to?.on ?? stillOn,
    out_of_area: placement.outOfArea,
    residential: placement.residential,
    place_rank: placement.rank ?? 1,
    sen_unit: placement.senUnit,
    resourced_provision: placement.resourcedProvision,
  }));

/** The needs recorded last hold until others are recorded. */
export const needRows = (id: string, plan: Plan): RowsIn<'ehc_need'> => {
  const inTime = [...plan.needs].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return inTime.flatMap(({ on, eventId, needs }, index) =>
    needs.map(({ code, rank }) => ({
      plan_id: id,
      code,
      need_rank: rank,
      from_on: on,
      to_on: inTime[index + 1]?.on ?? stillOn,
      event_id: eventId,
    })),
  );
};
