// The limits that a decision itself turns on, asked of the rule pack that the plan has pinned (EHC-93).
import type { CivilDate } from '../../kernel/calendar/index.js';
import { deadlinesFor, packByVersion, type Deadline, type Facts, type Flags } from '../../rules/index.js';
import type { CeaseOf } from './ceases.js';
import { amendmentNoticeOf, servedOf, type Track } from './cycle-state.js';
import { fact } from './facts-common.js';
import { ceaseLetterFacts } from './facts-more.js';
import { past25Facts } from './facts-past-25.js';
import type { Past25, Plan } from './state.js';

function standing({ rulePack }: Plan, scope: string, facts: Facts, flags: Flags = {}): readonly Deadline[] {
  if (!rulePack) return [];
  const rows = deadlinesFor(packByVersion(rulePack.pack, rulePack.version), scope, facts, flags);
  return rows.filter((row) => row.validTo === undefined);
}

const notBefore = (plan: Plan, scope: string, key: string, facts: Facts): CivilDate | undefined =>
  standing(plan, scope, facts).find((row) => row.key === key)?.dueOn;

/** EHC-25: the family has fifteen days beginning with service; without proof of service they cannot begin before the notice. */
export function earliestFinal(plan: Plan, track: Track): CivilDate | undefined {
  const start = servedOf(track) ?? amendmentNoticeOf(track);
  return notBefore(plan, 'amendment', 'finalNotBefore', { noticeServed: fact(start) });
}

/** EHC-63: the day after the appeal window, or the day of the determination; none while an appeal is pending. */
export const earliestCease = (plan: Plan, cease: CeaseOf): CivilDate | undefined =>
  notBefore(plan, 'cease', 'ceaseNotBefore', ceaseLetterFacts(plan, cease));

/** EHC-64: the day on which a plan that goes on past 25 ends; while the end of the course is not known, the last day on which it could. */
export function endOfContinued(plan: Plan, past25: Past25, birthDate: CivilDate): CivilDate | undefined {
  const { facts, flags } = past25Facts(past25);
  const rows = standing(plan, 'plan', { ...facts, birthDate: { on: birthDate, eventId: 'birth' } }, flags);
  return rows.find(({ key }) => key.startsWith('continued'))?.dueOn;
}
