// Questions that are answered from the lists of the area: nobody types the name of an organisation or a worker.
import { directory, roleOf } from '../../../rules/directory/current.js';
import { notListedWords, type DirectoryList, type Entry, type Named } from '../../../rules/directory/directory.js';
import type { Option, Question } from './question.js';
import { line, optionalLine } from './questions.js';

/** Those that there are on a day, by name. */
export const listedOptions = (lists: readonly DirectoryList[], day: string): Option[] => {
  const found = new Map<string, Option>();
  for (const list of lists)
    for (const { code, name } of directory().on(list, day)) found.set(code, { value: code, text: name });
  return [...found.values()];
};

const optionOf = ({ code, name }: Entry): Option => ({ value: code, text: name });

/** Those of these roles who are here on a day, and whoever is on the list without an account. */
export const workersOf = (roles: readonly string[], day: string): Option[] =>
  listedOptions(['workers'], day).filter(({ value }) => {
    const role = roleOf(value);
    return role === undefined || roles.includes(role);
  });

/** Where adults are cared for. */
export const adultServiceOptions = (day: string): Option[] => directory().adultServices(day).map(optionOf);

/** One line for what is on the area's list or has a national code: 816 for a local authority. A name is read as its code. */
export function lineFromList(named: Named, asks: Parameters<typeof line>[0]): Question<string> {
  return fromList(named, line(asks));
}

export function optionalLineFromList(
  named: Named,
  asks: Parameters<typeof optionalLine>[0],
): Question<string | undefined> {
  return fromList(named, optionalLine(asks));
}

function fromList<T extends string | undefined>(named: Named, asked: Question<T>): Question<T> {
  return {
    ...asked,
    read(typed, name, today) {
      const reading = asked.read(typed, name, today);
      if (reading.problem !== undefined || reading.value === undefined) return reading;
      const code = directory().codeOf(named, reading.value);
      return code === undefined ? { problem: `${asked.label}: that ${notListedWords(named)}` } : { value: code as T };
    },
  };
}
