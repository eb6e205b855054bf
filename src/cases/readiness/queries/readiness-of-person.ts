// Every programme of one young person: in which clinic, at which stage, with how much help that is open.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { never } from '../../../engine/deadlines/deadline-table.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { question } from '../../../engine/use-cases/question.js';
import { Clock } from '../../../kernel/clock.js';
import { programmesOf } from '../may-know.js';
import { clinic } from '../readiness-use-case.js';
import { openHelpThen, stageThen } from './programmes-then.js';

export class ProgrammeOfPerson {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty() service: string;
  @ApiProperty() organisation: string;
  @ApiProperty() startedOn: string;
  @ApiProperty() stage: string;
  @ApiProperty({ description: 'Help that was asked for and is open (RSG-07)' }) helpOpen: number;
  @ApiProperty({ required: false }) transferredOn?: string;
  @ApiProperty({ required: false, description: 'The adult service' }) transferredTo?: string;
  @ApiProperty({ required: false }) endedOn?: string;
}

export class ProgrammesOfPerson {
  @ApiProperty({ type: [ProgrammeOfPerson] }) items: ProgrammeOfPerson[];
}

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly service: string;
  readonly organisation: string;
  readonly started_on: string;
  readonly stage: string;
  readonly help_open: number;
  readonly transferred_on: string;
  readonly transferred_to: string;
  readonly ended_on: string;
}

export const listReadinessOfPerson = question({
  name: 'ListReadinessOfPerson',
  get: 'api/v1/young-people/:personId/readiness',
  section: 'Readiness',
  tells: 'Every readiness programme of a young person',
  rules: ['RSG-01', 'RSG-02'],
  who: {
    roles: [...clinic, 'adult-clinician', 'manager', 'auditor'],
    because:
      'The clinic; the adult service with consent or after the transfer; the manager and the auditor (SHARE matrix)',
  },
  answers: ProgrammesOfPerson,
  uses: [ReadSide, Clock],
  answer({ at: { personId }, asked }, { db }, clock): ProgrammesOfPerson {
    const { sql, values } = programmesOf(asked.actor, clock.today());
    const rows = db.all<Row & Record<string, string | number>>(
      `SELECT c.id, c.person_id, c.service, c.organisation, c.started_on, c.ended_on, c.transferred_on, c.transferred_to, ${stageThen} AS stage, ${openHelpThen} AS help_open
       FROM readiness_programme c
       WHERE c.person_id = ? AND c.started_on <= ?1 AND ${sql} ORDER BY c.started_on, c.id`,
      asked.asOf,
      personId,
      ...values,
    );
    const items = rows.map(({ id, service, organisation, stage, ...row }) => ({
      ...{ id, personId: row.person_id, service, organisation, startedOn: row.started_on, stage },
      helpOpen: row.help_open,
      ...(row.transferred_on <= asked.asOf && { transferredOn: row.transferred_on, transferredTo: row.transferred_to }),
      endedOn: row.ended_on <= asked.asOf && row.ended_on !== never ? row.ended_on : undefined,
    }));
    return { items };
  },
  shows: everyoneIn,
});
