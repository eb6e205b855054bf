// Who must get a letter, in a sentence for forms and pages: the parent, or the young person once the rights are theirs (CAL-15, AMB-19).
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import type { RightsView } from '../queries/plan-view.js';

/** Who it is, for the table of a plan. */
export function holderWords({ holder, passOn }: Pick<RightsView, 'holder' | 'passOn'>): string {
  if (holder === 'not-known' || passOn === undefined) return 'Not known: the birth date is not recorded';
  return holder === 'parent'
    ? `The parent; from ${formatDate(passOn)} on the young person (CAL-15)`
    : `The young person, since ${formatDate(passOn)} (CAL-15)`;
}

/** What to do, above every form of a letter. */
export function addresseeWords({ holder, passOn }: Pick<RightsView, 'holder' | 'passOn'>): string {
  if (holder === 'not-known' || passOn === undefined)
    return 'Whether letters go to the parent or to the young person cannot be said: the birth date is not recorded (CAL-15).';
  const day = formatDate(passOn);
  return holder === 'parent'
    ? `Letters go to the parent. From ${day} on the rights are the young person’s, and letters go to them (CAL-15).`
    : `Letters go to the young person: the rights have been theirs since ${day} (CAL-15). The parent gets a copy if the young person agrees, or acts for them ` +
        'where they cannot decide for themselves (Children and Families Act 2014 s.80).';
}

/** To whom a letter of that day had to go. */
export function addresseeOf({ passOn }: Pick<RightsView, 'passOn'>, on: CivilDate): string {
  if (passOn === undefined) return 'the parent or the young person (the birth date is not recorded)';
  return on >= passOn ? 'the young person' : 'the parent';
}
