import type { ResourceRequest } from '@evospice/contracts';
import { licenceResource, priorityNumbers } from '../core/view.ts';
import type { Demand } from '../core/state.ts';
import { badRequest } from './errors.ts';

/** Checks a request and lists what it needs. @throws EvospiceError `SCHEDULER_REQUEST`. */
export function demandOf(request: ResourceRequest): Demand {
  const { account, weight = 1, priority, cores, memoryMb, licences = {} } = request;
  if (account === '') throw badRequest('the request names no account', account, 'a name');
  if (!(Number.isFinite(weight) && weight > 0)) throw badRequest(`a weight of ${weight} is none`, weight, 'a finite number greater than 0');
  if (!Object.hasOwn(priorityNumbers, priority)) throw badRequest(`there is no priority "${priority}"`, priority, `one of ${Object.keys(priorityNumbers).join(', ')}`);
  const amounts = [
    { resource: 'cores', amount: cores },
    { resource: 'memoryMb', amount: memoryMb },
    ...Object.entries(licences).map(([simulator, amount]) => ({ resource: licenceResource(simulator), amount })),
  ];
  for (const { resource, amount } of amounts) {
    if (!Number.isSafeInteger(amount) || amount < 0) throw badRequest(`${resource}: ${amount} cannot be counted out`, amount, 'a whole number, 0 or more');
  }
  const demand = amounts.filter(({ amount }) => amount > 0);
  if (demand.length === 0) throw badRequest('the request asks for nothing', request, 'at least one core, megabyte or licence');
  return demand;
}
