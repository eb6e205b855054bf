// Addresses of pages, as values: a controller takes the pattern, a page or a template calls the path. Nobody joins strings.

type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

type Query = Readonly<Record<string, string | number | boolean | undefined>>;
type Given<P extends string> = Readonly<Record<Names<P>, string>>;

export interface Path<P extends string> {
  (...given: [Names<P>] extends [never] ? [none?: Given<P>, query?: Query] : [names: Given<P>, query?: Query]): string;
  /** For `@Get` and `@Post`. */
  readonly pattern: P;
}

/** A list of a hundred rows has hundreds of addresses, of ids and days that are their own encoding. */
const plain = /^[\w-]*$/;
const encoded = (text: string): string => (plain.test(text) ? text : encodeURIComponent(text));

const searchOf = (query: Query): string =>
  Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => {
      const text = String(value);
      return plain.test(name) && plain.test(text)
        ? `${name}=${text}`
        : new URLSearchParams({ [name]: text }).toString();
    })
    .join('&');

export function path<const P extends string>(pattern: P): Path<P> {
  const fill = (names: Readonly<Record<string, string>> = {}, query?: Query): string => {
    const filled = pattern.replace(/:(\w+)/g, (_, name: string) => encoded(names[name] ?? ''));
    const search = query ? searchOf(query) : '';
    return search === '' ? filled : `${filled}?${search}`;
  };
  return Object.assign(fill, { pattern });
}

/** A tree of addresses, as templates have it. */
export interface Paths {
  readonly [name: string]: Path<string> | Paths;
}

/** Of the engine's own pages; a kind of case has its own in `paths.ts` of its folder. */
export const paths = {
  home: path('/'),
  signIn: path('/sign-in'),
  signOut: path('/sign-out'),
  search: path('/search'),
  accessibility: path('/accessibility'),
  settings: { list: path('/settings'), choose: path('/settings/:setting/choose') },
  schools: { list: path('/schools'), one: path('/schools/:urn'), load: path('/load-schools') },
  person: path('/people/:personId'),
  history: {
    steps: path('/people/:personId/history'),
    then: path('/people/:personId/history/then'),
    bundle: path('/people/:personId/history/bundle'),
    views: path('/people/:personId/views'),
  },
  consent: path('/people/:personId/consent/:purpose'),
  consentOverride: path('/people/:personId/consent-override'),
  forgetting: {
    find: path('/records'),
    person: path('/records/:personId'),
    forget: path('/records/:personId/forget'),
  },
  calendar: {
    mine: path('/your-calendar'),
    revoke: path('/your-calendar/revoke'),
    feed: path('/calendar/:feedId/:token'),
  },
  worklist: path('/worklist'),
  setAside: path('/cases-that-stand-still'),
  why: path('/why/:pathway/:caseId'),
  voice: {
    area: path('/taking-part'),
    people: path('/taking-part/people'),
    person: path('/people/:personId/taking-part'),
    /** `act`: record, answer or withdraw. */
    record: path('/people/:personId/taking-part/:caseStream/:stepEventId/:voice/:act'),
  },
  tasks: path('/tasks'),
  taskDone: path('/tasks/:pathway/:taskId/done'),
};
