// Takes the steps of a case example one by one, and replays the case month by month. It knows no transport: `send` is handed in.

/**
 * Each step is one command, or one that a rule must refuse. The Idempotency-Key of a step follows from the example and its number, so the
 * same steps again record nothing again: such a step comes back as `there`.
 */
export async function enter(example, send, tell = () => {}) {
  const ids = {};
  const revisions = new Map();
  const taken = [];
  let position;
  for (const [index, step] of example.steps.entries()) {
    const body = filled({ ...(step.on === undefined ? {} : { on: step.on }), ...step.body }, ids);
    const key = `${example.id}-step-${index + 1}`;
    const answer = await send('POST', filled(step.post, ids), { as: step.who, key, body });
    const outcome = outcomeOf(answer);
    if (outcome !== (step.expect ?? 'recorded')) throw new Error(unexpected(index + 1, step, outcome, answer.body));
    if (outcome !== 'recorded') {
      taken.push(told(tell, { number: index + 1, step, outcome, rule: answer.body.rule, detail: answer.body.detail }));
      continue;
    }
    if (step.answer) ids[step.answer] = answer.body.id;
    position = answer.body.position ?? position;
    for (const find of step.find ?? []) ids[find.name] = await found(find, ids, step.who, send, position);
    const there = await wasThere(answer.body, revisions, step.who, send);
    taken.push(told(tell, { number: index + 1, step, outcome: there ? 'there' : 'recorded' }));
  }
  return { ids, taken, position };
}

/** The case at the end of each month of the example: from the events, from the case's page and from the worklist. */
export async function replay(example, { ids, position }, send) {
  const months = [];
  for (const on of monthEnds(example.replay.from, example.replay.to)) {
    months.push(await asOf(on, example, ids, send, position));
  }
  return months;
}

export async function asOf(on, { born, steps }, { transitionId }, send, position) {
  const as = steps[0].who;
  const ask = async (path) => {
    const { status, body } = await send('GET', path, { as, after: position });
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${body.detail ?? ''}`);
    return body;
  };
  const { state, deadlines, lastEvent } = await ask(`/api/v1/cases/transition-${transitionId}/state?asOf=${on}`);
  const page = await ask(`/api/v1/transitions/${transitionId}?asOf=${on}`);
  const { items } = await ask(`/api/v1/worklist?caseId=${transitionId}&asOf=${on}&limit=500`);
  const rows = items.map(({ key, subjectId, rule, title, dueOn, status, subject }) => {
    return { key, subjectId, rule, title, dueOn, status, subject };
  });
  return {
    on,
    age: ageOn(born, on),
    stage: page.stage,
    leads: page.leadService,
    leadsName: page.leadServiceName,
    inACrisis: page.inACrisis,
    closed: state.closed,
    milestones: page.milestonesDone,
    nextStep: page.nextStep,
    past18: page.past18,
    bridging: page.bridging,
    lastEvent,
    deadlines,
    contacts: deadlines.filter(({ rule, dueOn }) => rule === 'TRN-08' && dueOn <= on),
    due: rows.filter(({ status }) => status === 'due').sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    missed: rows.filter(({ status }) => status === 'overdue' || status === 'absent'),
  };
}

const outcomeOf = ({ status, body }) => {
  if (status === 200 || status === 201) return 'recorded';
  return body.type === 'urn:onward:problem:refused-by-rule' ? `refused by ${body.rule}` : `answered ${status}`;
};

const unexpected = (number, { what, expect = 'recorded' }, outcome, { detail, help, errors = [] }) =>
  [
    `Step ${number} (${what}) should be ${expect} and was ${outcome}.`,
    detail,
    ...errors.map(({ field, problem }) => `${field}: ${problem}.`),
    help,
  ]
    .filter(Boolean)
    .join(' ');

const told = (tell, taken) => {
  tell(taken);
  return taken;
};

/** A command answers the revision it made. One that the stream had passed before this run was there already. */
async function wasThere({ stream, revision }, revisions, as, send) {
  if (!revisions.has(stream)) {
    const { body } = await send('GET', `/api/v1/cases/${stream}/state`, { as });
    revisions.set(stream, body.revision > revision ? body.revision : -1);
  }
  return revision <= revisions.get(stream);
}

/** An id that an answer does not carry is read from the page that shows it. */
async function found({ name, get, list, where, take }, ids, as, send, position) {
  const { body } = await send('GET', filled(get, ids), { as, after: position });
  const row = (body[list] ?? []).find((one) => Object.entries(where).every(([field, value]) => one[field] === value));
  if (!row) throw new Error(`${name} was not found in ${list}`);
  return row[take];
}

/** Puts ids into the places of a path or a body: `{personId}`. */
const filled = (value, ids) => {
  if (typeof value === 'string') return value.replace(/\{(\w+)\}/g, (place, name) => ids[name] ?? place);
  if (Array.isArray(value)) return value.map((one) => filled(one, ids));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, ids)]));
};

export function monthEnds(from, to) {
  const ends = [];
  let [year, month] = from.split('-').map(Number);
  for (;;) {
    const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    if (end > to) return ends;
    ends.push(end);
    year += month === 12 ? 1 : 0;
    month = (month % 12) + 1;
  }
}

export function ageOn(born, on) {
  const [fromYear, fromMonth, fromDay] = born.split('-').map(Number);
  const [year, month, day] = on.split('-').map(Number);
  const months = (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0);
  return { years: Math.floor(months / 12), months: months % 12 };
}
