// Referral spells: what the national figures count as one request for help (WAIT-21).
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';

export interface SpellReferral {
  readonly id: string;
  readonly provider: string;
  readonly receivedOn: CivilDate;
  /** The day on which it was closed; absent: open. */
  readonly closedOn?: CivilDate;
  readonly helpedOn?: CivilDate;
}

export interface Spell {
  readonly provider: string;
  readonly startedOn: CivilDate;
  readonly closedOn?: CivilDate;
  readonly helpedOn?: CivilDate;
  /** Of its referrals, the first first. */
  readonly referrals: readonly string[];
}

/**
 * A referral joins the spell that is open with the same provider when it comes, or one that closed at most `joinsWithinDays` before. A spell
 * closes with its last referral, and help starts with the first of them that brought it.
 */
export function spellsOf(referrals: readonly SpellReferral[], joinsWithinDays: number): Spell[] {
  const sorted = [...referrals].sort((a, b) => (a.receivedOn + a.id < b.receivedOn + b.id ? -1 : 1));
  const spells: Spell[] = [];
  for (const referral of sorted) {
    const { id, provider, receivedOn, closedOn, helpedOn } = referral;
    const at = spells.findLastIndex((spell) => spell.provider === provider);
    const spell = spells[at];
    if (spell && joins(spell, receivedOn, joinsWithinDays))
      spells[at] = {
        ...spell,
        closedOn: latest(spell.closedOn, closedOn),
        helpedOn: earliest(spell.helpedOn, helpedOn),
        referrals: [...spell.referrals, id],
      };
    else spells.push({ provider, startedOn: receivedOn, closedOn, helpedOn, referrals: [id] });
  }
  return spells;
}

const joins = ({ closedOn }: Spell, receivedOn: CivilDate, within: number): boolean =>
  closedOn === undefined || daysBetween(closedOn, receivedOn) <= within;

const latest = (a?: CivilDate, b?: CivilDate): CivilDate | undefined =>
  a === undefined || b === undefined ? undefined : a > b ? a : b;

const earliest = (a?: CivilDate, b?: CivilDate): CivilDate | undefined =>
  a === undefined || b === undefined ? (a ?? b) : a < b ? a : b;
