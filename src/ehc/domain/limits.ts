// The two limits that a decision itself turns on, asked of the rule pack that the plan has pinned (EHC-93).
import type { CivilDate } from '../../kernel/calendar/index.js';
import { deadlinesFor, packByVersion, type Facts } from '../../rules/index.js';
import { amendmentNoticeOf, servedOf, type Track } from './cycle-state.js';
import type { Entry } from './entries.js';
import { fact } from './facts-common.js';
import { letterFacts } from './facts-more.js';
import type { Plan } from './state.js';

function notBefore({ rulePack }: Plan, scope: string, key: string, facts: Facts): CivilDate | undefined {
  if (!rulePack) return undefined;
  const rows = deadlinesFor(packByVersion(rulePack.pack, rulePack.version), scope, facts);
  return rows.find((row) => row.key === key && row.validTo === undefined)?.dueOn;
}

/** EHC-25: the family has fifteen days beginning with service; without proof of service they cannot begin before the notice. */
export function earliestFinal(plan: Plan, track: Track): CivilDate | undefined {
  const start = servedOf(track) ?? amendmentNoticeOf(track);
  return notBefore(plan, 'amendment', 'finalNotBefore', { noticeServed: fact(start) });
}

/** EHC-63: the day after the appeal window, or the day of the determination; none while an appeal is pending. */
export const earliestCease = (plan: Plan, letter: Entry): CivilDate | undefined =>
  notBefore(plan, 'cease', 'ceaseNotBefore', letterFacts(plan, letter));
