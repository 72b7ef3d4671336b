import { addressInPath } from '../host/address.ts';
import { createBrowserHost } from '../host/browser.ts';
import { start } from './start.ts';

const address = addressInPath(location);
// The web server gave us out for an address it does not have: go where it was meant to lead. Signing in comes back to a page it knows.
if (address !== null) location.replace(`${location.origin}/index.html#${address}`);
else void start(createBrowserHost);
