// Where a young person goes from CAMHS: the closed list of TRN-50, with what each code demands.
import { normalised } from '../../../rules/directory/directory.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import list from './destinations.json' with { type: 'json' };

export interface Destination {
  readonly code: string;
  readonly label: string;
  readonly kind: string;
  /** There is a service that takes over. */
  readonly onward: boolean;
  /** CAMHS may not close before someone there has opened the case or accepted it (TRN-01), with evidence. */
  readonly needsAcceptance: boolean;
}

export const destinations: readonly Destination[] = list.destinations;

export const destinationCodes: readonly string[] = destinations.map(({ code }) => code);

/** What an old record called by none of these codes or names. */
const unlisted = 'unlisted';
export const agreeingServices: readonly string[] = [...destinationCodes, unlisted];

/** The destination whose code or name a text is, but for capitals, spaces and marks. */
export const serviceMeant = (text: string): string =>
  destinations.find(({ code, label }) => [code, label].map(normalised).includes(normalised(text)))?.code ?? unlisted;

const byCode = new Map(destinations.map((destination) => [destination.code, destination]));

/** Error: `invalid-input` for a code that is not on the list. */
export function destinationOf(code: string, field = 'destination'): Destination {
  const found = byCode.get(code);
  if (!found) throw invalid(field, 'must be a code of the list of destinations', 'TRN-50');
  return found;
}

/** A destination that is a service: one can be referred there, and it can open the case. */
export function serviceOf(code: string, field = 'destination'): Destination {
  const found = destinationOf(code, field);
  if (!found.onward) throw refuse('TRN-50', `${found.label}: that is not a service that can take over the care.`);
  return found;
}
