// A row of a clinic's list of who is on Ready Steady Go, as Onward understands it.
import type { Alone, Ending, Stage } from '../../../cases/readiness/domain/codes.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid } from '../../../kernel/errors.js';
import { listedCode } from '../../../rules/directory/current.js';
import type { ColumnSpec } from '../files/index.js';
import { personOfValues } from '../lists/person-of-values.js';
import type { Values } from '../lists/values.js';
import type { PersonRow } from '../people/person-row.js';
import columns from '../readiness-columns.json' with { type: 'json' };

export const readinessColumns = columns as ColumnSpec;

export interface ReadinessRow {
  readonly person: PersonRow;
  readonly service: string;
  readonly organisation: string;
  readonly startedOn: CivilDate;
  readonly entersAt: Stage;
  readonly steadyOn?: CivilDate;
  readonly goOn?: CivilDate;
  readonly worker?: string;
  /** May lie ahead, as the appointment. */
  readonly transferPlanned?: CivilDate;
  readonly lastVisit?: CivilDate;
  readonly seenAlone?: Alone;
  readonly nextAppointment?: CivilDate;
  readonly introducedOn?: CivilDate;
  readonly adultService?: string;
  readonly transferredOn?: CivilDate;
  readonly endedOn?: CivilDate;
  readonly endedReason?: Ending;
}

/** Error: `invalid-input` for the column without which nothing can be said, that is on no list, or that lies in the future. */
export function readinessRow(values: Values, today: CivilDate): ReadinessRow {
  const startedOn = values.date('started', today);
  if (!startedOn) throw invalid('started', 'is needed', 'RSG-01');
  const listed = (list: 'organisations' | 'workers', column: string) => {
    const text = values.text(column);
    return text === undefined ? undefined : listedCode(list, text, column);
  };
  const organisation = listedCode('organisations', values.text('organisation') ?? '', 'organisation');
  const adultService = listed('organisations', 'adult_service');
  const introducedOn = values.date('introduced_on', today);
  const transferredOn = values.date('transferred_on', today);
  if ((introducedOn !== undefined || transferredOn !== undefined) && adultService === undefined)
    throw invalid('adult_service', 'is needed: to which adult service were they introduced or moved?', 'RSG-09');
  return {
    person: personOfValues(values, organisation, today),
    service: listedCode('services', values.text('service') ?? '', 'service'),
    organisation,
    startedOn,
    entersAt: values.code<Stage>('entered_at') ?? 'ready',
    steadyOn: values.date('steady_on', today),
    goOn: values.date('go_on', today),
    worker: listed('workers', 'worker'),
    transferPlanned: values.text('transfer_planned') as CivilDate | undefined,
    lastVisit: values.date('last_visit', today),
    seenAlone: values.code('seen_alone'),
    nextAppointment: values.text('next_appointment') as CivilDate | undefined,
    introducedOn,
    adultService,
    transferredOn,
    endedOn: values.date('ended_on', today),
    endedReason: values.code('ended_reason'),
  };
}

/** Two rows are about one programme when they are about one person, one clinic and one start. */
export const readinessKey = (values: Values): string =>
  ['nhs_number', 'upn', 'local_patient_id', 'service', 'organisation', 'started']
    .map((column) => values.text(column)?.toLowerCase() ?? '')
    .join('|');
