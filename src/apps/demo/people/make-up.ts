// Makes up the young people of Seaborough, one after another, each with names and numbers that nobody else has.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import type { sexes, sendStatuses } from '../../../engine/person/domain/codes.js';
import names from './names.json' with { type: 'json' };
import { Luck, nhsNumber, upn } from './numbers.js';

export interface MadeUp {
  readonly id: string;
  readonly nth: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: CivilDate;
  readonly sex: (typeof sexes)[number];
  readonly sendStatus: (typeof sendStatuses)[number];
  readonly nhsNumber: string;
  readonly upn: string;
  /** First day on which anybody here knew of them. */
  readonly knownFrom: CivilDate;
}

export type ToBe = Pick<MadeUp, 'birthDate' | 'sendStatus' | 'knownFrom'>;

export class MakingUp {
  private count = 0;

  constructor(readonly luck = new Luck()) {}

  person(toBe: ToBe): MadeUp {
    const nth = this.count++;
    const { given, family } = names;
    return {
      ...toBe,
      nth,
      id: idFrom('demo', 'young-person', nth),
      // 24 by 24 names in steps that share nothing with 24: no two of the first 576 are the same.
      givenName: given[(nth * 7) % given.length]!,
      familyName: family[(nth * 5 + Math.floor(nth / family.length)) % family.length]!,
      sex: nth % 2 === 0 ? 'F' : 'M',
      nhsNumber: nhsNumber(nth),
      upn: upn(nth),
    };
  }
}
