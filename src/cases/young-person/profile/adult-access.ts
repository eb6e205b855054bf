// Adult clinicians know of a young person only with consent to discuss, a recorded override, or once a case was handed to them (TRN-42, TRN-44).
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/envelope.js';
import { OnwardError } from '../../../kernel/errors.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { CaseTypes } from '../../../engine/processing/case-types.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { Clock } from '../../../kernel/clock.js';
import { mayDisclose } from '../../../engine/person/domain/consent.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import { PersonReader } from './person-reader.js';
import type { Profile } from './profile.js';

export const needsConsent = ({ role }: Actor): boolean => role === 'adult-clinician';

/** The organisation whose workers alone somebody names and ends around a young person; undefined for children's services. */
export const onlyWorkersOf = (actor: Actor): string | undefined =>
  needsConsent(actor) ? actor.organisation : undefined;

@Injectable()
export class AdultAccess {
  constructor(
    private readonly reader: PersonReader,
    private readonly clock: Clock,
    private readonly readSide: ReadSide,
    private readonly types: CaseTypes,
  ) {}

  /** Always as of today: a withdrawal stops every new look, also at how things stood before it (TRN-43). Error: `not-permitted`. */
  check(actor: Actor, { core, details }: Profile, personId: string): void {
    const today = this.clock.today();
    if (!needsConsent(actor)) return;
    if (mayDisclose(core, details.birthDate, discussWithAdultServices, actor.organisation, today)) return;
    if (this.handedTo(actor.organisation, personId, today)) return;
    throw new OnwardError('not-permitted', {
      rule: 'TRN-44',
      detail: 'There is no current consent to discuss this young person with your organisation.',
      help: 'Children’s services record the consent, or an override with its ground.',
    });
  }

  async checkById(actor: Actor, personId: string): Promise<void> {
    if (needsConsent(actor)) this.check(actor, (await this.reader.read(personId)).profile, personId);
  }

  private handedTo(organisation: string, personId: string, today: CivilDate): boolean {
    return this.types.pathways.some(
      ({ handedTo }) =>
        handedTo !== undefined && this.readSide.db.get(handedTo, personId, organisation, today) !== undefined,
    );
  }
}
