// The filters of the register of phase transfers: fields to choose from, and what is chosen as links that take it away.
import { paths } from '../paths.js';
import { words } from '../../../engine/web/present/words.js';
import { phases } from '../domain/words.js';
import type { Officer } from '../queries/list-officers.js';
import { transferSteps } from '../queries/phase-transfer-query.js';
import { stepWords } from './shown-phase-transfer.js';

type Given = Readonly<Record<string, string>>;

interface Field {
  readonly label: string;
  /** Without choices it is typed. */
  readonly of?: readonly { readonly value: string; readonly text: string }[];
}

const fields = (officers: readonly Officer[]): Readonly<Record<string, Field>> => ({
  phase: { label: 'Phase', of: phases.map((value) => ({ value, text: words(value) })) },
  step: { label: 'Step reached', of: transferSteps.map((value) => ({ value, text: stepWords[value] })) },
  late: {
    label: 'Late',
    of: [
      { value: 'true', text: 'Yes' },
      { value: 'false', text: 'No' },
    ],
  },
  officer: { label: 'SEND officer', of: officers.map(({ id, name }) => ({ value: id, text: name })) },
  school: { label: 'School now (URN)' },
  year: { label: 'Year of the transfer' },
});

export const transferFields = (given: Given, officers: readonly Officer[]) =>
  Object.entries(fields(officers)).map(([name, { label, of }]) => ({
    name,
    label,
    value: given[name] ?? '',
    choices: of?.map((choice) => ({ ...choice, selected: choice.value === given[name] })),
  }));

export function chosenTransferFilters(given: Given, officers: readonly Officer[]) {
  const known = fields(officers);
  return Object.entries(given)
    .filter(([name]) => known[name] !== undefined)
    .map(([name, value]) => {
      const { [name]: _, ...others } = given;
      const text = known[name]?.of?.find((choice) => choice.value === value)?.text ?? value;
      return { text: `${known[name]?.label ?? name}: ${text}`, href: paths.ehc.phaseTransfers({}, others) };
    });
}
