import { readings } from './readings.ts';

/**
 * The query behind "#/m?" of an address of ours, as often as it can be read out of what mail has made of it; empty where it is no address of
 * ours. Whoever asks knows which reading is whole. Gateways that escape the address as usual need not be unwrapped for it (mailedAddress.ts).
 */
export function agendaQueries(address: string): URLSearchParams[] {
  return readings(address).flatMap((reading) => {
    const query = /#\/?m\?(.+)$/s.exec(reading)?.[1];
    return query === undefined ? [] : [new URLSearchParams(query)];
  });
}
