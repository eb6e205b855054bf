// Loads a SEN2 return: each person and plan whole or not at all, what is there already untouched.
import { ehcPlan } from '../../../cases/ehc-plan/ehc-plan.js';
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import { OnwardError } from '../../../kernel/errors.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Problem, Sen2Header, Sen2Item, Sen2Person, Sen2Request } from '../files/index.js';
import type { People } from '../people/ensure-person.js';
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
    const { personId, facts, isNew, oddities } = await this.people.ensure(
      row,
      referenceDate,
      context.command('person'),
    );
    problems.push(
      ...oddities.map((message) => ({ line, code: 'out-of-range', severity: 'reported', message }) satisfies Problem),
    );
    const all = [...facts];
    for (const request of withPlan) {
      all.push(
        ...(await this.plan(
          request,
          { personId, authority, referenceDate, loadedOn: this.today, birthDate: row.birthDate },
          context,
        )),
      );
      problems.push(...transferredIn(request, line));
    }
    return { outcome: isNew ? 'loaded' : all.length > 0 ? 'changed' : 'unchanged', facts: all, problems };
  }

  private async plan(
    request: Sen2Request,
    about: Pick<ReturnedPlan, 'personId' | 'authority' | 'referenceDate' | 'loadedOn' | 'birthDate'>,
    context: RowContext,
  ) {
    const named = request.assessment?.namedPlan;
    if (!named?.startDate) return [];
    const { startDate } = named;
    const planId = await this.plans.find(about.personId, about.authority, startDate);
    const commands = (plan: Parameters<typeof planCommands>[1]) =>
      planCommands({ ...about, planId, startDate, named, active: request.activePlan }, plan);
    if (this.dryRun) return (await this.runner.preview(ehcPlan, planId, commands)).map(({ type }) => type);
    const { events } = await this.runner.runAll(ehcPlan, planId, commands, context.command(`plan ${planId}`));
    return events.map(({ type }) => type);
  }
}

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
