// The young people of a list: found or registered once, and pointed out where they may be somebody who is on record already.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import type { Problem } from '../files/index.js';
import type { People } from '../people/ensure-person.js';
import type { PersonRow } from '../people/person-row.js';
import type { Namesakes } from './namesakes.js';

export interface Listed {
  readonly personId: string;
  readonly isNew: boolean;
  readonly facts: readonly string[];
  readonly oddities: readonly Oddity[];
}

export interface Oddity {
  readonly field?: string;
  readonly message: string;
}

export class ListedPeople {
  /** A dry run registers nobody, so a second row of one person must not count them again. */
  private readonly previewed = new Set<string>();

  constructor(
    private readonly people: People,
    private readonly namesakes: Namesakes,
  ) {}

  async ensure(row: PersonRow, on: CivilDate, context: CommandContext): Promise<Listed> {
    const { personId, facts, isNew, oddities } = await this.people.ensure(row, on, context);
    const again = isNew && this.previewed.has(personId);
    if (isNew) this.previewed.add(personId);
    const others = isNew && !again ? this.namesakes.of(personId, row) : [];
    return {
      personId,
      isNew,
      facts: again ? [] : facts,
      oddities: [...oddities, ...others].map((message) => ({ message })),
    };
  }
}

export const reported = (line: number, { field, message }: Oddity): Problem => ({
  line,
  field,
  code: 'out-of-range',
  severity: 'reported',
  message,
});
