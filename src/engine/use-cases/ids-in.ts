// Which ids a state holds, by the names of its fields.

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a field by this name holds an id. */
export const isId = (name: string): boolean => /^id$|Id$/.test(name);

/** Whether it holds the id of something that was recorded, as a correction names it. */
export const isEventId = (name: string): boolean => /^eventId$|EventId$/.test(name);

/** A plain word is the name of a field: no id is. */
const isWord = (name: string): boolean => /^[a-z]+([A-Z][a-z]*)*$/.test(name);

/** Every id of a part of a case: in fields that are called so, and as the name of an entry. */
export function idsIn(state: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (!isObject(state)) return found;
  for (const [name, value] of Object.entries(state)) {
    if (typeof value === 'string' && isId(name) && !isEventId(name)) found.add(value);
    if (isObject(value) && !Array.isArray(state) && !isWord(name)) found.add(name);
    idsIn(value, found);
  }
  return found;
}
