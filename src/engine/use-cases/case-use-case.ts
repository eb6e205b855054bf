// A use case on one case: what was sent becomes a command, the decision says which facts follow, and they are recorded in the case's stream.
import type { AccessRow } from '../access/policy.js';
import type { CommandResult, CommandRunner } from '../commands/command-runner.js';
import type { Actor } from '../../kernel/envelope.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { refuseAfterDeath } from '../person/after-death.js';
import { namesIn } from './route-names.js';
import { NotSaid, orUnsaid, unsaid } from './unsaid.js';
import { caseType, type CaseKind, type CaseType, type Entries } from '../../kernel/decider.js';
import type { Fact } from '../../kernel/events.js';
import {
  useCase,
  useCasesIn,
  type Ask,
  type Given,
  type Service,
  type UseCase,
  type UseCaseParts,
} from './use-case.js';

type Typed = { readonly type: string };

/** Carries out a command on a case, after whatever must be asked first. */
export type Run<
  State,
  F extends Fact,
  Services extends readonly Service[],
  Route extends string = string,
  Input extends object = object,
  Command extends object = object,
> = ((
  what: {
    readonly type: CaseType<Command & Typed, State, F>;
    readonly id: string;
    readonly command: Command & Typed;
    readonly ask: Ask<Route, Input>;
  },
  ...services: Given<Services>
) => Promise<CommandResult>) & {
  /** Pure, and asked by a rehearsal too. Error: `not-permitted`, or the rule's, where whoever asks may not as the case stands. */
  readonly whoMay?: WhoMay<State, Route, Input>;
};

/** `people`: everybody who has an account here. */
export type WhoMay<State, Route extends string = string, Input extends object = object> = (
  state: State,
  ask: Ask<Route, Input>,
  people: readonly Actor[],
) => void;

/** What the use cases on one kind of case have in common. */
interface Common<State, F extends Fact, Services extends readonly Service[]> {
  readonly section: string;
  /** The name of the case's id in the addresses. */
  readonly id: string;
  /** Who may, where a use case says nothing else. */
  readonly who: AccessRow;
  readonly uses: Services;
  readonly run: Run<State, F, Services>;
}

interface Parts<
  Name extends string,
  Route extends string,
  Input extends object,
  Command extends object,
  State,
  F extends Fact,
  Services extends readonly Service[],
  CommonServices extends readonly Service[],
> extends Omit<UseCaseParts<Route, Input, Services, CommandResult>, 'name' | 'section' | 'who' | 'uses' | 'handle'> {
  readonly name: string;
  /** Under which other heading it stands in the API's document. */
  readonly section?: string;
  /** Type of the command that is decided. */
  readonly asks: Name;
  readonly who?: AccessRow;
  /** Names of ids in what is sent that name nothing of the case: a meeting, a worker. */
  readonly elsewhere?: readonly (keyof Input & string)[];
  /** What `command` is given beside what was asked, before what is common; and `run` after it. */
  readonly uses?: Services;
  /** Id of the case; left out, it stands in the address. */
  newId?(ask: Ask<Route, Input>): string;
  /** What is asked of the case, without its type; left out: what was sent, its day, and what else stands at the names of the address. */
  command?(
    ask: Ask<Route, Input>,
    ...given: [...Given<Services>, ...Given<CommonServices>]
  ): Omit<Command, 'type'> | Promise<Omit<Command, 'type'>>;
  /** Pure: no clock, no chance, no I/O. Throws an `OnwardError` when a rule says no; an empty list means "nothing to add". */
  decide(command: Command, state: State, entries: Entries<F>): readonly F[];
  readonly run?: Run<State, F, readonly [...CommonServices, ...Services], Route, Input, Command>;
}

export interface CaseUseCase<
  Name extends string = string,
  Command = never,
  State = never,
  F extends Fact = Fact,
  Route extends string = string,
  Input extends object = object,
> extends UseCase<Route, Input, readonly Service[], CommandResult> {
  readonly asks: Name;
  /** Category of the streams of its kind of case. */
  readonly category: string;
  /** Of which nothing is known yet. */
  readonly initial: unknown;
  /** The name of the case's id in its address; none in the address of what brings a case into being. */
  readonly caseId: string;
  /** Ids in what is sent that name nothing of the case. */
  readonly elsewhere: readonly string[];
  decide(command: Command, state: State, entries?: Entries<F>): readonly F[];
  /** What would be recorded, with what is said of it; nothing is. Errors: the decision's; `NotSaid` where it needs what nobody has said. */
  rehearse(said: Said, state: unknown, entries: Entries): readonly Fact[];
}

/** What is said when a use case is rehearsed; where an answer is still to come, it is `unsaid`. */
export interface Said {
  readonly at: Readonly<Record<string, string>>;
  readonly input: Readonly<Record<string, unknown>>;
  readonly on: CivilDate;
  readonly actor: Actor;
  /** What decisions look up beside the state of their case, as far as it is known. */
  readonly beside: Readonly<Record<string, unknown>>;
  /** Everybody who has an account here. */
  readonly people?: readonly Actor[];
}

