// The token that a request presents: as a bearer token, or as the password that a browser's own prompt sends.
import { header, type OnwardRequest } from './request.js';

export function tokenOf(request: OnwardRequest): string | undefined {
  const [scheme = '', value = ''] = (header(request, 'authorization') ?? '').split(' ');
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
}
