// Decisions on a review up to its report.
import { invalid, refuse } from '../../../kernel/errors.js';
import type { Of, ReviewCommand } from './commands.js';
import { already, requireInForce, requireText } from './plan-in-force.js';
import { cycleFor } from './reviews-under-way.js';
import { latestOf } from './entries.js';
import { openCycle, placeOf, unused } from './cycles.js';
import { adviceFact } from './advice-fact.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { yearGroupOn } from './schooling.js';
import type { Plan } from './state.js';
import { adulthoodAreas, type SlotValue } from './words.js';

export function decideReview(command: ReviewCommand, plan: Plan): readonly EhcFact[] {
  requireInForce(plan, command.on);
  switch (command.type) {
    case 'OpenReview':
      return open(command, plan);
    case 'SendInvitations':
      return invite(command, plan);
    case 'RecordAdvice':
      return advise(command, plan);
    case 'ConsiderInterimReview': {
      const { id } = cycleFor(plan, command, command.on);
      return [events.interimConsidered.fact(command.on, { cycleId: id })];
    }
    case 'PlanMeeting':
      return arrange(command, plan);
    case 'HoldMeeting':
      return hold(command, plan);
    case 'RecordReviewPoint':
      return point(command, plan);
    case 'SendReport':
      return report(command, plan);
  }
}

/** One review at a time. A meeting without a decision is not closed by opening another review unless somebody says so (R1). */
function open({ on, kind, newCycleId, inPlaceOfUndecided }: Of<'OpenReview'>, plan: Plan): EhcFact[] {
  const undecided = openCycle(plan);
  if (undecided && on >= placeOf(undecided)! && !(inPlaceOfUndecided && undecided.meeting)) {
    throw refuse('EHC-02', 'A review is open: it has no decision notice.', {
      help: 'Record its decision notice. If its meeting was never followed by a decision, say that the new review takes its place.',
    });
  }
  return [events.cycleOpened.fact(on, { cycleId: unused(plan, newCycleId).id, kind })];
}

/** EHC-13, EHC-14, EHC-15: each role has its own invitation, so that who was left out can be seen. */
function invite({ on, roles, meetingOn, channel, ...ref }: Of<'SendInvitations'>, plan: Plan): EhcFact[] {
  if (roles.length === 0) throw invalid('roles', 'must name who was invited', 'EHC-13');
  if (meetingOn < on) throw invalid('meetingOn', 'must not be before the invitation', 'EHC-15');
  const cycle = cycleFor(plan, ref, on);
  const arranged = cycle.arranged[cycle.arranged.length - 1]?.meetingOn.on;
  return [
    ...(arranged === meetingOn ? [] : [events.meetingPlanned.fact(on, { cycleId: cycle.id, meetingOn })]),
    ...[...new Set(roles)].map((role) =>
      events.invitationSent.fact(on, { cycleId: cycle.id, role, meetingOn, channel }),
    ),
  ];
}

function arrange({ on, meetingOn, ...ref }: Of<'PlanMeeting'>, plan: Plan): EhcFact[] {
  if (meetingOn < on) throw invalid('meetingOn', 'must not be before the day on which it was arranged');
  const cycle = cycleFor(plan, ref, on);
  if (cycle.meeting) throw already('The meeting of this review', cycle.meeting.on, 'Correct its date if it is wrong.');
  if (cycle.arranged[cycle.arranged.length - 1]?.meetingOn.on === meetingOn) return [];
  return [events.meetingPlanned.fact(on, { cycleId: cycle.id, meetingOn })];
}

/** EHC-16, EHC-17, R8. */
function advise(command: Of<'RecordAdvice'>, plan: Plan): EhcFact[] {
  const { on, roles } = command;
  if (roles.length === 0) throw invalid('roles', 'must name whose advice it is', 'EHC-16');
  const cycle = cycleFor(plan, command, on);
  return [...new Set(roles)].map((role) => adviceFact(command, cycle, role));
}

function hold(command: Of<'HoldMeeting'>, plan: Plan): EhcFact[] {
  const { on, attended, outcomesConsidered, birthDate } = command;
  const cycle = cycleFor(plan, command, on);
  if (cycle.meeting) {
    const help = 'Correct its date, or open the review to which a further meeting belongs.';
    throw already('The meeting of this review', cycle.meeting.on, help);
  }
  if (outcomesConsidered === undefined) {
    throw invalid(
      'outcomesConsidered',
      'the minutes must say whether progress towards the outcomes was considered',
      'EHC-18',
    );
  }
  const yearGroup = yearGroupOn(plan, on, birthDate);
  const preparingForAdulthood = headings(command, yearGroup);
  return [
    events.meetingHeld.fact(on, {
      cycleId: cycle.id,
      attended: [...attended],
      outcomesConsidered,
      preparingForAdulthood,
      yearGroup,
    }),
  ];
}

/** EHC-19, EHC-20: from Year 9 on, a slot for each of the four areas. */
function headings({ preparingForAdulthood: given = {} }: Of<'HoldMeeting'>, yearGroup: number | undefined) {
  const blank = adulthoodAreas.filter((area) => given[area] === undefined);
  if (blank.length === 0) return given as Record<(typeof adulthoodAreas)[number], SlotValue>;
  if (yearGroup !== undefined && yearGroup >= 9) {
    throw refuse(
      'EHC-20',
      `In Year ${yearGroup} the minutes need a heading for each area of preparing for adulthood.`,
      {
        help: `Still blank: ${blank.join(', ')}. Say what was set, that none is needed, or that it was not considered.`,
        fields: blank.map((area) => ({
          field: `preparingForAdulthood.${area}`,
          problem: 'must be given from Year 9 on (EHC-19)',
        })),
      },
    );
  }
  if (blank.length < adulthoodAreas.length)
    throw invalid('preparingForAdulthood', 'needs all four areas or none', 'EHC-20');
  return undefined;
}

/** EHC-10, EHC-33: said once the meeting was held, and again when it was wrong. */
function point({ on, point: what, finding, ...ref }: Of<'RecordReviewPoint'>, plan: Plan): EhcFact[] {
  const { id, meeting, points } = cycleFor(plan, ref, on);
  if (!meeting) throw invalid('on', 'no meeting of this review is recorded that could have considered it', 'EHC-33');
  if (latestOf(points.filter((each) => each.point === what))?.finding === finding) return [];
  return [events.pointRecorded.fact(on, { cycleId: id, point: what, finding })];
}

function report(command: Of<'SendReport'>, plan: Plan): EhcFact[] {
  const { on, recommends, sentTo, recommendations, differences } = command;
  const cycle = cycleFor(plan, command, on);
  if (!cycle.meeting) throw invalid('on', 'no meeting of this review is recorded that it could report', 'EHC-21');
  if (cycle.report) throw already('The report of this review', cycle.report.on, 'Correct its date if it is wrong.');
  if (sentTo.length === 0) throw invalid('sentTo', 'must name to whom it was sent', 'EHC-21');
  if (recommends === 'amend') requireText('recommendations', recommendations, 'EHC-21');
  return [
    events.reportSent.fact(on, { cycleId: cycle.id, recommends, sentTo: [...sentTo], recommendations, differences }),
  ];
}
