// What the kinds of unsealed text in an event allow (`kernel/events.ts`); checked whenever one is written, never when one is read.
import { FormatRegistry } from '@sinclair/typebox';
import { isListed } from '../rules/directory/current.js';
import { namedKinds } from '../rules/directory/directory.js';
import { isCivilDate, isDateFromOutside } from '../kernel/calendar/index.js';
import { isClearId } from '../kernel/clear-id.js';
import type { clearFormats } from '../kernel/events.js';
import { isSchoolWords } from '../kernel/school-words.js';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const listed = namedKinds.map((list) => [`listed:${list}`, (text: string) => isListed(list, text)] as const);

type Format = keyof typeof clearFormats;
const others: Readonly<Record<Exclude<Format, `listed:${string}`>, (text: string) => boolean>> = {
  'civil-date': isDateFromOutside,
  'any-date': isCivilDate,
  'date-or-code': (text) => (isCivilDate(text) ? isDateFromOutside(text) : isClearId(text)),
  'any-date-or-code': (text) => isCivilDate(text) || isClearId(text),
  instant: (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text),
  id: isClearId,
  account: isClearId,
  digest: (text) => /^[0-9a-f]{64}$/.test(text),
  'keyed-digest': (text) => /^[\w-]{1,64}$/.test(text),
  digits: (text) => /^\d+$/.test(text),
  'pack-words': (text) => text !== '',
  'questionnaire-words': (text) => text !== '',
  'school-words': isSchoolWords,
  position: (text) => /^[\w:.,/-]*$/.test(text),
  behalf: (text) => uuid.test(text) || isListed('organisations', text) || isListed('workers', text),
};

for (const [name, check] of [...Object.entries(others), ...listed]) FormatRegistry.Set(name, check);
