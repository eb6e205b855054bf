// Reads one young person from their history, with personal fields open.
import { Injectable } from '@nestjs/common';
import { Journal } from '../../../store/journal.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import { recordedOf } from '../../../engine/person/person-then.js';
import type { YoungPersonFact } from '../../../engine/person/domain/events.js';
import type { Recorded } from '../../../kernel/events.js';
import { History } from '../../../kernel/history.js';
import { notFound } from '../../../kernel/errors.js';
import { destroyed } from '../../../store/keys/key-store.js';
import { profileFolding } from './evolve-profile.js';
import type { Profile } from './profile.js';

export interface ReadPerson {
  readonly profile: Profile;
  /** Revision of the person's stream. */
  readonly revision: number;
}

@Injectable()
export class PersonReader {
  constructor(private readonly journal: Journal) {}

  /** Error: `not-found`. */
  async read(personId: string): Promise<ReadPerson> {
    const recorded = await recordedOf(this.journal, personId);
    const history = new History(profileFolding).takeAll(
      recorded as readonly unknown[] as (YoungPersonFact & Recorded)[],
    );
    const revision = history.recorded.length - 1;
    if (revision < 0) throw notFound('young person', personId);
    return { profile: history.state, revision };
  }

  /** Errors: `not-found`; `personal-data-destroyed`. */
  async birthDate(personId: string): Promise<CivilDate> {
    const { profile } = await this.read(personId);
    return birthDateOf(profile, personId);
  }
}

/** Error: `personal-data-destroyed`. */
export function birthDateOf({ details }: Profile, personId: string): CivilDate {
  if (details.birthDate === undefined) throw destroyed(personId);
  return details.birthDate;
}
