// No two people have the same identifier.
import { EventCatalogue } from '../../../store/catalogue.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { Journal } from '../../../store/journal.js';
import { MemoryEventStore } from '../../../store/memory/memory-event-store.js';
import { FixedClock } from '../../../kernel/clock.js';
import { MemorySubjectKeys } from '../../../store/keys/memory-subject-keys.js';
import { by } from '../kit-for-tests.js';
import { identifierEvents } from './identifier.js';
import { IdentifierRegistry } from './identifier-registry.js';

const number = '9990000018';

function aRegistry() {
  const clock = new FixedClock('2026-06-01T09:00:00.000Z');
  const store = new MemoryEventStore();
  const journal = new Journal(store, new MemorySubjectKeys(), new EventCatalogue([identifierEvents]), clock);
  return { registry: new IdentifierRegistry(new CommandRunner(journal), clock, { kind: 'demo' }), journal, store };
}

async function textOf(store: MemoryEventStore): Promise<string> {
  let text = '';
  for await (const page of store.readAll()) text += JSON.stringify(page);
  return text;
}

describe('the registry of identifiers', () => {
  it('finds nobody, then whoever claimed', async () => {
    const { registry } = aRegistry();
    expect(await registry.find('nhs-number', number)).toBeUndefined();
    expect(await registry.claim('nhs-number', number, 'p1', by('system', 'c1'))).toBe(true);
    expect(await registry.find('nhs-number', number)).toBe('p1');
    expect(await registry.find('upn', number)).toBeUndefined();
  });

  it('REC-34: the same person again adds nothing, another person is refused and told who has it', async () => {
    const { registry, journal } = aRegistry();
    await registry.claim('nhs-number', number, 'p1', by('system', 'c1'));
    expect(await registry.claim('nhs-number', number, 'p1', by('system', 'c1'))).toBe(false);
    expect(await registry.claim('nhs-number', number, 'p1', by('system', 'c2'))).toBe(false);
    await expect(registry.claim('nhs-number', number, 'p2', by('system', 'c3'))).rejects.toMatchObject({
      type: 'already-exists',
      parts: { more: { personId: 'p1' } },
    });
    const pages = [];
    for await (const page of journal.readAll()) pages.push(...page);
    expect(pages.map(({ type }) => type)).toEqual(['IdentifierClaimed']);
  });

  it('REC-34: of two people who claim at once, one gets it', async () => {
    const { registry } = aRegistry();
    const outcomes = await Promise.allSettled(
      ['p1', 'p2'].map((person, at) => registry.claim('nhs-number', number, person, by('system', `c${at}`))),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('released it is free; claimed, released and claimed by the same command it is theirs', async () => {
    const { registry } = aRegistry();
    const one = { identifierId: registry.idOf('nhs-number', number), kind: 'nhs-number' } as const;
    const context = by('system', 'c1');
    await registry.hold(one, 'p1', context);
    expect(await registry.release(one, 'p2', context)).toBe(false);
    expect(await registry.release(one, 'p1', context)).toBe(true);
    expect(await registry.find('nhs-number', number)).toBeUndefined();
    expect(await registry.hold(one, 'p1', context)).toBe(true);
    expect(await registry.find('nhs-number', number)).toBe('p1');
  });

  it('REC-12: the value shows nowhere in what is stored', async () => {
    const { registry, store } = aRegistry();
    await registry.claim('nhs-number', number, 'p1', by('system', 'c1'));
    expect(await textOf(store)).not.toContain(number);
  });
});
