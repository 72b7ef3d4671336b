import { readings, unwrapped } from './address.ts';

/**
 * The query behind "#/m?" of an address of ours, as often as it can be read out of what mail gateways and mail programs have made of it;
 * empty where it is no address of ours. Whoever asks knows which reading is whole.
 */
export function agendaQueries(address: string): URLSearchParams[] {
  return readings(unwrapped(address)).flatMap((reading) => {
    const query = /#\/?m\?(.+)$/s.exec(reading)?.[1];
    return query === undefined ? [] : [new URLSearchParams(query)];
  });
}
