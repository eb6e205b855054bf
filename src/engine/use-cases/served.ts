// What the server and its API bring of a part: what can be done and asked there, its pages, and what these have injected.
import type { Provider, Type } from '@nestjs/common';
import type { Offers } from './offers.js';

export interface Served {
  readonly offers: readonly Offers[];
  /** Controllers of pages and of files. */
  readonly pages?: readonly Type[];
  readonly providers?: readonly Provider[];
}
