import { JSDOM } from 'jsdom';

const largestBytes = 256 * 1024;

/** What the add-in does, in words both manifests can be compared by. */
export interface OutlookFunctions {
  readonly id: string;
  readonly pages: readonly string[];
  /** `organizer` and `attendee`: where a button stands. */
  readonly places: readonly string[];
}

/**
 * Everything wrong with a filled add-in-only manifest, as sentences; empty when it may be deployed. Works without
 * network: Microsoft's validator uploads the file, so well-formedness and the rules that bite us are checked here.
 */
export function outlookManifestFaults(text: string, host: string): string[] {
  const document = parse(text);
  if (typeof document === 'string') return [document];
  return [
    ...(Buffer.byteLength(text) > largestBytes ? ['The manifest is larger than the 256 KB Outlook reads.'] : []),
    ...resourceFaults(document),
    ...lengthFaults(document),
    ...addressFaults(document, host),
    ...idFaults(document),
  ];
}

/** Reads what the manifest offers, to be compared with the unified one. Throws Error when it is not XML. */
export function outlookFunctions(text: string): OutlookFunctions {
  const document = parse(text);
  if (typeof document === 'string') throw new Error(document);
  const pages = new Set(
    [...named(document, 'Url'), ...named(document, 'SourceLocation')].flatMap((element) => element.getAttribute('DefaultValue') ?? []),
  );
  const points = new Set(named(document, 'ExtensionPoint').map((element) => element.getAttribute('xsi:type') ?? ''));
  const places = [...points].map((point) =>
    point === 'AppointmentOrganizerCommandSurface' ? 'organizer' : point === 'AppointmentAttendeeCommandSurface' ? 'attendee' : point,
  );
  return { id: named(document, 'Id')[0]?.textContent ?? '', pages: [...pages].sort(), places: places.sort() };
}

function parse(text: string): Document | string {
  try {
    return new JSDOM(text, { contentType: 'application/xml' }).window.document;
  } catch (error) {
    return `The manifest is not well-formed XML: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const named = (document: Document, name: string) => [...document.getElementsByTagNameNS('*', name)];

/** Within one VersionOverrides, every resid names a resource of that same VersionOverrides. */
function resourceFaults(document: Document): string[] {
  return named(document, 'VersionOverrides').flatMap((overrides) => {
    const own = (element: Element) => element.closest('VersionOverrides') === overrides;
    const inside = [...overrides.getElementsByTagName('*')].filter(own);
    const defined = inside
      .filter((element) => element.closest('Resources') !== null && element.hasAttribute('id'))
      .map((element) => element.getAttribute('id') ?? '');
    const used = inside.flatMap((element) => element.getAttribute('resid') ?? []);
    const version = overrides.getAttribute('xsi:type') ?? 'VersionOverrides';
    return [
      ...used.filter((id) => !defined.includes(id)).map((id) => `${version}: "${id}" is used but not among the resources.`),
      ...defined.filter((id) => !used.includes(id)).map((id) => `${version}: resource "${id}" is not used.`),
      // bt:resid is at most 32 characters.
      ...defined.filter((id) => id.length > 32).map((id) => `${version}: resource id "${id}" is longer than 32 characters.`),
    ];
  });
}

function lengthFaults(document: Document): string[] {
  const strings = (parent: string, limit: number) =>
    named(document, parent).flatMap((group) =>
      [...group.getElementsByTagName('*')].flatMap((element) => {
        const value = element.getAttribute('DefaultValue') ?? element.getAttribute('Value') ?? '';
        return value.length > limit ? [`"${value}" is longer than the ${limit} characters a ${parent.slice(0, -1)} may have.`] : [];
      }),
    );
  return [...strings('ShortStrings', 125), ...strings('LongStrings', 250)];
}

function addressFaults(document: Document, host: string): string[] {
  const elements = [...document.getElementsByTagName('*')];
  const addresses = elements.flatMap(
    (element) => element.getAttribute('DefaultValue') ?? (element.localName === 'AppDomain' ? (element.textContent ?? '') : []),
  );
  return addresses.filter((value) => /^\w+:\/\//.test(value) && new URL(value).origin !== host).map((value) => `${value} is not at ${host}.`);
}

function idFaults(document: Document): string[] {
  return named(document, 'VersionOverrides').flatMap((overrides) => {
    const own = [...overrides.getElementsByTagName('*')].filter(
      (element) => element.closest('VersionOverrides') === overrides && ['Group', 'Control'].includes(element.localName),
    );
    const ids = own.map((element) => element.getAttribute('id') ?? '');
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `Two buttons or groups are called "${id}".`);
  });
}
