// The name of a worker: of the lists of the area, else of their account; their id where nobody knows it any more.
import { directory } from '../../../rules/directory/current.js';

export const workerName = (id: string, nameOfAccount: (id: string) => string): string =>
  directory().entry('workers', id)?.name ?? nameOfAccount(id);
