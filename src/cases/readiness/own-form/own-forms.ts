// Finds the form that a link opens: by the hash of its token, and by nothing else. What it may still be used for follows from the programme's history.
import { Injectable } from '@nestjs/common';
import { Door } from '../../../engine/access/door.js';
import { personThen, type PersonThen } from '../../../engine/person/person-then.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { birthday, type CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import type { Entries } from '../../../kernel/decider.js';
import type { Actor } from '../../../kernel/envelope.js';
import { isOnwardError, OnwardError } from '../../../kernel/errors.js';
import { Journal } from '../../../store/journal.js';
import { requireHelloConsent, requireParentMay } from '../domain/demands.js';
import type { ReadinessFact } from '../domain/events.js';
import type { Questionnaire } from '../domain/questionnaires/questionnaire.js';
import { readinessKind } from '../domain/readiness-kind.js';
import type { Link, Programme } from '../domain/state.js';
import { questionnaire } from '../questionnaires/known-questionnaires.js';
import { aboutPersonOf } from '../readiness-use-case.js';
import { hashOfToken, isToken } from './link-key.js';

/** Why a form is not answered any more. */
export type Closed = 'sent' | 'sending-taken-back' | 'taken-back' | 'ended' | 'grown-up' | 'needs-consent' | 'run-out';

export interface OwnForm {
  readonly programmeId: string;
  readonly personId: string;
  readonly organisation: string;
  readonly link: Link;
  readonly sheet: Questionnaire;
  /** From 16 what was said in clinic is the young person's to share (AMB-19); nobody of whom no birth date is known is. */
  readonly from16: boolean;
  readonly closed?: Closed;
  /** The moment at which it was sent. */
  readonly sentAt?: string;
}

/** Whoever has a link: they have no account, and what they do is done for this one form. */
export const ownFormRole = 'own-form';

@Injectable()
export class OwnForms {
  constructor(
    private readonly journal: Journal,
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
    private readonly door: Door,
  ) {}

  get today(): CivilDate {
    return this.clock.today();
  }

  /** Unknown, or of another programme: the same answer to all. Errors: `not-found`, `too-many-attempts`. */
  async opened(token: string, source: string | undefined): Promise<OwnForm> {
    const found = isToken(token) ? await this.found(hashOfToken(token)) : undefined;
    if (found) return found;
    this.door.wrong('wrong-form-address', source);
    throw new OnwardError('not-found', { detail: 'There is no form at this address.' });
  }

  /** Who acts, by what is recorded: the young person themselves where it is theirs; of a parent nothing says which. */
  actorOf({ organisation }: Pick<OwnForm, 'organisation'>): Actor {
    return { id: ownFormRole, role: ownFormRole, organisation };
  }

  private async found(tokenHash: string): Promise<OwnForm | undefined> {
    const sql = 'SELECT programme_id, link_id FROM readiness_link WHERE token_hash = ?';
    const [row, another] = this.readSide.db.all<{ programme_id: string; link_id: string }>(sql, tokenHash);
    // A hash that a program gave to two links names neither: better none than the form of another child.
    if (!row || another) return undefined;
    const { state, history } = await this.journal.load(readinessKind, row.programme_id);
    const link = Object.values(state.links).find((each) => each.linkId === row.link_id && each.tokenHash === tokenHash);
    if (!link || !state.started) return undefined;
    const { personId, organisation } = state.started;
    const sheet = await questionnaire(this.journal, link.questionnaire, link.version);
    const sending = history.standing.find(({ id }) => id === link.sent?.eventId);
    const person = await personThen(this.journal, personId);
    const born = person.birthDate?.on;
    const from16 = born !== undefined && this.today >= birthday(born, 16);
    const form = { programmeId: row.programme_id, personId, organisation, link, sheet, from16 };
    const closed = await this.closed(form, person, state, sendingTakenBack(history, link.linkId));
    return { ...form, closed, sentAt: closed === 'sent' ? sending?.recordedAt : undefined };
  }

  private async closed(
    { link, programmeId }: OwnForm,
    { diedOn, events }: PersonThen,
    state: Programme,
    takenBack: boolean,
  ): Promise<Closed | undefined> {
    const { today } = this;
    // Before all else: of whoever died or was forgotten nothing more is said.
    if (diedOn !== undefined || events.some(({ type }) => type === 'YoungPersonForgotten')) return 'ended';
    if (link.sent) return 'sent';
    if (takenBack) return 'sending-taken-back';
    if (link.withdrawn) return 'taken-back';
    if (state.ended) return 'ended';
    if (link.voice === 'parent') {
      const person = await aboutPersonOf(this.journal, programmeId, today);
      if (refuses(() => requireParentMay(today, person))) return 'grown-up';
    }
    if (link.voice === 'adult' && refuses(() => requireHelloConsent(state, today))) return 'needs-consent';
    return today > link.validUntil ? 'run-out' : undefined;
  }
}

function refuses(ask: () => void): boolean {
  try {
    ask();
    return false;
  } catch (error) {
    if (isOnwardError(error, 'refused-by-rule')) return true;
    throw error;
  }
}

/** What was sent by it and taken back since was hidden when it was sent: it opens no more. */
export function sendingTakenBack({ recorded, standing }: Entries<ReadinessFact>, linkId: string): boolean {
  const isOfIt = ({ type, data }: ReadinessFact) =>
    type === 'ReadinessQuestionnaireSubmitted' && data.linkId === linkId;
  return recorded.some(isOfIt) && !standing.some(isOfIt);
}
