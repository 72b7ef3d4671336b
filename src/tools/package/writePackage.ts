import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { folders } from '../folders.ts';
import { PackageError, fill } from './fill.ts';
import type { Deployment } from './fill.ts';
import { outlookFunctions, outlookManifestFaults } from './outlookManifest.ts';
import { manifestShape, unifiedManifestFaults } from './unifiedManifest.ts';

const packageFolder = join(folders.root, 'appPackage');
/** The files of the zip besides the manifest itself. */
const packageFiles = ['en.json', 'icons/color.png', 'icons/outline.png', 'icons/icon-32.png'];

export interface FilledManifests {
  readonly unified: string;
  readonly outlook: string;
}

/** Both manifests, filled and found good. Throws PackageError with everything that is wrong. */
export async function fillManifests(deployment: Deployment): Promise<FilledManifests> {
  const unified = fill(readFileSync(join(packageFolder, 'manifest.json'), 'utf8'), deployment);
  const outlook = fill(readFileSync(join(folders.root, 'manifest', 'outlook.xml'), 'utf8'), deployment);
  const faults = [...(await unifiedManifestFaults(unified, packageFolder, deployment.host)), ...outlookManifestFaults(outlook, deployment.host)];
  if (faults.length === 0) faults.push(...differences(unified, outlook));
  if (faults.length > 0) throw new PackageError(faults);
  return { unified, outlook };
}

/** The add-in-only manifest stands in for the unified one, so both must offer the same and know each other. */
function differences(unified: string, outlook: string): string[] {
  const [extension] = manifestShape.parse(JSON.parse(unified)).extensions;
  const contexts = (extension?.ribbons ?? []).flatMap((ribbon) => ribbon.contexts);
  const places = contexts.map((context) => context.replace('meetingDetails', '').toLowerCase()).sort();
  const hidden = (extension?.alternates ?? []).map((alternate) => alternate.hide.customOfficeAddin.officeAddinId);
  const addIn = outlookFunctions(outlook);
  const page = /"page"\s*:\s*"([^"]+)"/.exec(unified)?.[1];
  return [
    ...(hidden.includes(addIn.id) ? [] : [`The unified manifest does not hide the add-in-only one (${addIn.id}): people would see two buttons.`]),
    ...(places.join() === addIn.places.join()
      ? []
      : [`The unified manifest has buttons for ${places.join(', ')}, the add-in-only one for ${addIn.places.join(', ')}.`]),
    ...(page !== undefined && addIn.pages.every((each) => each === page)
      ? []
      : [`The manifests open different pages: ${page} and ${addIn.pages.join(', ')}.`]),
  ];
}

/** Writes `dagsorden.zip` and `outlook.xml` into `folder`; returns their paths. Throws PackageError. */
export async function writePackage(deployment: Deployment, folder: string): Promise<{ zip: string; outlook: string }> {
  const { unified, outlook } = await fillManifests(deployment);
  const entries = Object.fromEntries(packageFiles.map((file) => [file, new Uint8Array(readFileSync(join(packageFolder, file)))]));
  // A fixed date makes the same input give the same bytes.
  const bytes = zipSync({ 'manifest.json': strToU8(unified), ...entries }, { level: 9, mtime: '1980-01-01' });
  mkdirSync(folder, { recursive: true });
  const files = { zip: join(folder, 'dagsorden.zip'), outlook: join(folder, 'outlook.xml') };
  writeFileSync(files.zip, bytes);
  writeFileSync(files.outlook, outlook);
  return files;
}

/** Writes the filled unified manifest alone, for the embedded tenant's host pages. */
export async function writeManifest(deployment: Deployment, file: string): Promise<void> {
  const { unified } = await fillManifests(deployment);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, unified);
}
