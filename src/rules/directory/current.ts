// The lists that this process works with: events are checked and read by them, so there is one for the whole of it.
import type { CivilDate } from '../../kernel/calendar/index.js';
import demo from './demo-directory.json' with { type: 'json' };
import { Directory, type DirectoryData, notListed, readingOf, type Named } from './directory.js';

/** The made-up area of the demo. */
export const demoDirectory: DirectoryData = demo.lists;

let current = new Directory(demoDirectory);
let reading = readingOf(demoDirectory);
/** What is known here of somebody with an account; they may get one, and leave, while Onward runs. */
interface Account {
  readonly organisation: string;
  readonly role?: string;
  readonly leftAt?: string;
}
let accountOf: (id: string) => Account | undefined = () => undefined;
const hasAccount = (id: string): boolean => accountOf(id) !== undefined;

export const directory = (): Directory => current;

/** How the lists of the area read old texts (`readingOf`): rows made under another reading may hold other codes. */
export const currentReading = (): string => reading;

/** `listed`: the lists without the accounts, which come and go while the rows stay. */
export function useDirectory(
  data: DirectoryData,
  accounts: typeof accountOf = () => undefined,
  listed: DirectoryData = data,
): void {
  current = new Directory(data);
  reading = readingOf(listed);
  accountOf = accounts;
}

/** May be recorded now. */
export const isListed = (named: Named, code: string): boolean =>
  current.knows(named, code) || (named === 'workers' && hasAccount(code));

/** What somebody with an account does here; of whoever is on the list alone nobody knows it. */
export const roleOf = (code: string): string | undefined => accountOf(code)?.role;

/** On the list or with an account, and still here: never an id that only a loaded file made, nor somebody who has left. */
export function isKnownWorker(code: string, today: CivilDate): boolean {
  return !hasLeft(code, today) && (current.entry('workers', code) !== undefined || hasAccount(code));
}

/** Of somebody who was here: their account is taken away, or their day on the list is over. */
export function hasLeft(code: string, today: CivilDate): boolean {
  const to = current.entry('workers', code)?.to;
  return accountOf(code)?.leftAt !== undefined || (to !== undefined && to <= today);
}

/** Undefined for somebody without an account: then it is where they are said to work. */
export const worksFor = (code: string): string | undefined => accountOf(code)?.organisation;

/** Error: `invalid-input` for the field, when it is neither a code nor a name of the list. */
export function listedCode(list: Named, text: string, field: string): string {
  const code = current.codeOf(list, text);
  if (code === undefined) throw notListed(list, field);
  return code;
}

/** Which field of an event is from which list; a dot leads into an object, a list of texts or of objects is taken one by one. */
export type ListedFields = Readonly<Record<string, Named>>;

/** An upcast: what was free text before reads as the code that it means, or as one that is on no list. */
export const asListed =
  (fields: ListedFields) =>
  (data: Readonly<Record<string, unknown>>): Record<string, unknown> => {
    const lifted = { ...data };
    for (const [name, list] of Object.entries(fields)) {
      const [first = '', inner] = name.split('.');
      if (lifted[first] !== undefined) lifted[first] = liftedValue(lifted[first], list, inner);
    }
    return lifted;
  };

function liftedValue(value: unknown, list: Named, inner: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => liftedValue(one, list, inner));
  if (typeof value === 'string') return current.lifted(list, value);
  if (inner === undefined || typeof value !== 'object' || value === null) return value;
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [inner]: liftedValue(object[inner], list, undefined) };
}
