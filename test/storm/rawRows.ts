import { drive, type Scene } from './scene.ts';

/** A row as SharePoint has it, past Dagsorden. */
export interface RawRow {
  readonly id: number;
  /** The address of its author before the @. */
  readonly by: string;
  readonly at: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface Answered {
  readonly value: readonly {
    readonly id: string;
    readonly createdDateTime: string;
    readonly createdBy: { readonly user: { readonly email?: string; readonly displayName: string } };
    readonly fields: Record<string, unknown>;
  }[];
}

/** All rows of a list, in the order the service made them; none where there is no such list. */
export async function rowsOf(scene: Scene, site: string, list: string): Promise<readonly RawRow[]> {
  const target = `/sites/${site}/lists/${list}/items?$expand=fields&$top=500`;
  const { status, body } = await drive(scene.town.read('ulla.skarvad', ['Sites.ReadWrite.All'], target));
  if (status !== 200) return [];
  return (body as Answered).value
    .map(({ id, createdDateTime, createdBy: { user }, fields }) => ({
      id: Number(id),
      by: (user.email ?? '').replace(/@.*/, ''),
      at: Date.parse(createdDateTime),
      fields,
    }))
    .sort((one, other) => one.id - other.id);
}
