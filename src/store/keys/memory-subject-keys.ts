// The keys of people, for tests: in memory only.
import { destroyed, type SubjectKeys } from './key-store.js';
import { newKey } from './wrapping.js';

export class MemorySubjectKeys implements SubjectKeys {
  private readonly keys = new Map<string, Buffer | 'destroyed'>();
  private readonly lookup = newKey();

  async keyFor(subject: string): Promise<Buffer> {
    await Promise.resolve();
    const key = this.keys.get(subject) ?? newKey();
    if (key === 'destroyed') throw destroyed(subject);
    this.keys.set(subject, key);
    return key;
  }

  async keysFor(subjects: readonly string[]): Promise<Map<string, Buffer>> {
    const gone = subjects.find((subject) => this.keys.get(subject) === 'destroyed');
    if (gone !== undefined) throw destroyed(gone);
    return new Map(await Promise.all(subjects.map(async (subject) => [subject, await this.keyFor(subject)] as const)));
  }

  existing(subject: string): Buffer | 'destroyed' | undefined {
    return this.keys.get(subject);
  }

  async destroy(subject: string): Promise<void> {
    this.keys.set(subject, 'destroyed');
    return Promise.resolve();
  }

  async destroyed(): Promise<readonly string[]> {
    return Promise.resolve([...this.keys].filter(([, key]) => key === 'destroyed').map(([subject]) => subject));
  }

  lookupKey(): Buffer {
    return this.lookup;
  }

  async close(): Promise<void> {
    return Promise.resolve();
  }
}
