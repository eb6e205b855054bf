// Reads whole streams one after the other, by the index of streams: a rebuild then holds one case at a time.
import type { ByStream, StoredEvent } from '../port.js';
import { pages } from '../paging.js';
import { everything, inShare } from '../share.js';
import type { Database } from '../sqlite-files/open-database.js';
import { rowsAsArrays } from '../sqlite-files/rows-as-arrays.js';
import { leanColumns, leanEvents } from './lean-rows.js';
import { fromPosition } from './rows.js';

/** `try` waits while another process holds the file, and gives errors of the store. */
export function readByStream(database: Database, attempt: <T>(work: () => T) => Promise<T>): ByStream {
  const following = database.prepare('SELECT stream FROM events WHERE stream >= ? ORDER BY stream LIMIT 1');
  const page = rowsAsArrays(
    database.prepare(
      `SELECT ${leanColumns('stream')} FROM events
        WHERE (stream, revision) > (?, ?) AND stream < ? AND (stream = ? OR stream >= ?) AND ${inShare('stream')} AND position <= ? ORDER BY stream, revision LIMIT ?`,
    ),
  );
  return {
    categories: () =>
      attempt(() => {
        const found: string[] = [];
        for (let from = ''; ;) {
          const row = following.get(from) as { stream: string } | undefined;
          if (!row) return found;
          const category = categoryOf(row.stream);
          found.push(category);
          from = after(category);
        }
      }),
    ofCategory: (category, upTo, pageSize, share = everything) =>
      pages(
        (last: StoredEvent | undefined, size) =>
          attempt(() =>
            leanEvents(
              page.all(
                last?.stream ?? category,
                last?.revision ?? -1,
                after(category),
                category,
                `${category}-`,
                share.of,
                share.nth,
                fromPosition(upTo),
                size,
              ),
            ),
          ),
        { pageSize },
      ),
  };
}

/** A stream without a hyphen is a kind of its own. */
const categoryOf = (stream: string): string => (stream.includes('-') ? stream.slice(0, stream.indexOf('-')) : stream);

/** The first text that no stream of the category can be: `.` comes after `-`. */
const after = (category: string): string => `${category}.`;