export const isCaseUseCase = (useCase: object): useCase is CaseUseCase => 'rehearse' in useCase;

/** What brings a case into being is done with none. */
export const isOnOneCase = ({ post = '', caseId }: Pick<CaseUseCase, 'post' | 'caseId'>): boolean =>
  namesIn(post).includes(caseId);

/** For the use cases on one kind of case. */
export const useCasesOn =
  <State, F extends Fact, const CommonServices extends readonly Service[]>(
    kind: CaseKind<State, F>,
    common: Common<State, F, CommonServices>,
  ) =>
  <
    const Name extends string,
    const Route extends string,
    Input extends object,
    Command extends object,
    const Services extends readonly Service[] = readonly [],
  >({
    asks,
    who = common.who,
    elsewhere = [],
    uses,
    newId,
    command,
    decide,
    run,
    section = common.section,
    ...parts
  }: Parts<Name, Route, Input, Command, State, F, Services, CommonServices>): CaseUseCase<
    Name,
    Command,
    State,
    F,
    Route,
    Input
  > => {
    // Without an id the command would go to a stream that is nobody's.
    if (!newId && parts.post !== undefined && !namesIn(parts.post).includes(common.id))
      throw new Error(`${parts.name}: its address names no :${common.id}, and nothing makes a new id`);
    const type = caseType(kind, { [asks]: decide });
    // What is common asks for what is common alone, and looks at no command of its own.
    const carryOut = run ?? (common.run as unknown as NonNullable<typeof run>);
    const made = useCase<Route, Input, readonly Service[], CommandResult>({
      ...parts,
      who,
      section,
      uses: [...common.uses, ...(uses ?? [])],
      async handle(ask, ...given) {
        const { [common.id]: inAddress = '', ...rest } = ask.at as Readonly<Record<string, string>>;
        const shared = given.slice(0, common.uses.length) as unknown as Given<CommonServices>;
        const own = given.slice(common.uses.length) as unknown as Given<Services>;
        const asked = command ? await command(ask, ...own, ...shared) : { ...ask.details, ...rest, on: ask.on };
        const what = {
          type,
          id: newId?.(ask) ?? inAddress,
          command: { ...asked, type: asks } as unknown as Command & Typed,
          ask,
        };
        return carryOut(what, ...(given as unknown as Given<readonly [...CommonServices, ...Services]>));
      },
    });
    const services = [...common.uses, ...(uses ?? [])].map(() => unsaid);
    return {
      ...made,
      asks,
      category: kind.category,
      initial: kind.initial,
      caseId: common.id,
      elsewhere,
      decide,
      rehearse({ at, input, on, actor, beside, people = [] }, state, entries) {
        const { [common.id]: _, ...rest } = at;
        const context = { actor, commandId: 'rehearsal', correlationId: 'rehearsal' };
        const ask = { at, input: { ...input, on }, details: input, on, today: on, context };
        const plain = { ...input, ...rest, on };
        const whole = command ? madeBy(() => command(ask as never, ...(services as never))) : plain;
        const asked = { ...(whole ?? { ...beside, ...plain }), type: asks };
        carryOut.whoMay?.(state as State, ask as never, people);
        const diedOn = beside['diedOn'] as CivilDate | undefined;
        refuseAfterDeath(kind, { command: asks, on }, diedOn);
        const facts = type.decide((whole ? asked : orUnsaid(asked)) as never, state as State, entries as Entries<F>);
        refuseAfterDeath(kind, { command: asks, facts }, diedOn);
        return facts;
      },
    };
  };

/** The command, where it is made of what was said alone: what must be looked up first is unsaid. */
function madeBy(make: () => object): object | undefined {
  try {
    const made = make();
    if (!(made instanceof Promise)) return made;
    // It waits for what nobody looks up here.
    made.catch(() => undefined);
  } catch (error) {
    if (!(error instanceof NotSaid)) throw error;
  }
  return undefined;
}

type Decided = { readonly asks: string; readonly decide: unknown };

type ExportsOf<File> = File extends object ? File[keyof File] : never;

/** The decisions of the use cases that these files export, by the type of their command. Error at start: two decide the same. */
export function decisionsIn<const Files extends readonly Readonly<Record<string, unknown>>[]>(...files: Files) {
  const decided = useCasesIn(...files).filter((each): each is UseCase & Decided => 'asks' in each && 'decide' in each);
  const types = decided.map(({ asks }) => asks);
  const twice = types.find((asks, index) => types.indexOf(asks) !== index);
  if (twice !== undefined) throw new Error(`Two use cases decide ${twice}`);
  return Object.fromEntries(decided.map(({ asks, decide }) => [asks, decide])) as {
    readonly [U in Extract<ExportsOf<Files[number]>, Decided> as U['asks']]: U['decide'];
  };
}

/** Straight to the runner: for cases of which nothing must be asked first. */
export const straight = async <State, F extends Fact>(
  { type, id, command, ask }: Parameters<Run<State, F, readonly [typeof CommandRunner]>>[0],
  runner: CommandRunner,
): Promise<CommandResult> => runner.run(type, id, command, ask.context);
