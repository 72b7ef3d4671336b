/** Why SharePoint would refuse a file, told before it is sent. */
export type PaperProblem = 'empty' | 'signs' | 'ends' | 'reserved' | 'tooLong' | 'kind' | 'tooLarge';

/** Dagsorden takes papers up to this many bytes (SharePoint itself 250 GB): the whole file is kept on the device until it is sent. */
export const MOST_PAPER_BYTES = 250 * 1024 * 1024;

/** Signs that SharePoint and OneDrive take in no name ("Restrictions and limitations in OneDrive and SharePoint"), and control characters. */
const SIGNS = /["*:<>?/\\|\u0000-\u001f\u007f]/g;

/** Names that are kept for other things, whatever their capitals; the first kind with any ending after it. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|^(?:\.lock|desktop\.ini)$|^~\$|_vti_/i;

/** What a site that does not allow scripts refuses ("Allow or prevent custom script"): team sites of Microsoft 365 do not. */
const KINDS = new Set(['asmx', 'ascx', 'aspx', 'htc', 'jar', 'master', 'swf', 'xap', 'xsf']);

/** Letters of a name; a whole address has 400, of which site and folders take their part. */
const MOST_LETTERS = 200;

/** What stands in the way of keeping a file of this name and size (bytes) in a document library; null where nothing does. */
export function paperProblem({ name, size }: { readonly name: string; readonly size: number }): PaperProblem | null {
  if (name.trim() === '') return 'empty';
  if (name.match(SIGNS)) return 'signs';
  if (name !== name.trim() || name.endsWith('.')) return 'ends';
  if (RESERVED.test(name)) return 'reserved';
  if (name.length > MOST_LETTERS) return 'tooLong';
  if (KINDS.has(endingOf(name).slice(1).toLowerCase())) return 'kind';
  return size > MOST_PAPER_BYTES ? 'tooLarge' : null;
}

/** Problems that another name takes away. */
export const isAboutName = (problem: PaperProblem): boolean => problem !== 'kind' && problem !== 'tooLarge';

/** The nearest name that SharePoint takes: what it refuses becomes a hyphen, and the ending stays. */
export function takenName(name: string): string {
  let near = name.replace(SIGNS, '-').trim();
  while (/[. ]$/.test(near)) near = near.slice(0, -1);
  near = near.replace(/^~\$/, '').replace(/_vti_/gi, '-vti-');
  if (near === '') return 'Bilag';
  if (near.length > MOST_LETTERS) {
    const ending = endingOf(near).slice(0, 20);
    near = near.slice(0, MOST_LETTERS - ending.length).trimEnd() + ending;
  }
  return RESERVED.test(near) ? `Bilag ${near}` : near;
}

/** `Bilag.pdf` → `Bilag (2).pdf`: the name to try where others have taken the first ones. */
export function numberedName(name: string, number: number): string {
  if (number <= 1) return name;
  const ending = endingOf(name);
  return `${name.slice(0, name.length - ending.length)} (${number})${ending}`;
}

/** The file's name without its ending, as it is first proposed for a title. */
export const titleOfName = (name: string): string => name.slice(0, name.length - endingOf(name).length).trim() || name;

/** The folder of a meeting's papers: its day and title, as far as a name can hold them. */
export const paperFolder = (date: string | null, title: string): string => takenName([date, title].filter(Boolean).join(' ').slice(0, 120));

/** How a paper can be read: in our own page, in Office's page, or where the browser puts it. */
export type PaperKind = 'pdf' | 'office' | 'other';

const OFFICE = new Set(['doc', 'docx', 'docm', 'xls', 'xlsx', 'xlsm', 'ppt', 'pptx', 'pptm', 'odt', 'ods', 'odp', 'vsdx']);

/** What kind of paper an address leads to: by its last part, or by the `file` that SharePoint's address of an Office file names. */
export function paperKindOf(url: string | null): PaperKind {
  if (url === null || !URL.canParse(url)) return 'other';
  const { pathname, searchParams } = new URL(url);
  const ending = endingOf(searchParams.get('file') ?? pathname.slice(pathname.lastIndexOf('/') + 1))
    .slice(1)
    .toLowerCase();
  return ending === 'pdf' ? 'pdf' : OFFICE.has(ending) ? 'office' : 'other';
}

/** The address at which SharePoint shows a file in the browser rather than handing it out. */
export function webAddress(url: string): string {
  const address = new URL(url);
  address.searchParams.set('web', '1');
  return address.href;
}

/** Its ending with the dot; empty where it has none. */
function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot);
}
