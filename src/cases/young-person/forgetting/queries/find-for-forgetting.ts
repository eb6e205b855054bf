// Finds a person for whoever answers for the records: by name or number, nothing more than tells who it is. Query and handler.
import { fullName } from '../../../../kernel/full-name.js';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { OnwardQuery, type Asked } from '../../../../engine/access/messages.js';
import { Clock } from '../../../../kernel/clock.js';
import { ReadSide } from '../../../../engine/processing/read-side.js';
import { findPeople, type Wanted } from '../../queries/found-people.js';

export interface Findable {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly nhsNumber: string | null;
}

export class FindForForgetting extends OnwardQuery<readonly Findable[]> {
  readonly shows = (found: readonly Findable[]) => found.map(({ id }) => id);

  constructor(
    readonly wanted: Wanted,
    asked: Asked,
  ) {
    super(asked);
  }
}

/** More than anybody reads through to find one person. */
export const mostFound = 50;

@QueryHandler(FindForForgetting)
export class FindForForgettingHandler implements IQueryHandler<FindForForgetting> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
  ) {}

  execute({ wanted, asked: { actor } }: FindForForgetting): Promise<readonly Findable[]> {
    const rows = findPeople(this.readSide.db, wanted, actor, this.clock.today(), mostFound);
    return Promise.resolve(
      rows.map((row) => ({
        id: row.id,
        name: fullName(row),
        birthDate: row['birth_date'] as string | null,
        nhsNumber: row['nhs_number'] as string | null,
      })),
    );
  }
}
