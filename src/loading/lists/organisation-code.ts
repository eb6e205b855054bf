// The name of a team or provider as the code under which it is known here: `Seaborough Community` becomes `seaborough-community`.
import { invalid } from '../../kernel/errors.js';

const longest = 60;

/** Error: `invalid-input` for the column. */
export function organisationCode(name: string, column: string): string {
  const code = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (code === '' || code.length > longest) throw invalid(column, `must be a name of 1 to ${longest} characters`);
  return code;
}
