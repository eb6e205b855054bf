// The worklist as a plain table: what is due for whom, how late, under which rule, and why.
import type { Page } from '../api/paging.js';
import { formatDate, type CivilDate } from '../kernel/calendar/index.js';
import type { WorklistRow, WorklistStatus } from '../worklist/worklist-rows.js';
import { html, type Html } from './html.js';

interface Shown {
  readonly asOf: CivilDate;
  readonly status: WorklistStatus | undefined;
  readonly as: string | undefined;
}

/** How strong the rule is, in words: only the law's may be called statutory. */
export const forceWords: Readonly<Record<string, string>> = {
  law: 'Law',
  national: 'National guidance',
  local: 'Local protocol',
  practice: 'Good practice',
};

const link = (path: string, parameters: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return `${path}?${query.toString()}`;
};

export function worklistTable({ items, next }: Page<WorklistRow>, { asOf, status, as }: Shown): Html {
  const filter = (words: string, value: string | undefined) =>
    html`<a
      href="${link('/', { status: value, asOf, as })}"
      ${value === status ? html` aria-current="true"` : undefined}
      >${words}</a
    > `;
  return html`<p class="filters">
      Show:
      ${[filter('everything open', undefined), filter('overdue', 'overdue'), filter('absent: nothing on record', 'absent'), filter('due', 'due'), filter('met late', 'met late')]}
    </p>
    ${items.length === 0 ? html`<p>Nothing here: no deadline of this kind on ${formatDate(asOf)}.</p>` : table(items, asOf, as)}
    ${next === undefined ? undefined : html`<p><a href="${link('/', { status, asOf, as, cursor: next })}">Next page</a></p>`}`;
}

const table = (items: readonly WorklistRow[], asOf: CivilDate, as: string | undefined): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-labelledby="worklist">
    <table>
      <caption id="worklist">
        Deadlines by legal risk: the law's first, the oldest first
      </caption>
      <thead>
        <tr>
          <th scope="col">Due</th>
          <th scope="col">Status</th>
          <th scope="col">Young person</th>
          <th scope="col">What</th>
          <th scope="col">Rule</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        ${items.map((row) => line(row, asOf, as))}
      </tbody>
    </table>
  </div>`;

const line = (row: WorklistRow, asOf: CivilDate, as: string | undefined): Html =>
  html`<tr>
    <td class="date">
      ${formatDate(row.dueOn)}${row.daysLate > 0 ? html`<br />${row.daysLate} ${row.daysLate === 1 ? 'day' : 'days'} late` : undefined}
    </td>
    <td><span class="tag ${row.status.replace(' ', '-')}">${row.status}</span></td>
    <th scope="row">${row.person || 'No one person'}</th>
    <td>${row.title}<br />${row.subject}</td>
    <td class="rule">${row.rule}<br />${forceWords[row.force]}</td>
    <td>
      <a href="${link(`/why/${row.pathway}/${row.caseId}`, { key: row.key, subjectId: row.subjectId, asOf, as })}"
        >Why this date?</a
      >
    </td>
  </tr> `;
