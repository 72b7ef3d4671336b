import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Where things lie, as absolute paths. */
export const folders = {
  root,
  modules: join(root, 'node_modules'),
  /** What one machine keeps for itself and Git ignores: certificate, tenant data, caches, the unpacked browser. */
  local: join(root, '.local'),
  certificate: join(root, '.local', 'certificate'),
  tenantData: join(root, '.local', 'tenant'),
  builds: join(root, 'build'),
  results: join(root, 'test-results'),
} as const;
