// What the start prints: where to look, as whom, and what is not yet fit for real people.
import { demoActors } from '../../engine/access/demo-actors.js';
import type { Settings } from './settings.js';
import type { StoreKind } from '../../store/store-kind.js';

interface Started {
  readonly url: string;
  readonly version: string;
  readonly settings: Settings;
  readonly kind: StoreKind['kind'];
  readonly keySource: 'configuration' | 'development';
}

export function whereToLook({ url, version, kind, keySource }: Started): string {
  const lines = [
    `Onward ${version} is ready.`,
    '',
    `  Pages               ${url}/`,
    `  API documentation   ${url}/api/docs`,
    `  Health              ${url}/health/ready`,
    '',
  ];
  if (kind === 'demo') {
    lines.push('This is a demo store: every person in it is made up. Sign in as one of:');
    for (const { id, name, role } of demoActors())
      lines.push(`  ${name.padEnd(16)} ${role.padEnd(17)} token demo-${id}`);
    lines.push('');
  }
  if (keySource === 'development') {
    lines.push(
      'Personal fields are sealed with a development key that lies beside the data (dev.key).',
      'Set ONWARD_KEY before you keep anything about a real person.',
      '',
    );
  }
  return lines.join('\n') + '\n';
}
