// Everything that can be done and asked in the whole: from it follow who may, the API, and its document.
import { Policies } from '../engine/access/policy.js';
import { accessTable, type Offers } from '../engine/use-cases/offers.js';
import type { Served } from '../engine/use-cases/served.js';
import type { Whole } from './cases.js';

/** What the server brings of each part, in the order of the parts; their names with it. */
export async function servedBy({ slices }: Whole): Promise<readonly (Served & { readonly name: string })[]> {
  const parts = slices.map(async ({ name, served }) => (served ? [{ name, ...(await served()).served }] : []));
  return (await Promise.all(parts)).flat();
}

export const offersOf = async (whole: Whole): Promise<readonly Offers[]> =>
  (await servedBy(whole)).flatMap(({ offers }) => offers);

/** Who may do and ask what. */
export const policiesOf = async (whole: Whole): Promise<Policies> => policiesFrom(whole, await offersOf(whole));

export const policiesFrom = ({ caseTypes }: Whole, offers: readonly Offers[]): Policies =>
  new Policies(accessTable(offers), (role) => caseTypes.seenBy(role));
