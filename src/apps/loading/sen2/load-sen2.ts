// Loads a SEN2 return: each person and plan whole or not at all, what is there already untouched.
import { createHash } from 'node:crypto';
import { ehcPlan } from '../../../cases/ehc-plan/ehc-plan.js';
import type { Plan } from '../../../cases/ehc-plan/domain/state.js';
import type { CommandRunner, Prepared } from '../../../engine/commands/command-runner.js';
import { OnwardError } from '../../../kernel/errors.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { reported } from '../lists/oddity.js';
import type { Problem, Sen2Header, Sen2Item, Sen2Person, Sen2Request } from '../files/index.js';
import type { Found, People } from '../people/find-person.js';
import type { FileItem, RowContext, RowResult } from '../run-load.js';
import { personOf } from './person-of.js';
import { planCommands, type ReturnedPlan } from './plan-commands.js';
import type { PlanFinder } from './plan-finder.js';

export interface Sen2Row {
  readonly header: Sen2Header;
  readonly person: Sen2Person;
}

/** The header comes first; persons after it carry it with them. */
export async function* sen2Rows(items: AsyncIterable<Sen2Item>): AsyncGenerator<FileItem<Sen2Row>> {
  let header: Sen2Header | undefined;
  for await (const item of items) {
    if (item.kind === 'problem') yield item;
    else if (item.kind === 'header') {
      header = item.header;
      yield { kind: 'about', about: { authority: header.lea, referenceDate: header.referenceDate } };
    } else if (header) yield { kind: 'row', line: item.person.line, row: { header, person: item.person } };
    else throw new OnwardError('file-refused', { detail: 'The return has persons before its header.' });
  }
}

export class Sen2Loader {
  /** Where in this file each plan was spoken of first, and what was said of it. */
  private readonly lineOf = new Map<string, { readonly line: number; readonly said: string }>();

  constructor(
    private readonly runner: CommandRunner,
    private readonly people: People,
    private readonly plans: PlanFinder,
    private readonly today: CivilDate,
    private readonly dryRun: boolean,
  ) {}

  async apply({ header, person }: Sen2Row, line: number, context: RowContext): Promise<RowResult> {
    const { lea: authority, referenceDate } = header;
    if (referenceDate > this.today)
      throw new OnwardError('file-refused', {
        detail: 'The reference date of the return is in the future.',
        fields: [{ field: 'ReferenceDate', problem: 'in the future' }],
      });
    const withPlan = person.requests.filter((request) => request.assessment?.namedPlan?.startDate !== undefined);
    const problems: Problem[] = person.requests
      .filter((request) => !withPlan.includes(request))
      .map((request) => noPlan(request, line));
    if (withPlan.length === 0) return { outcome: 'unchanged', facts: [], problems };
    const row = personOf(person, authority, this.runner.journal.keys.lookupKey());
    return this.people.whose(row, referenceDate, context.command('person'), async (found) => {
      problems.push(...found.oddities.map((message) => reported(line, { message })));
      const { personId } = found;
      const about = { personId, authority, referenceDate, loadedOn: this.today, birthDate: row.birthDate };
      const plans = await this.plansOf(withPlan, found, about, line);
      problems.push(
        ...plans.flatMap(({ problem }) => problem ?? []),
        ...withPlan.flatMap((one) => transferredIn(one, line)),
      );
      const taken = plans.filter(({ problem }) => problem === undefined);
      if (taken.length === 0 && plans.some(({ problem }) => problem?.severity === 'refused'))
        return { outcome: 'refused', facts: [], problems };
      const facts = await this.record(found, taken, context);
      return { outcome: found.isNew ? 'loaded' : facts.length > 0 ? 'changed' : 'unchanged', facts, problems };
    });
  }

  /** Each with the request of this file that is about it already, if there is one: two that say otherwise would change it back and forth. */
  private async plansOf(
    requests: readonly Sen2Request[],
    found: Found,
    about: About,
    line: number,
  ): Promise<RequestedPlan[]> {
    const named = requests.flatMap((request) => {
      const { namedPlan } = request.assessment ?? {};
      return namedPlan?.startDate === undefined ? [] : [{ request, named: namedPlan, startDate: namedPlan.startDate }];
    });
    const starts = named.map(({ startDate }) => startDate);
    const ids = await this.plans.find(found, about.authority, starts);
    return named.map(({ request, named, startDate }, at): RequestedPlan => {
      const planId = ids[at]!;
      const said = createHash('sha256')
        .update(JSON.stringify([named, request.activePlan], withoutLines))
        .digest('base64');
      const first = this.lineOf.get(planId);
      if (first) return { planId, problem: duplicate(request.line || line, first.line, first.said === said) };
      this.lineOf.set(planId, { line: request.line || line, said });
      return { planId, returned: { ...about, planId, startDate, named, active: request.activePlan } };
    });
  }

  /** Every plan is tried out before anything is written: a record that is refused leaves neither a person nor half of its plans. */
  private async record(found: Found, plans: readonly RequestedPlan[], context: RowContext): Promise<string[]> {
    const prepared: Prepared[] = [];
    try {
      for (const { planId, returned } of plans) {
        const commands = (plan: Plan) => (returned ? planCommands(returned, plan) : []);
        prepared.push(
          await this.runner.prepare(ehcPlan, planId, commands, context.command(`plan ${planId}`), found.birthDate),
        );
      }
    } catch (error) {
      for (const { planId } of plans) this.lineOf.delete(planId);
      this.plans.letGo(plans.map(({ planId }) => planId));
      throw error;
    }
    const recorded = [...(await found.record())];
    for (const { facts, record } of prepared) {
      if (!this.dryRun) await record();
      recorded.push(...facts.map(({ type }) => type));
    }
    return recorded;
  }
}

type About = Pick<ReturnedPlan, 'personId' | 'authority' | 'referenceDate' | 'loadedOn' | 'birthDate'>;

interface RequestedPlan {
  readonly planId: string;
  readonly returned?: ReturnedPlan;
  readonly problem?: Problem;
}

const duplicate = (line: number, first: number, same: boolean): Problem => ({
  line,
  table: 'requests',
  code: 'duplicate-row',
  severity: same ? 'reported' : 'refused',
  message: same
    ? `Says of a plan the same as line ${first} and was passed over.`
    : `Is about the same plan as line ${first} and says something else: the first was taken. Leave the right one in the return.`,
});

const noPlan = (request: Sen2Request, line: number) => ({
  line: request.line || line,
  table: 'requests',
  code: 'missing' as const,
  severity: 'reported' as const,
  message: 'A request without a plan: needs assessments are not followed yet, so nothing was loaded from it.',
});

/** The return tells from which authority a plan came, but not when. */
const transferredIn = ({ activePlan }: Sen2Request, line: number) =>
  activePlan?.transferLA === undefined
    ? []
    : [
        {
          line,
          table: 'activeplans',
          field: 'transferla',
          code: 'missing' as const,
          severity: 'reported' as const,
          message: `The plan came from authority ${activePlan.transferLA}; the return does not say when. Record the move, so that EHC-52 and EHC-53 can be reckoned.`,
        },
      ];

const withoutLines = (name: string, value: unknown): unknown => (name === 'line' ? undefined : value);
