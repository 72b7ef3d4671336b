/** Why a target failed, as it stands in the publication log. */
export function errorWords(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : String(error);
}
