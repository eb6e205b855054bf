// The filters of the SEND worklist: fields to choose from, and what is chosen as tags that take themselves away.
import { paths } from '../paths.js';
import { words } from '../../../engine/web/present/words.js';
import { placementKinds } from '../domain/words.js';
import type { Officer } from '../queries/list-officers.js';
import { phaseNames, reviewSteps } from '../queries/overdue-filter.js';
import { worklistStates } from '../queries/review-worklist-query.js';
import { yearWords } from './worklist-row.js';

export type Given = Readonly<Record<string, string>>;

interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface FilterField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Without choices it is typed. */
  readonly choices?: readonly (Choice & { readonly selected: boolean })[];
}

const stateWords: Readonly<Record<string, string>> = {
  overdue: 'Overdue',
  absent: 'Late with nothing on record',
  due: 'Not due yet',
  'not-known': 'Not known: the return does not tell',
  missed: 'Missed: can no longer be done',
};
const stepWords: Readonly<Record<string, string>> = {
  review: 'Annual review as a whole',
  final: 'Final plan',
  'amendment-notice': 'Amendment notice',
};

const choicesOf = (codes: readonly string[], say: (code: string) => string = words): Choice[] =>
  codes.map((value) => ({ value, text: say(value) }));

const years = Array.from({ length: 17 }, (_, index) => String(index - 1));

const choices = (
  officers: readonly Officer[],
): Readonly<Record<string, { label: string; of?: readonly Choice[] }>> => ({
  state: { label: 'Status', of: choicesOf(worklistStates, (code) => stateWords[code] ?? code) },
  step: { label: 'Step', of: choicesOf(reviewSteps, (code) => stepWords[code] ?? words(code)) },
  officer: { label: 'SEND officer', of: officers.map(({ id, name }) => ({ value: id, text: name })) },
  phase: { label: 'Phase', of: choicesOf(phaseNames) },
  yearGroup: { label: 'Year group', of: choicesOf(years, (year) => yearWords(Number(year))) },
  placement: { label: 'Placement', of: choicesOf([...placementKinds, 'educated-elsewhere']) },
  school: { label: 'School (URN)' },
  outOfArea: { label: 'Out of area', of: choicesOf(['true', 'false'], (code) => (code === 'true' ? 'Yes' : 'No')) },
  firstReview: {
    label: 'First review of the plan',
    of: choicesOf(['true', 'false'], (code) => (code === 'true' ? 'Yes' : 'No')),
  },
  heldBy: {
    label: 'Held by',
    of: [...officers.map(({ id, name }) => ({ value: id, text: name })), { value: 'none', text: 'Nobody' }],
  },
  dueFrom: { label: 'Due from (like 2026-11-30)' },
  dueTo: { label: 'Due to (like 2026-12-06)' },
  planAge: { label: 'Plan last issued', of: choicesOf(['1', '2', '3', '5'], (code) => `${code} years ago or more`) },
});

export const filterFields = (given: Given, officers: readonly Officer[]): FilterField[] =>
  Object.entries(choices(officers)).map(([name, { label, of }]) => ({
    name,
    label,
    value: given[name] ?? '',
    choices: of?.map((choice) => ({ ...choice, selected: choice.value === given[name] })),
  }));

export function chosenFilters(given: Given, officers: readonly Officer[]) {
  const known = choices(officers);
  return Object.entries(given)
    .filter(([name]) => known[name] !== undefined)
    .map(([name, value]) => {
      const { [name]: _, ...others } = given;
      const text = known[name]?.of?.find((choice) => choice.value === value)?.text ?? value;
      return { text: `${known[name]?.label ?? name}: ${text}`, href: paths.ehc.worklist({}, others) };
    });
}
