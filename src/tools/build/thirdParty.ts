/** A package whose code is in the build, as webpack-license-plugin tells it. */
interface PackageInBuild {
  readonly name: string;
  readonly version: string;
  readonly author?: string;
  readonly repository?: string;
  readonly license: string;
  readonly licenseText: string;
  readonly noticeText?: string;
}

/** May code under this licence be part of what we hand on under MIT? Those that would change our own licence may not, and the build says so. */
export const isUnacceptable = (license: string): boolean => /\b(?:A|L)?GPL|\bSSPL|\bCC-BY-(?:NC|SA)|^UNLICENSED$/i.test(license);

/** The notices that go with the build: each package with its licence, word for word, as nearly all licences ask. */
export function thirdPartyNotices(packages: readonly PackageInBuild[]): string {
  const parts = [...packages]
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ name, version, author, repository, license, licenseText, noticeText }) =>
      [`${name} ${version} (${license})`, author, repository, '', licenseText.trim(), noticeText?.trim()]
        .filter((line) => line !== undefined)
        .join('\n'),
    );
  return `Dagsorden holds code of these packages, each under its own licence.\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
