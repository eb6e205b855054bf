// Every address of a page, as values: a controller takes the pattern, a page or a template calls the path. Nobody joins strings.

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

export const paths = {
  home: path('/'),
  signIn: path('/sign-in'),
  signOut: path('/sign-out'),
  search: path('/search'),
  accessibility: path('/accessibility'),
  settings: { list: path('/settings'), choose: path('/settings/:setting/choose') },
  person: path('/people/:personId'),
  history: {
    steps: path('/people/:personId/history'),
    then: path('/people/:personId/history/then'),
    bundle: path('/people/:personId/history/bundle'),
    views: path('/people/:personId/views'),
  },
  calendar: {
    mine: path('/your-calendar'),
    revoke: path('/your-calendar/revoke'),
    feed: path('/calendar/:feedId/:token'),
  },
  worklist: path('/worklist'),
  setAside: path('/cases-that-stand-still'),
  why: path('/why/:pathway/:caseId'),
  waiting: {
    list: path('/waiting'),
    wait: path('/waiting/:waitId'),
    record: path('/waiting/:waitId/record/:step'),
  },
  reports: {
    area: path('/reports/area'),
    /** `file` is the figure's name with `.csv` or `.xlsx`. */
    file: path('/reports/area/:file'),
    publish: path('/reports/publish'),
    publications: path('/reports/publications'),
    gates: path('/reports/gates'),
    discharges: path('/reports/discharges'),
    reviewLacks: path('/reports/review-lacks'),
  },
  contactsWritten: path('/people/:personId/contacts-written'),
  deathRecorded: path('/people/:personId/death'),
  departureWithdrawn: path('/people/:personId/departures/:departure/withdraw'),
  forgetting: {
    find: path('/records'),
    person: path('/records/:personId'),
    forget: path('/records/:personId/forget'),
  },
  consent: path('/people/:personId/consent/:purpose'),
  consentOverride: path('/people/:personId/consent-override'),
  transition: {
    register: path('/transitions'),
    case: path('/transitions/:transitionId'),
    record: path('/transitions/:transitionId/record/:step'),
    agenda: path('/interface-agenda'),
  },
  tasks: path('/tasks'),
  taskDone: path('/tasks/:pathway/:taskId/done'),
  past18: path('/past-18'),
  adult: {
    handOvers: path('/adult/hand-overs'),
    handOver: path('/adult/hand-overs/:transitionId'),
    record: path('/adult/hand-overs/:transitionId/record/:step/:about'),
    firstMonths: path('/adult/first-months'),
  },
  ehc: {
    worklist: path('/ehc/worklist'),
    worklistFile: path('/ehc/worklist/list.csv'),
    absences: path('/ehc/absences'),
    landing: path('/ehc/reviews-landing'),
    phaseTransfers: path('/ehc/phase-transfers'),
    phaseTransfersFile: path('/ehc/phase-transfers/list.csv'),
    termLists: path('/ehc/term-lists'),
    /** `institution` is its URN or UKPRN, or `none`. */
    termList: path('/ehc/term-lists/:term/:institution'),
    termListFile: path('/ehc/term-lists/:term/:institution/list.csv'),
    termListSent: path('/ehc/term-lists/:term/:institution/sent'),
    plan: path('/ehc/plans/:planId'),
    /** `about` is the request, letter, appeal, placement or event that is meant; `plan` where it is the plan itself. */
    recordOnPlan: path('/ehc/plans/:planId/record/:step/:about'),
    facts: path('/ehc/plans/:planId/facts'),
    /** The first thing recorded of a plan: there is none yet, so it is the person's. */
    begin: path('/people/:personId/ehc-plan/:step'),
    review: path('/ehc/plans/:planId/reviews/:cycleId'),
    record: path('/ehc/plans/:planId/reviews/:cycleId/record/:step'),
    whatIf: path('/ehc/plans/:planId/reviews/:cycleId/what-if'),
  },
};
