import type { Desk } from '../desk.ts';

export interface BoardChoice {
  readonly teamId: string;
  readonly name: string;
}

/** My teams, each of which may be a board. */
export const listBoards =
  ({ workplace }: Desk) =>
  async (): Promise<BoardChoice[]> =>
    (await workplace.store.teams()).map((team) => ({ teamId: team.id, name: team.name }));
