// The worklist of every pathway: what is due, for whom, under which rule.
import { Get, Query } from '@nestjs/common';
import { Dispatcher } from '../../access/dispatcher.js';
import { Policies } from '../../access/policy.js';
import { CaseTypes, pathwaysHere } from '../../processing/case-types.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { words } from '../../web/present/words.js';
import { readQuery, withoutBlanks } from '../../web/read-query.js';
import { sameDay, together } from '../../web/present/deadline.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { getWorklist, WorklistQuery } from '../queries/get-worklist.js';
import { shownTask } from './shown-row.js';

const statuses = [
  [undefined, 'Everything open'],
  ['overdue', 'Overdue'],
  ['absent', 'Late with nothing on record'],
  ['due', 'Not due yet'],
  ['met late', 'Done late'],
] as const;

@PageController()
export class WorklistPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly caseTypes: CaseTypes,
    private readonly policies: Policies,
  ) {}

  @Get(paths.worklist.pattern)
  async show(@VisitOf() { asked, today }: Visit, @Query() raw: Readonly<Record<string, unknown>>): Promise<Page> {
    const { given } = withoutBlanks(raw);
    const query = await readQuery(WorklistQuery, given);
    const { items, next } = await this.dispatcher.ask(getWorklist.of({}, query, asked));
    const { cursor, ...filters } = given;
    const link = (change: Readonly<Record<string, string | undefined>>) =>
      paths.worklist({}, { ...filters, ...change });
    return page('engine/deadlines/pages/worklist.njk', 'Worklist of all pathways', {
      data: {
        asOf: asked.asOf,
        rows: together(
          items.map((row) => shownTask(row, asked.asOf, today, this.caseTypes)),
          sameDay,
        ),
        statuses: statuses.map(([status, text]) => ({
          text,
          href: link({ status }),
          current: status === query.status,
        })),
        pathways: [undefined, ...(this.policies.pathways(getWorklist.name, asked.actor) ?? pathwaysHere())].map(
          (pathway) => ({
            text: pathway === undefined ? 'Every pathway' : words(pathway),
            href: link({ pathway }),
            current: pathway === query.pathway,
          }),
        ),
        due: {
          from: query.dueFrom,
          before: query.dueBefore,
          always: link({ dueFrom: undefined, dueBefore: undefined }),
        },
        first: cursor === undefined ? undefined : link({}),
        next: next && link({ cursor: next }),
      },
    });
  }
}
