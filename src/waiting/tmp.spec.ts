import { createReadStream } from 'node:fs';
import { readCsv, type ColumnSpec } from '../loading/files/index.js';
import spec from '../loading/waiting-columns.json' with { type: 'json' };
import { given } from '../kernel/given-when-then.js';
import { wait } from './domain/decide.js';
import { day } from './domain/waits-for-tests.js';
import type { CivilDate } from '../kernel/calendar/index.js';
test('x', async () => {
  const l = spec.lists as Record<string, Record<string, string>>;
  let n = 0;
  for await (const i of readCsv(createReadStream('samples/waiting-list.csv'), spec as ColumnSpec)) {
    if (i.kind !== 'row') continue;
    const v = i.values as Record<string, string>;
    const up = (list: string, x?: string) => (x === undefined ? undefined : l[list]![x]);
    const row = { referral: { personId: 'p', pathway: up('pathway', v['pathway']) as 'RTT', service: v['service']!, provider: v['provider']!, urgency: up('urgency', v['urgency']) as 'routine', source: 'not-known' as const, pack: 'waiting-2026', packVersion: 1 }, receivedOn: v['referral_received'] as CivilDate, firstContactOn: v['first_contact'] as CivilDate, removedOn: v['removed_on'] as CivilDate, removalReason: up('removal-reason', v['removal_reason']) as 'seen' };
    const r = given(wait, []).when({ type: 'Load', on: day('2026-07-01'), row, author: 'x' });
    if (r.refusal) console.log(i.line, r.refusal.parts);
    n += r.facts.length;
  }
  console.log(n);
});
