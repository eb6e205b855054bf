// What a row of any file says of the young person it is about.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { IdentifierKind } from '../../../engine/person/domain/codes.js';
import type { youngPersonEvents } from '../../../engine/person/domain/events.js';

type Registered = Parameters<typeof youngPersonEvents.registered.fact>[1];

export interface PersonRow extends Readonly<Registered> {
  readonly birthDate: CivilDate;
  readonly identifiers: readonly {
    readonly kind: IdentifierKind;
    readonly text: string;
    readonly issuer: string;
    readonly field: string;
  }[];
  /** Whether a difference in names or address corrects what is on record (a statutory return), or is only pointed out (another list). */
  readonly corrects: boolean;
}
