/** A package whose code is in the build, as webpack-license-plugin tells it. */
interface PackageInBuild {
  readonly name: string;
  readonly version: string;
  readonly author?: string | null;
  readonly repository?: string | null;
  readonly license: string;
  /** Null where the package brings no file of it; then its name above says all there is. */
  readonly licenseText?: string | null;
  readonly noticeText?: string | null;
}

const changesOurs = /\b(?:A|L)?GPL|\bSSPL|\bCC-BY-(?:NC|SA)|^UNLICENSED$/i;

/**
 * Must code under this licence stay out of what we hand on under MIT? That is so of those that would change our own licence; where a package lets us
 * choose, one that would not is enough.
 */
export const isUnacceptable = (license: string): boolean =>
  license
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .every((choice) => changesOurs.test(choice));

/** The notices that go with the build: each package with its licence, word for word, as nearly all licences ask. */
export function thirdPartyNotices(packages: readonly PackageInBuild[]): string {
  const parts = packages
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    .map(({ name, version, author, repository, license, licenseText, noticeText }) => {
      const told = [
        `${name} ${version} (${license})`,
        author,
        repository,
        licenseText && `\n${licenseText.trim()}`,
        noticeText && `\n${noticeText.trim()}`,
      ];
      return told.filter(Boolean).join('\n');
    });
  return `Dagsorden holds code of these packages, each under its own licence.\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
