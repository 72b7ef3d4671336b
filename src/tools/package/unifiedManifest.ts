import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { z } from 'zod';
import { pngSize } from './pngSize.ts';

/** The parts of a filled unified manifest that our own rules look at; the whole is checked against Microsoft's schema. */
const manifestShape = z.looseObject({
  manifestVersion: z.string(),
  id: z.string(),
  localizationInfo: z.looseObject({ additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })) }),
  icons: z.object({ color: z.string(), outline: z.string(), color32x32: z.string() }),
  validDomains: z.array(z.string()),
  extensions: z.array(
    z.looseObject({
      runtimes: z.array(z.looseObject({ actions: z.array(z.looseObject({ id: z.string() })) })),
      ribbons: z.array(
        z.looseObject({
          contexts: z.array(z.string()),
          tabs: z.array(
            z.looseObject({ groups: z.array(z.looseObject({ controls: z.array(z.looseObject({ id: z.string(), actionId: z.string() })) })) }),
          ),
        }),
      ),
      alternates: z.array(z.looseObject({ hide: z.looseObject({ customOfficeAddin: z.object({ officeAddinId: z.string() }) }) })),
    }),
  ),
});

export type UnifiedManifest = z.infer<typeof manifestShape>;

/** Teams' sizes for the icons of a package (learn.microsoft.com, "app package"). */
const iconSizes = { color: 192, outline: 32, color32x32: 32 } as const;

/**
 * Everything wrong with a filled unified manifest, as sentences; empty when it may be uploaded. Works without network.
 * `folder` holds the files the manifest names; `host` is the only origin it may point at.
 */
export async function unifiedManifestFaults(text: string, folder: string, host: string): Promise<string[]> {
  const json: unknown = JSON.parse(text);
  const bySchema = await AppManifestUtils.validateAgainstSchema(json as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0]);
  const parsed = manifestShape.safeParse(json);
  if (!parsed.success) return [...bySchema, ...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)];
  const manifest = parsed.data;
  return [
    ...bySchema,
    ...Object.entries(iconSizes).flatMap(([name, size]) => iconFaults(join(folder, manifest.icons[name as keyof typeof iconSizes]), size)),
    ...languageFaults(manifest, folder),
    ...originFaults(text, host),
    ...actionFaults(manifest),
  ];
}

function iconFaults(file: string, wanted: number): string[] {
  const size = pngSize(file);
  return size !== null && size.width === wanted && size.height === wanted ? [] : [`${file} must be a PNG of ${wanted}×${wanted}.`];
}

/** A translation may only name strings that the manifest has; Teams refuses the package otherwise. */
function languageFaults(manifest: UnifiedManifest, folder: string): string[] {
  return manifest.localizationInfo.additionalLanguages.flatMap(({ file }) => {
    const strings: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return Object.keys(strings as object)
      .filter((key) => key !== '$schema' && typeof valueAt(manifest, key) !== 'string')
      .map((key) => `${file} translates "${key}", which the manifest does not have.`);
  });
}

/** Follows `extensions[0].ribbons[1].label` into an object. */
function valueAt(object: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined), object);
}

/** Every address is the deployment's own; only the schema lies at Microsoft. */
function originFaults(text: string, host: string): string[] {
  const addresses = [...text.matchAll(/"(\w+|\$schema)"\s*:\s*"(https?:[^"]*)"/g)];
  return addresses
    .filter(([, key, address]) => key !== '$schema' && (!URL.canParse(address ?? '') || new URL(address ?? '').origin !== host))
    .map(([, key, address]) => `${key} points at ${address}, not at ${host}.`);
}

function actionFaults(manifest: UnifiedManifest): string[] {
  return manifest.extensions.flatMap(({ runtimes, ribbons }) => {
    const actions = new Set(runtimes.flatMap((runtime) => runtime.actions.map(({ id }) => id)));
    const controls = ribbons.flatMap(({ tabs }) => tabs.flatMap(({ groups }) => groups.flatMap((group) => group.controls)));
    return controls
      .filter(({ actionId }) => !actions.has(actionId))
      .map(({ id, actionId }) => `Button ${id} starts "${actionId}", which no runtime has.`);
  });
}

export { manifestShape };
