// What the area publishes about itself, from `area.json` in the data folder: whom to call in a crisis where no service here leads (TRN-01a).
import { join } from 'node:path';
import { readJson } from '../../store/data-folder/json-file.js';
import { OnwardError } from '../../kernel/errors.js';
import demo from './demo-area.json' with { type: 'json' };
import type { StoreKind } from '../../store/store-kind.js';

export interface CrisisLine {
  readonly name: string;
  readonly phone: string;
}

export abstract class Area {
  /** Not set: no number is made up, and pages say that there is none. */
  abstract readonly crisisLine: CrisisLine | undefined;
}

export const areaFile = 'area.json';

/** A demo store has made-up numbers unless it has a file of its own; a live one has none without the file. Error: `file-refused`. */
export function readArea(dataFolder: string, kind: StoreKind['kind']): Area {
  const given = readJson(join(dataFolder, areaFile), remedy);
  if (given === undefined) return { crisisLine: kind === 'demo' ? demo.crisisLine : undefined };
  return areaOf(given);
}

function areaOf(given: unknown): Area {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw refused('it is not a JSON object.');
  const unknown = Object.keys(given).find((name) => name !== 'crisisLine');
  if (unknown !== undefined) throw refused(`there is no field called ${unknown}.`);
  const { crisisLine } = given as { readonly crisisLine?: Partial<Record<keyof CrisisLine, unknown>> | null };
  if (crisisLine === undefined) return { crisisLine: undefined };
  const { name, phone } = crisisLine ?? {};
  if (typeof name !== 'string' || name.trim() === '') throw refused('"crisisLine" needs a "name".');
  if (typeof phone !== 'string' || !/^\+?[0-9][0-9 ]*$/.test(phone))
    throw refused('"crisisLine" needs a "phone" of digits and spaces.');
  return { crisisLine: { name: name.trim(), phone } };
}

const remedy =
  'docs/operations.md says what stands in it. Mend it, or take it away: the crisis line is then shown as not set.';

const refused = (why: string): OnwardError =>
  new OnwardError('file-refused', {
    detail: `${areaFile} in the data folder cannot be used: ${why}`,
    help: remedy,
  });
