// The limits that a decision itself turns on, asked of the rule pack that the plan has pinned (EHC-93).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { deadlinesFor, packByVersion, type Deadline, type Facts, type Flags } from '../../../rules/index.js';
import { underChoices, type Choices } from '../../../rules/chosen-settings.js';
import type { CeaseOf } from './ceases.js';
import { amendmentNoticeOf, servedOf, type Track } from './cycle-state.js';
import { fact } from './dated-facts.js';
import { ceaseLetterFacts } from './facts-cease.js';
import { past25Facts } from './facts-past-25.js';
import type { Past25, Plan } from './state.js';

interface Asked {
  readonly scope: string;
  readonly facts: Facts;
  readonly flags?: Flags;
  /** Left out where no rule of that limit reads a setting (limits.spec.ts walks the packs). */
  readonly choices?: Choices;
}

function standing({ rulePack, authority }: Plan, { flags = {}, choices = [], ...asked }: Asked): readonly Deadline[] {
  if (!rulePack) return [];
  const { pack, version: packVersion } = rulePack;
  const part = { pack, packVersion, authority, ...asked, flags, id: asked.scope, label: asked.scope };
  return underChoices([part], choices)
    .flatMap(({ facts, settings }) =>
      deadlinesFor(packByVersion(pack, packVersion), asked.scope, facts, flags, settings),
    )
    .filter((row) => row.validTo === undefined);
}

const notBefore = (plan: Plan, key: string, asked: Asked): CivilDate | undefined =>
  standing(plan, asked).find((row) => row.key === key)?.dueOn;

/** EHC-25: the family has fifteen days beginning with service; without proof of service they cannot begin before the notice. */
export function earliestFinal(plan: Plan, track: Track): CivilDate | undefined {
  const start = servedOf(track) ?? amendmentNoticeOf(track);
  return notBefore(plan, 'finalNotBefore', { scope: 'amendment', facts: { noticeServed: fact(start) } });
}

/**
 * EHC-63: the day after the appeal window, or the day of the determination; none while an appeal is pending. How the end of the window is
 * read (EHC-72) the authority chooses: the day that the page shows and the day before which a cease is refused are the same.
 */
export const earliestCease = (plan: Plan, cease: CeaseOf, choices: Choices): CivilDate | undefined =>
  notBefore(plan, 'ceaseNotBefore', { scope: 'cease', facts: ceaseLetterFacts(plan, cease), choices });

/** EHC-64: the day on which a plan that goes on past 25 ends; while the end of the course is not known, the last day on which it could. */
export function endOfContinued(plan: Plan, past25: Past25, birthDate: CivilDate): CivilDate | undefined {
  const { facts, flags } = past25Facts(past25);
  const born = { on: birthDate, eventId: 'birth' };
  const rows = standing(plan, { scope: 'plan', facts: { ...facts, birthDate: born }, flags });
  return rows.find(({ key }) => key.startsWith('continued'))?.dueOn;
}
