// Reads the extract of the national register of schools and the extract of its links: whole, or refused with every line that is wrong.
import { OnwardError } from '../../../kernel/errors.js';
import { isSchoolWords } from '../../../kernel/school-words.js';
import { oneLine, tidyText } from '../../../kernel/text-from-outside.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { dateHere, longestSchoolWords, type ListSchool, type SchoolLink, type SchoolStatus } from './school.js';
import { linkColumns, linksOf } from './school-links.js';
import { dayOf, Problems, type ExtractRow } from './extract.js';

/** The columns of the register that are read. Who leads a school is personal, and not among them. */
export const schoolColumns = [
  'URN',
  'UKPRN',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'PhaseOfEducation (name)',
  'LA (code)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
] as const;
export { linkColumns };

const statuses: Readonly<Record<string, SchoolStatus | undefined>> = {
  open: 'open',
  'open, but proposed to close': 'open-but-closing',
  closed: 'closed',
  'proposed to open': 'proposed',
};

type Details = ListSchool['details'];

/** The rows of both files as text by column. Error: `file-refused`, with the lines and what to do. */
export function schoolsOf(rows: readonly ExtractRow[], links?: readonly ExtractRow[]): readonly Details[] {
  const problems = new Problems();
  const lineOf = new Map<string, number>();
  const found: Details[] = [];
  for (const row of rows) {
    const details = detailsOf(row, problems);
    if (!details) continue;
    const before = lineOf.get(details.urn);
    if (before === undefined) lineOf.set(details.urn, row.line);
    else problems.at(row.line, 'URN', `is the same as on line ${before}: leave one of the two rows`);
    found.push(details);
  }
  const linked = links && linksOf(links, problems);
  problems.refuse();
  if (found.length === 0)
    throw new OnwardError('file-refused', {
      detail: 'The file has no school in it.',
      help: 'Look whether the whole extract was saved.',
    });
  return linked ? found.map((one) => ({ ...one, links: linked.get(one.urn) ?? [] })) : found;
}

function detailsOf({ line, cells }: ExtractRow, problems: Problems): Details | undefined {
  const before = problems.count;
  const given = (column: (typeof schoolColumns)[number]) => tidyText(oneLine(cells[column] ?? ''));
  const wrong = (column: (typeof schoolColumns)[number], what: string) => problems.at(line, column, what);
  const digits = (column: 'UKPRN' | 'LA (code)', many: number): string | undefined => {
    const text = given(column);
    if (text === '' || new RegExp(`^\\d{${many}}$`).test(text)) return text === '' ? undefined : text;
    wrong(column, `must be ${many} digits, or empty`);
    return undefined;
  };
  const words = (column: 'EstablishmentName' | 'TypeOfEstablishment (name)' | 'PhaseOfEducation (name)') => {
    const text = given(column);
    if (text !== '' && (text.length > longestSchoolWords || !isSchoolWords(text)))
      wrong(column, `must be words of at most ${longestSchoolWords} letters, without addresses or telephone numbers`);
    return text === '' ? undefined : text;
  };
  const day = (column: 'OpenDate' | 'CloseDate'): CivilDate | undefined => {
    const { on, problem } = dayOf(given(column));
    if (problem !== undefined) wrong(column, problem);
    return on;
  };
  const urn = given('URN');
  if (!/^\d{6}$/.test(urn)) wrong('URN', 'must be six digits');
  const name = words('EstablishmentName');
  if (name === undefined) wrong('EstablishmentName', 'is empty');
  const status = statuses[given('EstablishmentStatus (name)').toLowerCase()];
  if (status === undefined)
    wrong('EstablishmentStatus (name)', 'must be one of: Open; Open, but proposed to close; Closed; Proposed to open');
  const opensOn = day('OpenDate');
  const closesOn = day('CloseDate');
  if (opensOn !== undefined && closesOn !== undefined && closesOn < opensOn)
    wrong('CloseDate', 'lies before OpenDate: a school does not close before it opens');
  const details = {
    ukprn: digits('UKPRN', 8),
    type: words('TypeOfEstablishment (name)'),
    phase: words('PhaseOfEducation (name)'),
    authority: digits('LA (code)', 3),
  };
  if (problems.count > before || name === undefined || status === undefined) return undefined;
  return { urn, name, ...details, status, opensOn: dateHere(opensOn), closesOn: dateHere(closesOn) };
}

export type { SchoolLink };
