// What a term list offers to the rules: when the term starts, and who has the list since when.
import type { DeadlineSubject } from '../../../../rules/deadline-subject.js';
import type { Fact, Facts } from '../../../../rules/facts.js';
import { allOf } from '../ledger.js';
import { earliestOf, type Entry } from '../entries.js';
import { fact } from '../dated-facts.js';
import type { ListRecipient } from './events.js';
import type { TermList } from './term-list.js';

/** The first day on which a recipient had the list. */
export const firstTo = ({ sent }: TermList, recipient: ListRecipient): Entry | undefined =>
  earliestOf(sent.filter(({ recipients }) => recipients.includes(recipient)));

export function factsOf(list: TermList): Facts {
  const [icb, socialCare] = [firstTo(list, 'icb'), firstTo(list, 'social-care')];
  // Where there is no institution there is no head to wait for.
  const head = list.about?.institution === undefined ? allOf([icb, socialCare]) : firstTo(list, 'head');
  return {
    termStart: termStart(list),
    headHasList: fact(head),
    icbHasList: fact(icb),
    socialCareHasList: fact(socialCare),
  };
}

/** A first day that was moved: the earlier one held until somebody said so. */
const termStart = ({ expected }: TermList): Fact | undefined =>
  expected.reduce<Fact | undefined>(
    (before, { on, eventId, startsOn }) => ({ on: startsOn, eventId, since: on, before }),
    undefined,
  );

export const termLabel = ({ term, institution }: { readonly term: string; readonly institution?: string }): string =>
  `term list ${term}, ${institution ?? 'no institution'}`;

/** Of which list that label is; the institution as in an address. */
export function listOfLabel(label: string): { readonly term: string; readonly institution: string } | undefined {
  const [, term, institution] = /^term list (\S+), (.+)$/.exec(label) ?? [];
  if (term === undefined || institution === undefined) return undefined;
  return { term, institution: institution === 'no institution' ? 'none' : institution };
}

export function termListSubjects(id: string, list: TermList): DeadlineSubject[] {
  const { about } = list;
  if (!about) return [];
  const { pack, version } = about.rulePack;
  return [{ pack, packVersion: version, scope: 'term', id, label: termLabel(about), facts: factsOf(list), flags: {} }];
}
