// Keys looked up once for a page of events: looking asks the file each time whether another process has destroyed one.
import type { SubjectKeys } from './key-store.js';

/** Lives for one page only, so that a destroyed key is noticed at the next. */
export function forOnePage(keys: Pick<SubjectKeys, 'existing'>): Pick<SubjectKeys, 'existing'> {
  const seen = new Map<string, ReturnType<SubjectKeys['existing']>>();
  return {
    existing(subject) {
      let key = seen.get(subject);
      if (key === undefined) seen.set(subject, (key = keys.existing(subject)));
      return key;
    },
  };
}
