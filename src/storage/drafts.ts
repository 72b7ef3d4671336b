import type { LocalDatabase } from './localDatabase.ts';

export interface DraftStore {
  read(key: string): Promise<string | null>;
  write(key: string, text: string): Promise<void>;
  drop(key: string): Promise<void>;
}

/** Text as it is being typed, by place ("who:meeting:field"). `owner` keeps two people on one device apart. */
export function createDrafts(database: Promise<LocalDatabase>, owner: () => string): DraftStore {
  const keyOf = (key: string) => `${owner()}:${key}`;
  return {
    read: async (key) => (await (await database).get('drafts', keyOf(key)))?.text ?? null,
    write: async (key, text) => {
      await (await database).put('drafts', { key: keyOf(key), text, at: Date.now() });
    },
    drop: async (key) => {
      await (await database).delete('drafts', keyOf(key));
    },
  };
}
