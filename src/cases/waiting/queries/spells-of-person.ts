// The referral spells of one young person, from the rows of their waits (WAIT-21, WAIT-24).
import { ApiProperty } from '../../../engine/api/api-property.js';
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { spellsOf, type SpellReferral } from '../figures/spells.js';
import { spellRule } from '../standards/standards.js';
import { knownOn } from './wait-filter.js';

export class SpellOfPerson {
  @ApiProperty() provider: string;
  @ApiProperty({ description: 'The first of its referrals was received' }) startedOn: string;
  @ApiProperty({
    required: false,
    description: 'The last of its referrals was taken off the list; a discharge from the service is not on this list',
  })
  closedOn?: string;
  @ApiProperty({ required: false, description: 'Help started (WAIT-22)' }) helpedOn?: string;
  @ApiProperty({ description: 'From the start to the help, to the end, or to the date asked for' }) days: number;
  @ApiProperty({ type: [String], description: 'Ids of the waits' }) waits: string[];
}

/** Without crisis teams: an answer within hours would make every wait look short (WAIT-24). What came after the date asked for is not there yet. */
export function spellsOfPerson(db: Statements, personId: string, asOf: CivilDate): SpellOfPerson[] {
  const { pathway, crisisServices, joinsWithinDays } = spellRule;
  const rows = db.all<Record<'id' | 'provider' | 'service' | 'receivedOn', string> & Dates>(
    `SELECT w.id, w.provider, w.service, w.received_on AS receivedOn, w.removed_on AS closedOn,
       (SELECT min(c.clock_end) FROM wait_clock c WHERE c.case_id = w.id AND c.ended_by = 'help-started' AND ${knownOn(asOf).sql}) AS helpedOn
     FROM wait_case w WHERE w.person_id = ? AND w.pathway = ? AND w.received_on <= ?`,
    personId,
    pathway,
    asOf,
  );
  const then = (on: string | null) => (on !== null && on <= asOf ? (on as CivilDate) : undefined);
  const referrals = rows
    .filter(({ service }) => !crisisServices.includes(service))
    .map(({ id, provider, receivedOn, closedOn, helpedOn }): SpellReferral => {
      return { id, provider, receivedOn: receivedOn as CivilDate, closedOn: then(closedOn), helpedOn: then(helpedOn) };
    });
  return spellsOf(referrals, joinsWithinDays).map(({ referrals: waits, ...spell }) => {
    const until = spell.helpedOn ?? spell.closedOn ?? asOf;
    return { ...spell, days: daysBetween(spell.startedOn, until), waits: [...waits] };
  });
}

type Dates = Readonly<Record<'closedOn' | 'helpedOn', string | null>>;
