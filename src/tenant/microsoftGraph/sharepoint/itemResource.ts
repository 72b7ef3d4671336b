import type { Resource } from '../gateway/call.ts';
import { fieldNameOf, type Column } from './columnTypes.ts';
import { etagOf, type Item } from './itemStore.ts';

/**
 * The `fields` of an item: its own values and SharePoint's. Empty fields are not there, nor are those of hidden columns
 * unless they are chosen by name (graph columndefinition). Ids of people are texts.
 */
export function fieldsResource(item: Item, columns: readonly Column[], chosen: readonly string[] = []): Resource {
  const title = item.fields['Title'];
  const wanted = new Set(chosen.map((name) => name.toLowerCase()));
  const hidden = new Set(columns.flatMap((column) => (column.hidden && !wanted.has(fieldNameOf(column).toLowerCase()) ? [fieldNameOf(column)] : [])));
  const rich = new Set(columns.filter(isRichText).map(fieldNameOf));
  return {
    '@odata.etag': etagOf(item),
    ...Object.fromEntries(
      Object.entries(item.fields)
        .filter(([name]) => !hidden.has(name))
        .map(([name, value]) => [
          name,
          rich.has(name) ? richText(value) : name.endsWith('LookupId') && typeof value === 'number' ? String(value) : value,
        ]),
    ),
    ...(title === undefined ? {} : { LinkTitleNoMenu: title, LinkTitle: title }),
    id: String(item.id),
    ContentType: 'Item',
    Modified: item.body.modified,
    Created: item.body.created,
    AuthorLookupId: String(item.body.authorNumber),
    EditorLookupId: String(item.body.editorNumber),
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
    Edit: '',
    ItemChildCount: '0',
    FolderChildCount: '0',
  };
}

const isRichText = (column: Column): boolean => column.facet === 'text' && column.settings['textType'] === 'richText';

/** A rich text comes back as HTML in a frame of SharePoint's own, however it was written (issue reports; the class is another on every site). */
function richText(value: unknown): unknown {
  if (typeof value !== 'string' || value.startsWith('<div class="ExternalClass')) return value;
  return `<div class="ExternalClass3F2504E04F8941D39A0C0305E82C3301">${value.replaceAll(/\r?\n/g, '<br>')}</div>`;
}
