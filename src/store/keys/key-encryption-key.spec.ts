// Where the key that wraps all others comes from.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { temporaryFolder } from '../contract/temporary-folder.js';
import { keyEncryptionKey } from './key-encryption-key.js';

const file = temporaryFolder();
const newFolder = () => dirname(file());

describe('the key-encryption key', () => {
  it('is the configured one when there is one, and no file is made', () => {
    const folder = newFolder();
    const key = randomBytes(32);
    expect(keyEncryptionKey(key.toString('base64'), folder)).toEqual({ key, source: 'configuration' });
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    randomBytes(16).toString('base64'),
    'correct horse battery staple',
    `${randomBytes(32).toString('base64')}!`,
  ])('is refused when it is not 32 bytes in base64, by the name of the setting and without its value', (value) => {
    const refused = () => keyEncryptionKey(value, newFolder());
    expect(refused).toThrow(/^ONWARD_KEY: must be 32 random bytes in base64/);
    expect(refused).not.toThrow(value);
  });

  it.each([undefined, ''])('is made once for development, for its owner only, and kept (setting: %p)', (configured) => {
    const folder = newFolder();
    const made = keyEncryptionKey(configured, folder);
    expect(made.source).toBe('development');
    expect(made.key).toHaveLength(32);
    expect(keyEncryptionKey(configured, folder)).toEqual(made);
    expect(readdirSync(folder)).toEqual(['dev.key']);
    expect(statSync(`${folder}/dev.key`).mode & 0o777).toBe(0o600);
  });

  it('is never replaced when its file is damaged', () => {
    const folder = newFolder();
    keyEncryptionKey(undefined, folder);
    writeFileSync(`${folder}/dev.key`, '');
    expect(() => keyEncryptionKey(undefined, folder)).toThrow('The development key (dev.key) is damaged.');
  });
});
