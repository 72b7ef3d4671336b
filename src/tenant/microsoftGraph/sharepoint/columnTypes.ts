import { z } from 'zod';

/** A SharePoint column as Graph defines it: exactly one of the facets. */
export const facets = [
  'boolean',
  'calculated',
  'choice',
  'currency',
  'dateTime',
  'geolocation',
  'hyperlinkOrPicture',
  'lookup',
  'number',
  'personOrGroup',
  'term',
  'text',
  'thumbnail',
  'contentApprovalStatus',
] as const;
export type Facet = (typeof facets)[number];

export const facetShapes = {
  boolean: z.strictObject({}),
  calculated: z.strictObject({ format: z.string().optional(), formula: z.string().optional(), outputType: z.string().optional() }),
  choice: z.strictObject({
    allowTextEntry: z.boolean().optional(),
    choices: z
      .array(z.string().trim().min(1).max(255))
      .refine((choices) => new Set(choices.map((choice) => choice.toLowerCase())).size === choices.length, 'a choice stands twice')
      .optional(),
    displayAs: z.enum(['checkBoxes', 'dropDownMenu', 'radioButtons']).optional(),
  }),
  currency: z.strictObject({ locale: z.string().optional() }),
  dateTime: z.strictObject({
    displayAs: z.enum(['default', 'friendly', 'standard']).optional(),
    format: z.enum(['dateOnly', 'dateTime']).optional(),
  }),
  geolocation: z.strictObject({}),
  hyperlinkOrPicture: z.strictObject({ isPicture: z.boolean().optional() }),
  lookup: z.strictObject({
    allowMultipleValues: z.boolean().optional(),
    allowUnlimitedLength: z.boolean().optional(),
    columnName: z.string().optional(),
    listId: z.string().optional(),
    primaryLookupColumnId: z.string().optional(),
  }),
  number: z.strictObject({
    decimalPlaces: z.enum(['automatic', 'none', 'one', 'two', 'three', 'four', 'five']).optional(),
    displayAs: z.enum(['number', 'percentage']).optional(),
    maximum: z.number().nullish(),
    minimum: z.number().nullish(),
  }),
  personOrGroup: z.strictObject({
    allowMultipleSelection: z.boolean().optional(),
    chooseFromType: z.enum(['peopleAndGroups', 'peopleOnly']).optional(),
    displayAs: z.string().optional(),
  }),
  term: z.looseObject({}),
  text: z.strictObject({
    allowMultipleLines: z.boolean().optional(),
    appendChangesToExistingText: z.boolean().optional(),
    linesForEditing: z.number().int().optional(),
    maxLength: z.number().int().min(1).max(255).nullish(),
    textType: z.enum(['plain', 'richText']).optional(),
  }),
  thumbnail: z.strictObject({}),
  contentApprovalStatus: z.strictObject({}),
} satisfies Record<Facet, z.ZodType>;

export interface Column {
  id: string;
  /** Internal name, fixed at creation. */
  name: string;
  displayName: string;
  description: string;
  indexed: boolean;
  enforceUniqueValues: boolean;
  required: boolean;
  hidden: boolean;
  readOnly: boolean;
  columnGroup: string;
  isDeletable: boolean;
  defaultValue: { value?: string | null; formula?: string | null } | null;
  validation: unknown;
  facet: Facet;
  /** The facet's own settings, with SharePoint's defaults filled in. */
  settings: Record<string, unknown>;
  /** Milliseconds since 1970 before which the column is not there yet (fault `lateColumnsMs`, gd#11966). */
  visibleFrom?: number;
}

const defaultSettings: Partial<Record<Facet, Record<string, unknown>>> = {
  choice: { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' },
  dateTime: { displayAs: 'standard', format: 'dateTime' },
  number: { decimalPlaces: 'automatic', displayAs: 'number' },
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleOnly', displayAs: 'nameWithPresence' },
  lookup: { allowMultipleValues: false, allowUnlimitedLength: false },
  hyperlinkOrPicture: { isPicture: false },
};

export function settingsOf(facet: Facet, given: Record<string, unknown>): Record<string, unknown> {
  const settings = { ...defaultSettings[facet], ...given };
  if (facet === 'text' && settings['allowMultipleLines'] === true) {
    delete settings['maxLength'];
    settings['linesForEditing'] = settings['linesForEditing'] || 6;
    settings['textType'] ??= 'plain';
  }
  return settings;
}

/**
 * SharePoint's own kind of a column, which is fixed at creation: one facet of Graph's may be two kinds, such as a line and a
 * text of many lines. That a PATCH cannot turn one into another is our reasoning (the page promises "any property but the id").
 */
export function kindOf({ facet, settings }: Pick<Column, 'facet' | 'settings'>): string {
  const isOther =
    (facet === 'text' && settings['allowMultipleLines'] === true) ||
    (facet === 'choice' && settings['displayAs'] === 'checkBoxes') ||
    (facet === 'lookup' && settings['allowMultipleValues'] === true) ||
    (facet === 'personOrGroup' && settings['allowMultipleSelection'] === true);
  return isOther ? `${facet}, several` : facet;
}

/** People and looked up items are kept and written as numbers, under a name of their own. */
export function isLookup({ facet }: Pick<Column, 'facet'>): boolean {
  return facet === 'lookup' || facet === 'personOrGroup';
}

/** The name a column's value has among the `fields` of an item. */
export function fieldNameOf(column: Pick<Column, 'facet' | 'name'>): string {
  return isLookup(column) ? `${column.name}LookupId` : column.name;
}

/** Multi-line text, several values, pictures: SharePoint cannot index, sort, filter or make them unique. */
export function canBeIndexed(column: Pick<Column, 'facet' | 'settings'>): boolean {
  switch (column.facet) {
    case 'text':
      return column.settings['allowMultipleLines'] !== true;
    case 'choice':
      return column.settings['displayAs'] !== 'checkBoxes';
    case 'lookup':
      return column.settings['allowMultipleValues'] !== true;
    case 'personOrGroup':
      return column.settings['allowMultipleSelection'] !== true;
    case 'boolean':
    case 'number':
    case 'currency':
    case 'dateTime':
      return true;
    default:
      return false;
  }
}

/** `Sagens år` → `Sagens_x0020__x00e5_r`: the internal name is made at creation and stays. */
export function internalName(text: string): string {
  return [...text]
    .map((sign) => (/[A-Za-z0-9_]/.test(sign) ? sign : `_x${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}_`))
    .join('')
    .slice(0, 32);
}
