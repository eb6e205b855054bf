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

export function path<const P extends string>(pattern: P): Path<P> {
  const fill = (names: Readonly<Record<string, string>> = {}, query: Query = {}): string => {
    const filled = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(names[name] ?? ''));
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      if (value !== undefined && value !== '') search.set(name, String(value));
    return search.size === 0 ? filled : `${filled}?${search.toString()}`;
  };
  return Object.assign(fill, { pattern });
}

export const paths = {
  home: path('/'),
  signIn: path('/sign-in'),
  signOut: path('/sign-out'),
  search: path('/search'),
  accessibility: path('/accessibility'),
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
    gates: path('/reports/gates'),
    discharges: path('/reports/discharges'),
  },
  consent: path('/people/:personId/consent/:purpose'),
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
    absences: path('/ehc/absences'),
    landing: path('/ehc/reviews-landing'),
    plan: path('/ehc/plans/:planId'),
    review: path('/ehc/plans/:planId/reviews/:cycleId'),
    record: path('/ehc/plans/:planId/reviews/:cycleId/record/:step'),
    whatIf: path('/ehc/plans/:planId/reviews/:cycleId/what-if'),
  },
};
