import { createBatch } from './batch.ts';
import type { Graph, GraphOptions } from './contract.ts';
import { failureOf } from './failure.ts';
import { createKeyedMutex, listKeysOf } from './keyedMutex.ts';
import { pauseByClock, type Patience } from './middleware/retry.ts';
import { allPages } from './paging.ts';
import { createWire } from './wire.ts';

export type { Graph, GraphAnswer, GraphOptions, GraphRequest, TokenQuery, Trace } from './contract.ts';

/** A client for Microsoft Graph v1.0: tokens, claims challenges, retries, queues and time limits are its business. */
export function createGraph(options: GraphOptions): Graph {
  const patience: Patience = { maxWait: options.maxWait ?? 30, pause: options.pause ?? pauseByClock };
  const send = createWire({ ...options, ...patience });
  const exclusively = createKeyedMutex();

  const graph: Graph = {
    async request(request) {
      const answer = await exclusively(listKeysOf(request), () => send(request));
      if (answer.status >= 200 && answer.status < 300) return answer;
      throw failureOf(answer, request);
    },
    batch: createBatch({ send, exclusively, ...patience }),
    all: (request, limit) => allPages(graph, request, limit),
  };
  return graph;
}
