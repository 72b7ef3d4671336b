import { createTeamsHost } from '../host/teams.ts';
import { start } from './start.ts';

void start(createTeamsHost);
