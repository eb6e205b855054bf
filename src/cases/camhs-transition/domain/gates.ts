// The ages at which something is to happen, as dates: Year 9, 14, 17, 17 years 6 months, 18 (TRN-07, TRN-20, CAL-11, CAL-12).
import { ageGate, startOfNcYear, type CivilDate } from '../../../kernel/calendar/index.js';

/** `y9` and `14` are prompts for those with SEND, an EHC plan or an expected long-term need (AMB-07). */
export const gateNames = ['y9', '14', '17', '17-6', '18'] as const;
export type GateName = (typeof gateNames)[number];
export type Gates = Readonly<Record<GateName, CivilDate>>;

export const gatesOf = (birthDate: CivilDate): Gates => ({
  y9: startOfNcYear(birthDate, 9),
  '14': ageGate(birthDate, 14, 0),
  '17': ageGate(birthDate, 17, 0),
  '17-6': ageGate(birthDate, 17, 6),
  '18': ageGate(birthDate, 18, 0),
});
