// What a questionnaire of Ready Steady Go is, and how one from a file is checked before anybody is asked by it (RSG-04, RSG-05, RSG-06).
import { OnwardError, type FieldProblem } from '../../../../kernel/errors.js';
import { oneLine, textProblem, tidyText } from '../../../../kernel/text-from-outside.js';

/** Who answers: each speaks for themselves, and nobody for another (RSG-04, RSG-12). */
export const voices = ['young-person', 'parent', 'adult'] as const;
export type Voice = (typeof voices)[number];

/** The sheets of the programme. A site loads its own text of one of these; another sheet has no place in the programme. */
export const questionnaireIds = ['getting-ready', 'steady', 'go', 'hello', 'parent-and-carer'] as const;
export type QuestionnaireId = (typeof questionnaireIds)[number];

/** By whom each sheet is answered, whatever a file says. */
export const voiceOf: Readonly<Record<QuestionnaireId, Voice>> = {
  'getting-ready': 'young-person',
  steady: 'young-person',
  go: 'young-person',
  hello: 'adult',
  'parent-and-carer': 'parent',
};

export const questionnaireStages = ['ready', 'steady', 'go'] as const;
export type QuestionnaireStage = (typeof questionnaireStages)[number];

/** The stage whose sheet it is. The parent's goes with any, Hello with none: it belongs to the adult service. */
export const stageOf: Readonly<Partial<Record<QuestionnaireId, QuestionnaireStage>>> = {
  'getting-ready': 'ready',
  steady: 'steady',
  go: 'go',
};

export interface Item {
  /** What it is about. The same topic has the same id on every sheet: so answers stand side by side and are followed from stage to stage. */
  readonly id: string;
  readonly label: string;
  /** The same in fewer and easier words. */
  readonly easyRead?: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/** The text of a sheet, before it has a version. */
export interface QuestionnaireText {
  readonly id: QuestionnaireId;
  readonly title: string;
  /** Where the text comes from. */
  readonly source: string;
  /** By what right it is used here: the wording of the programme's own sheets belongs to University Hospital Southampton (RSG-14). */
  readonly licence: string;
  readonly sections: readonly Section[];
}

export interface Questionnaire extends QuestionnaireText {
  /** Up to 100 those that ship with Onward; from `firstLoadedVersion` on those that a site loaded. */
  readonly version: number;
  readonly voice: Voice;
  readonly stage?: QuestionnaireStage;
}

export const firstLoadedVersion = 101;

/** A sheet is a few pages of paper: what is longer is another file. */
export const limits = { sections: 20, items: 100, title: 120, label: 300, source: 500 } as const;

export const questionnaireOf = (text: QuestionnaireText, version: number): Questionnaire => ({
  ...text,
  version,
  voice: voiceOf[text.id],
  stage: stageOf[text.id],
});

export const itemsOf = ({ sections }: Pick<QuestionnaireText, 'sections'>): readonly Item[] =>
  sections.flatMap(({ items }) => items);

const idLike = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const mostOfId = 60;
const known = new Set<unknown>(questionnaireIds);
type Say = (field: string, problem: string) => void;
type Json = Readonly<Record<string, unknown>>;

/** The text of a file, tidied. Error: `invalid-input` with every mistake by its place in the file. */
export function checkQuestionnaire(json: unknown): QuestionnaireText {
  const fields: FieldProblem[] = [];
  const text = readText(json, (field, problem) => fields.push({ field, problem }));
  if (text && fields.length === 0) return text;
  throw new OnwardError('invalid-input', {
    detail: `This questionnaire cannot be used. ${fields.map(({ field, problem }) => `${field}: ${problem}`).join('; ')}`,
    help: 'Put it right in the file and load it again. Nothing of it was kept.',
    rule: 'RSG-06',
    fields,
  });
}

function readText(json: unknown, say: Say): QuestionnaireText | undefined {
  const given = objectAt(json, 'file', ['id', 'title', 'source', 'licence', 'sections'], say);
  if (!given) return undefined;
  if (!known.has(given['id'])) say('id', `must be one of ${questionnaireIds.join(', ')}`);
  const id = given['id'] as QuestionnaireId;
  const title = lineAt(given, 'title', 'title', limits.title, say);
  const source = lineAt(given, 'source', 'source', limits.source, say);
  const licence = lineAt(given, 'licence', 'licence', limits.source, say);
  const sections = listAt(given, 'sections', limits.sections, say).flatMap((each, at) =>
    readSection(each, `sections[${at}]`, say),
  );
  const items = itemsOf({ sections });
  if (items.length > limits.items) say('sections', `must have ${limits.items} items or fewer in all`);
  sayTwice(sections, 'section', say);
  sayTwice(items, 'item', say);
  return { id, title, source, licence, sections };
}

function readSection(json: unknown, at: string, say: Say): Section[] {
  const given = objectAt(json, at, ['id', 'title', 'items'], say);
  if (!given) return [];
  const section = {
    id: idAt(given, `${at}.id`, say),
    title: lineAt(given, 'title', `${at}.title`, limits.title, say),
    items: listAt(given, `${at}.items`, limits.items, say).flatMap((each, nth) =>
      readItem(each, `${at}.items[${nth}]`, say),
    ),
  };
  return [section];
}

function readItem(json: unknown, at: string, say: Say): Item[] {
  const given = objectAt(json, at, ['id', 'label', 'easyRead'], say);
  if (!given) return [];
  const [id, label] = [idAt(given, `${at}.id`, say), lineAt(given, 'label', `${at}.label`, limits.label, say)];
  if (given['easyRead'] === undefined) return [{ id, label }];
  return [{ id, label, easyRead: lineAt(given, 'easyRead', `${at}.easyRead`, limits.label, say) }];
}

/** A field that nobody reads is most often one that was misspelt. */
function objectAt(json: unknown, at: string, fields: readonly string[], say: Say): Json | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    say(at, `must be an object with ${fields.join(', ')}`);
    return undefined;
  }
  for (const name of Object.keys(json))
    if (!fields.includes(name)) say(at === 'file' ? name : `${at}.${name}`, `is not known here: ${fields.join(', ')}`);
  return json as Json;
}

function listAt(given: Json, at: string, most: number, say: Say): readonly unknown[] {
  const list = given[at.split('.').at(-1) ?? at];
  if (Array.isArray(list) && list.length > 0 && list.length <= most) return list as unknown[];
  say(at, `must be a list of 1 to ${most}`);
  return [];
}

function idAt(given: Json, at: string, say: Say): string {
  const { id } = given;
  if (typeof id === 'string' && idLike.test(id) && id.length <= mostOfId) return id;
  say(at, 'must be a word like own-medicines: small letters, digits and hyphens');
  return '';
}

function lineAt(given: Json, name: string, at: string, longest: number, say: Say): string {
  const value = given[name];
  const problem = typeof value === 'string' ? textProblem(value) : 'must be a text';
  const line = typeof value === 'string' ? oneLine(tidyText(value)) : '';
  if (problem !== undefined) say(at, problem);
  else if (line === '') say(at, 'must not be empty');
  else if (line.length > longest) say(at, `must be ${longest} characters or fewer`);
  return line;
}

function sayTwice(all: readonly { readonly id: string }[], what: string, say: Say): void {
  const ids = all.map(({ id }) => id).filter((id) => id !== '');
  for (const id of new Set(ids.filter((each, at) => ids.indexOf(each) !== at)))
    say('sections', `the ${what} ${id} stands there twice`);
}
