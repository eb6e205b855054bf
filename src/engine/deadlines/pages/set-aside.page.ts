// The cases that stand still, by name: what is shown of them is not up to date, and somebody has to put them right.
import { Get } from '@nestjs/common';
import { Dispatcher } from '../../access/dispatcher.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { personMarks } from '../../web/present/person-marks.js';
import { words } from '../../web/present/words.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { listSetAside } from '../queries/list-set-aside.js';

@PageController()
export class SetAsidePage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.setAside.pattern)
  async show(@VisitOf() { asked }: Visit): Promise<Page> {
    const { count, items } = await this.dispatcher.ask(listSetAside.of({}, {}, asked));
    return page('engine/deadlines/pages/set-aside.njk', 'Cases that stand still', {
      data: {
        count,
        shown: items.length,
        rows: items.map(({ personId, person, case: what, since, entry, ...marks }) => ({
          person: person === '' ? 'Name not known here' : person,
          marks: personMarks(marks),
          href: personId === undefined ? undefined : paths.person({ personId }),
          what,
          since,
          entry: words(entry),
        })),
      },
    });
  }
}
