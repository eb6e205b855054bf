// Traces by OpenTelemetry: request, command, append, and the batches of the projecting thread. Names and correlation ids, nothing about anybody.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  defaultTextMapGetter,
  trace,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { traceMoment } from '../../kernel/clock.js';
import { correlationFrom } from '../../kernel/ids.js';
import { outcomeOfError } from './outcome.js';
import type { Doing, Watcher } from '../../kernel/watcher.js';

export interface RequestSpan {
  /** Whatever begins in there has the request for its parent. */
  within(work: () => void): void;
  end(status: number): void;
}

/** How long a stop waits for a collector to take the last spans, in milliseconds: less than what a supervisor gives the whole stop. */
const lastWait = 2000;

/** Of a batch so many correlation ids are named. */
const namedAtMost = 32;

export class Traces implements Watcher {
  /** Our own, and nothing global: two of them in one process do not meet. */
  private readonly here = new AsyncLocalStorage<Context>();
  private readonly propagator = new W3CTraceContextPropagator();
  private readonly provider: NodeTracerProvider;
  private readonly tracer;

  /** `endpoint` is the base: spans go to `<endpoint>/v1/traces`, as OTLP JSON. */
  constructor(endpoint: string) {
    const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'onward' }),
      spanProcessors: [new BatchSpanProcessor(exporter)],
    });
    this.tracer = this.provider.getTracer('onward');
  }

  async around<T>(doing: Doing, work: () => Promise<T>): Promise<T> {
    const span = this.begin(nameOf(doing), attributesOf(doing));
    try {
      return await this.here.run(trace.setSpan(this.context(), span), work);
    } catch (error) {
      span.setAttribute('onward.outcome', outcomeOfError(error));
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  }

  /**
   * `route` is a template. `traceparent` is the header of that name as it came in: the trace of whoever asks goes on, and whether it is
   * recorded is theirs to say. One that is missing or malformed begins a trace. Of `tracestate` nothing is taken: it is free text from outside.
   */
  request(method: string, route: string, traceparent?: string): RequestSpan {
    const asked = this.propagator.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter);
    const span = this.tracer.startSpan(
      `${method} ${route}`,
      { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, 'http.route': route } },
      asked,
    );
    return {
      within: (work) => this.here.run(trace.setSpan(asked, span), work),
      end: (status) => {
        span.setAttribute('http.response.status_code', status);
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  /** A page that was taken just now. Its commands are found again by their correlation ids: they may be of many traces. */
  projected(projections: readonly string[], correlationIds: Iterable<string>, events: number, seconds: number): void {
    const ids = [...new Set([...correlationIds].map(correlationFrom))].slice(0, namedAtMost);
    const ended = traceMoment();
    const span = this.tracer.startSpan(
      'projecting',
      {
        startTime: ended - seconds * 1000,
        attributes: {
          'onward.projections': [...projections],
          'onward.events': events,
          'onward.correlation_id': ids,
        },
      },
      ROOT_CONTEXT,
    );
    span.end(ended);
  }

  /** Sends what is there. Whoever sends would wait ten seconds or more for a collector that does not answer; a stop waits less. */
  async close(): Promise<void> {
    const waited = new AbortController();
    const sent = this.provider.shutdown().catch(() => undefined);
    await Promise.race([sent, delay(lastWait, undefined, { signal: waited.signal }).catch(() => undefined)]);
    waited.abort();
  }

  private begin(name: string, attributes: Attributes): Span {
    return this.tracer.startSpan(name, { attributes }, this.context());
  }

  private context(): Context {
    return this.here.getStore() ?? ROOT_CONTEXT;
  }
}

const nameOf = (doing: Doing): string => {
  if (doing.kind === 'append') return `append ${doing.category}`;
  return `${doing.kind} ${doing.kind === 'effect' ? doing.by : doing.name}`;
};

const attributesOf = (doing: Doing): Attributes => ({
  ...('correlationId' in doing ? { 'onward.correlation_id': correlationFrom(doing.correlationId) } : {}),
  ...(doing.kind === 'append' ? { 'onward.events': doing.events } : {}),
});
