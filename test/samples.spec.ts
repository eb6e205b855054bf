// Every event version that was ever written can still be read: its frozen sample is lifted, checked and folded.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { catalogue, slices } from '../src/apps/cases.js';
import { History } from '../src/kernel/history.js';
import { asToday, upcast } from '../src/store/upcast.js';

interface Sample {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Record<string, unknown>;
}

const root = join(__dirname, '..', 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /samples\/.*\.v\d+\.json$/.test(file),
);
const samples = files.map((file) => ({ file, sample: JSON.parse(readFileSync(join(root, file), 'utf8')) as Sample }));

describe('the frozen samples', () => {
  it('cover every version of every event type', () => {
    const missing = catalogue
      .all()
      .flatMap(({ type, version }) =>
        Array.from({ length: version }, (_, index) => `${type}.v${index + 1}.json`).filter(
          (name) => !files.some((file) => basename(file) === name),
        ),
      );
    expect(missing).toEqual([]);
  });

  it.each(samples.map(({ file, sample }) => [basename(file), file, sample] as const))(
    '%s is named for what it holds and still reads',
    (name, _, sample) => {
      expect(name).toBe(`${sample.type}.v${sample.schemaVersion}.json`);
      const { definition, check } = catalogue.get(sample.type);
      const data = upcast(definition, sample.schemaVersion, sample.data);
      expect([...check.Errors(data)].map(({ path, message }) => `${path} ${message}`)).toEqual([]);
    },
  );

  it('of corrections that are written no more are read as what every kind of case says today', () => {
    const before = samples.flatMap(({ sample: { type, schemaVersion, data } }) => {
      const { definition } = catalogue.get(type);
      return definition.readAs ? [{ type, today: asToday(definition, schemaVersion, data) }] : [];
    });
    expect(before.map(({ type }) => type).sort()).toEqual([
      'DateCorrected',
      'TransitionDateCorrected',
      'TransitionFactWithdrawn',
      'WaitDateCorrected',
      'WaitFactWithdrawn',
      'WaitRemovalReasonCorrected',
      'YoungPersonDepartureDateCorrected',
      'YoungPersonDepartureWithdrawn',
    ]);
    const changes = new Map(before.map(({ type, today }) => [type, today.data['changes']]));
    expect(Object.fromEntries(changes)).toMatchObject({
      DateCorrected: [{ field: 'occurredOn', from: '2025-11-25', to: '2025-11-28' }],
      TransitionDateCorrected: [
        { field: 'occurredOn', from: '2026-05-14', to: '2026-05-15' },
        { field: 'late', to: true },
      ],
      WaitDateCorrected: [{ field: 'occurredOn', from: '2026-04-01', to: '2026-03-25' }],
      WaitRemovalReasonCorrected: [{ field: 'reason', from: 'declined', to: 'moved' }],
      YoungPersonDepartureDateCorrected: [{ field: 'occurredOn', from: '2026-05-01', to: '2026-05-02' }],
    });
    for (const { today } of before) expect([...catalogue.get(today.type).check.Errors(today.data)]).toEqual([]);
  });

  it('fold into their case without a complaint, all of a slice in one history', () => {
    for (const { cases, events } of slices) {
      for (const { folding, category } of cases) {
        const history = new History(folding);
        for (const { sample } of samples.filter(({ sample: { type } }) =>
          Object.values(events).some((definition) => definition.type === type),
        )) {
          if ((category === 'identifier') !== sample.type.startsWith('Identifier')) continue;
          history.take({
            ...asToday(catalogue.get(sample.type).definition, sample.schemaVersion, sample.data),
            occurredOn: '2026-01-05',
            id: `${sample.type}-1`,
            recordedAt: '2026-01-05T10:00:00.000Z',
          } as never);
        }
        expect(JSON.parse(JSON.stringify(history.state))).toEqual(history.state);
      }
    }
  });
});
