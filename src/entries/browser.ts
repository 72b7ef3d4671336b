import { createBrowserHost } from '../host/browser.ts';
import { start } from './start.ts';

void start(createBrowserHost);
