/**
 * `npm run package -- --host https://… --client-id GUID [--out FOLDER]`: the app package for Teams and new Outlook
 * (dagsorden.zip) and the add-in-only manifest for other Outlooks (outlook.xml), validated without network.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { folders } from './folders.ts';
import { PackageError, parseDeployment } from './package/fill.ts';
import { writePackage } from './package/writePackage.ts';

const usage = `npm run package -- --host https://dagsorden.fjordby.example --client-id GUID [--out FOLDER]

Writes dagsorden.zip (Teams and new Outlook) and outlook.xml (other Outlooks) to FOLDER, by default build/package.
The address and the client id may also stand in DAGSORDEN_HOST and DAGSORDEN_CLIENT_ID; build the app with the same.`;

try {
  const { values } = parseArgs({
    options: { host: { type: 'string' }, 'client-id': { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    console.log(usage);
  } else {
    const { version } = JSON.parse(readFileSync(join(folders.root, 'package.json'), 'utf8')) as { version: string };
    const deployment = parseDeployment({
      host: values.host ?? process.env['DAGSORDEN_HOST'],
      clientId: values['client-id'] ?? process.env['DAGSORDEN_CLIENT_ID'],
      version,
    });
    const files = await writePackage(deployment, values.out ?? join(folders.builds, 'package'));
    console.log(`${relative(process.cwd(), files.zip)}      upload in the Teams admin centre or the Microsoft 365 admin centre`);
    console.log(`${relative(process.cwd(), files.outlook)}     deploy beside it for Outlook on Mac, LTSC and perpetual`);
  }
} catch (error) {
  if (error instanceof PackageError) console.error(`The package was not made.\n- ${error.faults.join('\n- ')}`);
  else if (error instanceof TypeError && 'code' in error) console.error(`${error.message}\n\n${usage}`);
  else throw error;
  process.exitCode = 1;
}
