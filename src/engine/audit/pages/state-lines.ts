// A state in words, line by line; and what one event changed of it, field by field.
import { valueInWords } from '../../web/present/history.js';
import { words } from '../../web/present/words.js';

export interface StateLine {
  /** Which field, the same before and after: by ids, not by places in a list. */
  readonly path: string;
  readonly label: string;
  readonly value: string;
}

export interface ChangedLine {
  readonly label: string;
  /** Missing: it was not there before. */
  readonly before?: string;
  /** Missing: it is there no more. */
  readonly after?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Ids are for machines; the rule pack is told by itself. */
const unsaid = /^(id|\w+Ids?|field|rulePack)$/;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `cycles`, 0 → "Cycle 1". */
const numbered = (name: string, index: number): string =>
  `${words(name.replace(/ies$/, 'y').replace(/s$/, ''))} ${index + 1}`;

export function stateLines(state: unknown, path = '', label = ''): readonly StateLine[] {
  if (!isFields(state)) return [];
  return Object.entries(state).flatMap(([name, value]) => {
    if (unsaid.test(name) || value === undefined || value === null) return [];
    const here = `${path}/${name}`;
    const said = name === 'on' ? label || 'On' : label === '' ? words(name) : `${label}: ${words(name).toLowerCase()}`;
    if (Array.isArray(value)) return listLines(name, value as unknown[], here, label);
    if (isFields(value)) return stateLines(value, here, said);
    return [{ path: here, label: said, value: valueInWords(value, name) }];
  });
}

function listLines(name: string, list: readonly unknown[], path: string, above: string): readonly StateLine[] {
  const said = (own: string) => (above === '' ? own : `${above}: ${own.toLowerCase()}`);
  if (list.length === 0) return [];
  if (!list.some(isFields)) return [{ path, label: said(words(name)), value: valueInWords(list, name) }];
  return list.flatMap((each, index) => {
    const fields = isFields(each) ? each : {};
    const id = ['id', 'cycleId', 'eventId'].map((of) => fields[of]).find((of) => typeof of === 'string');
    return stateLines(fields, `${path}/${id ?? index}`, said(numbered(name, index)));
  });
}

/** In the order of the state after; what is gone stands last. */
export function changedLines(before: readonly StateLine[], after: readonly StateLine[]): readonly ChangedLine[] {
  const was = new Map(before.map((line) => [line.path, line]));
  const is = new Set(after.map(({ path }) => path));
  const changed = after
    .filter(({ path, value }) => was.get(path)?.value !== value)
    .map(({ path, label, value }) => ({ label, before: was.get(path)?.value, after: value }));
  return [
    ...changed,
    ...before.filter(({ path }) => !is.has(path)).map(({ label, value }) => ({ label, before: value })),
  ];
}
