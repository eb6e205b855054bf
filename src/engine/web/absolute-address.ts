// How this service is called from outside, as the browser that asks calls it: for an address that is given away.
import { header } from '../api/request.js';
import type { PageRequest } from './http.js';

export function absolute(path: string, request: PageRequest): string {
  const scheme = header(request, 'x-forwarded-proto') === 'https' ? 'https' : (request.protocol ?? 'http');
  return `${scheme}://${header(request, 'host') ?? 'localhost'}${path}`;
}
