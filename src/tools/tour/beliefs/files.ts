import { all, answered, holds, type Belief } from '../belief.ts';
import type { Stops } from '../stops.ts';
import { at, textAt, type Answer } from '../wire.ts';

const filePath = ({ siteId, name }: Stops, file: string) => `/sites/${siteId}/drive/root:/${encodeURIComponent(`${name} ${file}`)}`;

async function put(stops: Stops, file: string, body: string, type: string): Promise<Answer> {
  const made = await stops.me.ask('PUT', `${filePath(stops, file)}:/content`, { body, headers: { 'Content-Type': type } });
  if (made.status < 300) stops.cleanUp.owes('file', () => stops.me.ask('DELETE', `/sites/${stops.siteId}/drive/items/${textAt(made, 'id')}`));
  return made;
}

/** Papers in the site's library. */
export const fileBeliefs: readonly Belief[] = [
  {
    id: 'files.bytesOfAnyType',
    claim: 'A file is taken as it is, whatever its content type says',
    source: 'GD/api/driveitem-put-content.md',
    played: null,
    check: async (stops) => {
      const made = await put(stops, 'bilag.json', '{"a": 1}', 'application/json');
      return all(answered(made, 200, 201), holds(at(made.body, 'size') === 8, 'of another size'));
    },
  },
  {
    id: 'files.forbiddenName',
    claim: 'A name with signs that SharePoint does not take is refused',
    source: 'SharePoint: invalid file names and file types',
    played: null,
    check: async (stops) => {
      const path = `/sites/${stops.siteId}/drive/root:/${encodeURIComponent(`${stops.name} a"b.txt`)}:/content`;
      const made = await stops.me.ask('PUT', path, { body: 'x', headers: { 'Content-Type': 'text/plain' } });
      if (made.status < 300) stops.cleanUp.owes('file', () => stops.me.ask('DELETE', `/sites/${stops.siteId}/drive/items/${textAt(made, 'id')}`));
      return answered(made, 400);
    },
  },
  {
    id: 'files.uploadElsewhere',
    claim: 'A large file goes to an address on another host than Graph’s, which takes no token',
    source: 'GD/api/driveitem-createuploadsession.md',
    played: null,
    check: async (stops) => {
      const session = await stops.me.ask('POST', `${filePath(stops, 'stor.txt')}:/createUploadSession`, { body: {} });
      const address = textAt(session, 'uploadUrl');
      const graph = textAt(await stops.me.ask('GET', '/me'), '@odata.context');
      const withToken = await stops.me.ask('GET', address);
      await fetch(address, { method: 'DELETE' });
      return all(holds(new URL(address).hostname !== new URL(graph).hostname, 'an address of Graph'), answered(withToken, 401));
    },
  },
  {
    id: 'files.notFound',
    claim: 'A file that is not there is a 404',
    source: 'GD/con/errors.md',
    played: null,
    check: async (stops) => answered(await stops.me.ask('GET', filePath(stops, 'findes ikke.txt')), 404),
  },
  {
    id: 'files.replacingKeepsId',
    claim: 'Content put again keeps the file’s id, and so its links',
    source: 'GD/api/driveitem-put-content.md',
    played: null,
    check: async (stops) => {
      const [first, second] = [await put(stops, 'bilag.txt', 'en', 'text/plain'), await put(stops, 'bilag.txt', 'to', 'text/plain')];
      return all(answered(second, 200), holds(at(first.body, 'id') === at(second.body, 'id'), 'another id'));
    },
  },
];
