// The templates: nunjucks with every value escaped, over `src/` (each template beside its page) and the NHS.UK components.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { formatDate, isCivilDate } from '../../../kernel/calendar/index.js';
import { longDate, moment, number } from '../present/dates.js';
import { words } from '../present/words.js';
import type { Paths } from '../paths.js';

const require = createRequire(import.meta.url);

/** Where the NHS.UK frontend lies. */
export const nhsukFolder = join(dirname(require.resolve('nhsuk-frontend/package.json')), 'dist');

/** Makes HTML of a template, by its path below `src/`, and the data of a page. */
export abstract class Templates {
  abstract render(template: string, data: object): string;
}

/** `paths`: every address of the whole. `strict`: what is not there is an error and no empty place. For tests: a reader is better off with the rest of the page. */
export function templates(strict: boolean, paths: Paths): nunjucks.Environment {
  const source = fileURLToPath(new URL('../../..', import.meta.url));
  const loader = new nunjucks.FileSystemLoader([source, nhsukFolder], { noCache: false, watch: false });
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: strict,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addGlobal('paths', paths);
  environment.addFilter('date', (value: unknown) => (isCivilDate(value) ? formatDate(value) : ''));
  environment.addFilter('longDate', (value: unknown) => (isCivilDate(value) ? longDate(value) : ''));
  environment.addFilter('moment', (value: unknown) => (typeof value === 'string' ? moment(value) : ''));
  environment.addFilter('number', (value: unknown) => (typeof value === 'number' ? number(value) : ''));
  environment.addFilter('words', (value: unknown) => (typeof value === 'string' ? words(value) : ''));
  return environment;
}
