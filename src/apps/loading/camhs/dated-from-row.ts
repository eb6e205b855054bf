// A dated fact of the file against the record: new, the same, or a date that this file corrects.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CorrectableDate } from '../../../cases/camhs-transition/domain/codes.js';
import { consentOn, type JudgedEntry } from '../../../cases/camhs-transition/domain/consent.js';
import type { TransitionCommand } from '../../../cases/camhs-transition/transition.js';
import type { TransitionFact } from '../../../cases/camhs-transition/domain/events.js';
import type { Recorded } from '../../../kernel/events.js';
import type { Oddity } from '../lists/oddity.js';
import type { Said } from '../lists/rehearse.js';
import { sameFact, type LoadedBefore } from './loaded-before.js';
import type { About } from './person-from-row.js';

type Standing = TransitionFact & Recorded;

export interface CaseAbout extends About {
  /** On record for discussing with adult services, in order. */
  readonly consents: readonly JudgedEntry[];
  readonly before: LoadedBefore;
  /** The facts of the case that stand. */
  readonly standing: readonly Standing[];
}

export interface TransitionFromRow {
  readonly said: readonly Said<TransitionCommand>[];
  readonly oddities: readonly Oddity[];
}

interface Dated {
  readonly field: string;
  readonly on: CivilDate | undefined;
  readonly type: TransitionFact['type'];
  /** What the fact is about, where one type of fact can be said several times. */
  readonly about?: {
    readonly fact?: string;
    readonly outcome?: string;
    readonly destination?: string;
    readonly service?: string;
  };
  readonly command: (on: CivilDate) => TransitionCommand;
}

const nothing: TransitionFromRow = { said: [], oddities: [] };

export function datedFromRow({ field, on, type, about = {}, command }: Dated, ofCase: CaseAbout): TransitionFromRow {
  if (on === undefined) return nothing;
  if (ofCase.before.takenBack.has(sameFact({ type, occurredOn: on, data: about }))) return nothing;
  const known = ofCase.standing.findLast(
    (event) => event.type === type && Object.entries(about).every(([name, value]) => dataOf(event)[name] === value),
  );
  if (!known) return { said: [{ field, command: command(on) }], oddities: [] };
  if (known.occurredOn === on) return nothing;
  if (!ofCase.before.mayChange.has(known.id)) {
    const message = 'Differs from what somebody recorded here and was not changed.';
    return { said: [], oddities: [{ field, message }] };
  }
  return { said: [correction(field, known.id, 'occurredOn', known.occurredOn, on, ofCase)], oddities: [] };
}

const dataOf = ({ data }: Standing): Readonly<Record<string, unknown>> => data;

export function correction(
  field: string,
  correctsEventId: string,
  which: CorrectableDate,
  from: CivilDate,
  to: CivilDate,
  { today, birthDate, consents, recipient }: CaseAbout,
): Said<TransitionCommand> {
  const reason = 'A loaded caseload says otherwise.';
  const consent = consentOn(consents, recipient, to);
  return {
    field,
    command: {
      type: 'CorrectDate',
      on: today,
      correctsEventId,
      field: which,
      from,
      to,
      reason,
      birthDate,
      consents: [consent],
    },
  };
}
