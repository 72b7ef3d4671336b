import type { Board, CalendarEvent } from '../../src/meeting/meeting.ts';
import { markersIn, type Ledger } from './ledger.ts';
import { nowIs } from './time.ts';
import type { Town, Written } from './town.ts';

export const OUTSIDER = 'freja.damsbo';

const scopes = ['Sites.Read.All', 'Sites.ReadWrite.All', 'ChannelMessage.Read.All', 'Group.Read.All', 'Calendars.ReadWrite', 'Team.ReadBasic.All'];

export interface Leak {
  readonly marker: string;
  readonly where: string;
  readonly at: number;
  /** It had left its sender before anybody was told that the item is closed. */
  readonly underWay: boolean;
}

interface Row {
  readonly id: string;
  readonly eTag: string;
}

/**
 * A member of the team who is not in the closed circle, and reads everything that she can at every step: the open lists with the versions of
 * their rows, the channel's messages, the invitation in her own calendar.
 */
export class Outsider {
  readonly leaks: Leak[] = [];
  readonly #town: Town;
  readonly #ledger: Ledger;
  readonly #board: Board;
  readonly #event: Pick<CalendarEvent, 'iCalUId'>;
  /** What she has read of each row, and under which version. */
  readonly #rows = new Map<string, { eTag: string; markers: readonly string[] }>();
  readonly #received = new Set<string>();
  /** When what she sees first now had left its sender. */
  #sentAt = 0;

  constructor(town: Town, ledger: Ledger, board: Board, event: Pick<CalendarEvent, 'iCalUId'>) {
    this.#town = town;
    this.#ledger = ledger;
    this.#board = board;
    this.#event = event;
  }

  /** Reads all that there is before anything happens: what she has then is hers. */
  async begin(): Promise<void> {
    await this.#readMessages();
    await this.#readInvitation();
    const lists = valuesOf<{ name: string }>(await this.#get(`/sites/${this.#board.siteId}/lists?$select=name`));
    for (const { name } of lists) if (name.startsWith('Dagsorden')) await this.#readList(name);
  }

  /** Something was written there: she looks whether it concerns her. */
  async look({ target, sentAt }: Written): Promise<void> {
    this.#sentAt = sentAt;
    const list = /^\/sites\/([^/]+)\/lists\/([^/]+)/.exec(target);
    if (list) {
      const [, site, name] = list;
      if (site !== undefined && name !== undefined && decodeURIComponent(site) === this.#board.siteId) await this.#readList(name);
    } else if (/^\/teams\/.*\/messages/.test(target)) await this.#readMessages();
    else if (/\/events\//.test(target)) await this.#readInvitation();
  }

  /** Everything that lies in the open lists now is held against what may lie there now. */
  judge(): void {
    this.#sentAt = nowIs();
    for (const [place, { markers }] of this.#rows) if (!place.startsWith('DagsordenReferat')) for (const marker of markers) this.#see(marker, place);
  }

  async #readList(name: string): Promise<void> {
    const path = `/sites/${this.#board.siteId}/lists/${name}/items`;
    const rows = valuesOf<Row & { fields: unknown }>(await this.#get(`${path}?$expand=fields&$top=500`));
    for (const gone of [...this.#rows.keys()].filter((key) => key.startsWith(`${name}/`) && !rows.some((row) => key === `${name}/${row.id}`))) {
      this.#rows.delete(gone);
    }
    for (const row of rows) {
      const key = `${name}/${row.id}`;
      if (this.#rows.get(key)?.eTag === row.eTag) continue;
      const now = markersIn(JSON.stringify(row.fields));
      // What was published before is received and stays; of a row of the minutes only what is new is held against her.
      const versions = name === 'DagsordenReferat' ? [] : markersIn(JSON.stringify(await this.#get(`${path}/${row.id}/versions?$expand=fields`)));
      const markers = [...new Set([...now, ...versions])];
      this.#rows.set(key, { eTag: row.eTag, markers });
      for (const marker of markers) this.#see(marker, key);
    }
  }

  async #readMessages(): Promise<void> {
    const { teamId, channelId } = this.#board;
    const all = valuesOf<{ id: string }>(await this.#get(`/teams/${teamId}/channels/${encodeURIComponent(channelId)}/messages?$top=50`));
    for (const message of all) this.#receive(`message ${message.id}`, JSON.stringify(message));
  }

  async #readInvitation(): Promise<void> {
    const found = valuesOf<{ id: string; body: { content: string } }>(
      await this.#get(`/me/events?$filter=iCalUId eq '${this.#event.iCalUId}'&$select=id,body,subject`),
    );
    for (const { id, body } of found) this.#receive(`invitation ${id}`, body.content);
  }

  /** A copy of her own: what it held when it came to her is what she has received. */
  #receive(where: string, text: string): void {
    const copy = `${where} ${text}`;
    if (this.#received.has(copy)) return;
    this.#received.add(copy);
    for (const marker of markersIn(text)) this.#see(marker, where);
  }

  #see(marker: string, where: string): void {
    const owner = this.#ledger.ownerOf(marker);
    if (owner === undefined || (owner !== null && !this.#ledger.mustBeClosed(owner))) return;
    const place = where.replace(/[ /].*/, '');
    const underWay = owner !== null && this.#sentAt < this.#ledger.closedSince(owner);
    if (!this.leaks.some((leak) => leak.marker === marker && leak.where === place)) this.leaks.push({ marker, where: place, at: nowIs(), underWay });
  }

  async #get(target: string): Promise<unknown> {
    const { status, body } = await this.#town.read(OUTSIDER, scopes, target);
    if (status !== 200) throw new Error(`The outsider asked ${target} and got ${status} ${JSON.stringify(body)}`);
    return body;
  }
}

const valuesOf = <Value>(body: unknown): readonly Value[] => (body as { value: readonly Value[] }).value;
