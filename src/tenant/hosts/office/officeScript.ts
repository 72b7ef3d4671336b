import { readFile } from 'node:fs/promises';

const here = new URL('./', import.meta.url);
const officeJs = new URL('../../../../node_modules/@microsoft/office-js/dist/', here);

/**
 * The script the tenant serves as `/office-js/office.js` (and `office.debug.js`): genuine office.js from npm, with the
 * MicrosoftAjax names it needs before it and the nested-app-auth bridge it lacks after it. One script, so that
 * an add-in's page needs exactly the one tag it has in production, where the address is Microsoft's CDN.
 * Every other file below `/office-js/` is npm's own, byte for byte.
 * @param file which of the two loaders
 * @returns JavaScript text
 * @throws when npm's package is not installed
 */
export async function officeScript(file: 'office.js' | 'office.debug.js'): Promise<string> {
  const parts = await Promise.all([
    readFile(new URL('microsoft-ajax.js', here), 'utf8'),
    readFile(new URL(file, officeJs), 'utf8'),
    readFile(new URL('nested-app-auth-bridge.js', here), 'utf8'),
  ]);
  return parts.join('\n;\n');
}
