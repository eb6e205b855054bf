// Finds how a case stands today, for whoever would do something about it: once for a page, whatever it offers.
import { Injectable } from '@nestjs/common';
import { ActorDirectory } from '../access/actors.js';
import { Policies } from '../access/policy.js';
import { ReadSide } from '../processing/read-side.js';
import { choicesIn } from '../settings/setting-table.js';
import { Clock } from '../../kernel/clock.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Folding } from '../../kernel/decider.js';
import type { Actor } from '../../kernel/envelope.js';
import { isOnwardError } from '../../kernel/errors.js';
import type { Fact } from '../../kernel/events.js';
import { Journal } from '../../store/journal.js';
import { destroyed } from '../../store/keys/key-store.js';
import type { CaseNow } from './case-now.js';

@Injectable()
export class CasesNow {
  constructor(
    private readonly journal: Journal,
    private readonly readSide: ReadSide,
    private readonly policies: Policies,
    private readonly clock: Clock,
    private readonly actors: ActorDirectory,
  ) {}

  /** By its history, as whoever decides would load it. */
  async of<S, F extends Fact>(kind: Folding<S, F>, caseId: string, personId: string, actor: Actor): Promise<CaseNow> {
    const { keys } = this.journal;
    const [{ state, history }] = await Promise.all([this.journal.load(kind, caseId), keys.fetchOf?.([personId])]);
    return {
      state,
      entries: history,
      today: this.clock.today(),
      actor,
      people: this.actors.all(),
      beside: this.beside(personId),
      closed: keys.existing(personId) === 'destroyed' ? destroyed(personId) : undefined,
      may: (action) => this.policies.of(action)(actor).allowed,
    };
  }

  /** While the lists are built anew it is not known, and no decision says no because of it. */
  private beside(personId: string): CaseNow['beside'] {
    try {
      const { db } = this.readSide;
      const sql = 'SELECT birth_date AS birthDate, died_on AS diedOn FROM young_person WHERE id = ?';
      const person = db.get<{ birthDate: CivilDate | null; diedOn: CivilDate | null }>(sql, personId);
      const { birthDate, diedOn } = person ?? {};
      return { birthDate: birthDate ?? undefined, diedOn: diedOn ?? undefined, choices: choicesIn(db) };
    } catch (error) {
      if (isOnwardError(error, 'not-caught-up')) return {};
      throw error;
    }
  }
}
