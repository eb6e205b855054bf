// A plan that goes on past the 25th birthday, and the day on which it ends then (EHC-64).
import { addDays, attainsAge, formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import type { Of } from './commands.js';
import { already, requireInForce } from './plan-in-force.js';
import { latestOf } from './entries.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { endOfContinued } from './limits.js';
import type { Past25, Plan } from './state.js';

export function continuePast25(
  { on, setting, trainingEndsOn, birthDate }: Of<'ContinuePast25'>,
  plan: Plan,
): EhcFact[] {
  requireInForce(plan, on);
  if (plan.past25) throw already('The decision to continue', plan.past25.on, 'Correct its date if it is wrong.');
  if (birthDate !== undefined && on >= addDays(attainsAge(birthDate, 26), -1)) {
    throw refuse('EHC-64', 'No plan goes on beyond the day before the 26th birthday.');
  }
  if (birthDate !== undefined && on < attainsAge(birthDate, 24)) {
    throw refuse('EHC-64', 'Whether a plan goes on past the 25th birthday is decided in the year before it.', {
      help: `Look whose plan this is; from ${formatDate(attainsAge(birthDate, 24))} on it can be decided.`,
    });
  }
  const ends = setting === 'furtherEducation' ? undefined : trainingEndsOn;
  if (ends !== undefined) requireEnd('trainingEndsOn', ends, birthDate);
  const to = birthDate && endOfContinued(plan, continued(on, setting, ends), birthDate);
  if (to !== undefined && on > to) {
    throw refuse('EHC-64', `The plan can go on no further than ${formatDate(to)}, which has passed.`, {
      help: 'Check the day of the decision, and when the course or training ends.',
    });
  }
  return [events.continuedPast25.fact(on, { setting, trainingEndsOn: ends })];
}

const continued = (on: CivilDate, setting: Past25['setting'], ends: CivilDate | undefined): Past25 => {
  const entry = { on, eventId: 'new' };
  return { ...entry, setting, courseEnds: ends ? [{ ...entry, dueOn: { on: ends, eventId: 'new' } }] : [] };
};

/** A course that ends before the 25th birthday leaves nothing to go on with. */
function requireEnd(field: string, ends: CivilDate, birthDate: CivilDate | undefined): void {
  if (birthDate === undefined || ends >= attainsAge(birthDate, 25)) return;
  throw invalid(
    field,
    'must not be before the 25th birthday: there is no course with which the plan could go on',
    'EHC-64',
  );
}

export function recordCourseEnd({ on, endsOn, birthDate }: Of<'RecordCourseEnd'>, plan: Plan): EhcFact[] {
  requireInForce(plan, on);
  const { past25 } = plan;
  if (!past25) {
    throw refuse('EHC-64', 'It is not recorded that the plan goes on past 25.', {
      help: 'Record that decision first.',
    });
  }
  if (past25.setting === 'furtherEducation') {
    throw refuse('EHC-64', 'In further education the plan goes on to 31 July, whenever the course ends.');
  }
  requireEnd('endsOn', endsOn, birthDate);
  return latestOf(past25.courseEnds)?.dueOn.on === endsOn ? [] : [events.courseEndRecorded.fact(on, { endsOn })];
}

/** Until the end that was decided the plan ends only by the two letters, not by age. */
export function requireNotContinued(plan: Plan, on: CivilDate, birthDate: CivilDate | undefined): void {
  const end = plan.past25 && birthDate && endOfContinued(plan, plan.past25, birthDate);
  if (end === undefined || on >= end) return;
  const known = plan.past25?.setting === 'furtherEducation' || (plan.past25?.courseEnds.length ?? 0) > 0;
  throw known
    ? refuse('EHC-64', `It was decided that the plan goes on past 25: it ends on ${formatDate(end)}.`, {
        help: 'Record the end on that day, or cease the plan with the two letters.',
      })
    : refuse(
        'EHC-64',
        'It was decided that the plan goes on past 25, and when the course or training ends is not recorded.',
        {
          help: 'Record when the course or training ends: the plan ends with it.',
        },
      );
}
