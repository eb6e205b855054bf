// Unique pupil numbers: check letter, permanent and temporary.

/** Either the UPN in capitals, or what is wrong in a sentence for people (it never repeats what was typed). */
export type ParsedUpn =
  | { value: string; temporary: boolean; problem?: undefined }
  | { problem: string; value?: undefined; temporary?: undefined };

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const WRITTEN = new RegExp(`^[${LETTERS}]\\d{11}[\\d${LETTERS}]$`);

/**
 * Reads a check letter and twelve digits, the last of which is a letter in a temporary UPN (REC-35, REC-36).
 * Small letters and surrounding spaces are put right. The letters I, O and S are not used.
 */
export function parseUpn(text: string): ParsedUpn {
  const value = text.trim().toUpperCase();
  if (!WRITTEN.test(value)) {
    return {
      problem: 'A UPN is a letter (never I, O or S) and twelve digits; a temporary one ends in a letter (REC-35).',
    };
  }
  if (checkLetter(value) !== value[0]) {
    return { problem: 'The first letter of the UPN does not fit the rest, so one character is wrong (REC-35).' };
  }
  return { value, temporary: LETTERS.includes(value.charAt(12)) };
}

function checkLetter(value: string): string | undefined {
  let sum = 0;
  for (let place = 1; place <= 12; place++) {
    const character = value.charAt(place);
    const letter = LETTERS.indexOf(character);
    sum += (letter >= 0 ? letter : Number(character)) * (place + 1);
  }
  return LETTERS[sum % LETTERS.length];
}
