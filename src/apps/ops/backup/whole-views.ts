// The record of reading in a backup: proved by the backup that copied it, and by the restore that puts it in place.
import { provenViews } from '../../../engine/audit/views/proven-views.js';
import { fileRefused } from './refusals.js';

/** How many looks it holds. Error: `file-refused` when it is not whole. */
export function wholeViews(path: string): number {
  const views = provenViews(path);
  if (views === undefined) throw fileRefused('views.sqlite, the record of who looked, is not whole.');
  return views;
}
