// Identifiers of people and pupils (REC-30 to REC-36).
export { formatNhsNumber, parseNhsNumber } from './nhs-number.js';
export type { NhsNumberRange, ParsedNhsNumber } from './nhs-number.js';
export { parseUpn } from './upn.js';
export type { ParsedUpn } from './upn.js';
