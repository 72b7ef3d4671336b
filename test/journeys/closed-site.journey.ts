import { printRoute } from '../../src/ui/kit/route.ts';
import { storeOf, teamsPage } from './meetingAtHand.ts';
import { lookAtScreen, teamsTab } from './screens.ts';
import { expect, test } from './theHouse.ts';

test('a secretary gives the address of a site, sees what can be told of it, and keeps closed items there', async ({ house, page }) => {
  const store = storeOf(house, 'ulla.skarvad');
  const team = (await store.teams()).find(({ name }) => name === 'Direktionen')!;
  const board = await store.prepareBoard(team, () => undefined, { me: null, closedChannelId: null });
  const upn = (person: string) => `${person}@fjordby.example`;
  await house.dev('POST', 'sites', {
    path: '/sites/Personalekreds',
    name: 'Personalekreds',
    people: { [upn('ulla.skarvad')]: 'owner', [upn('ane.kratholm')]: 'write' },
  });
  const frame = teamsTab(page);
  await page.goto(teamsPage(house, 'ulla.skarvad', printRoute({ page: 'body', siteId: board.siteId, from: null })));

  await test.step('the body has no place yet; its own site is refused with a reason', async () => {
    await expect(frame.getByText('Forummet har ikke noget sted til lukkede punkter.')).toBeVisible();
    await frame.getByRole('button', { name: 'Vælg sted til lukkede punkter' }).click();
    const address = frame.getByRole('textbox', { name: 'Webstedets adresse eller navn' });
    await address.fill('/sites/Direktionen');
    await address.press('Enter');
    await frame.getByRole('button', { name: 'Vælg “Direktionen”' }).click();
    await expect(frame.getByText(/hører til mødeforummets eget websted/)).toBeVisible();
    await address.fill('https://fjordby.sharepoint.example/sites/Personalekreds/Shared%20Documents');
    await address.press('Enter');
    await expect(frame.getByRole('button', { name: 'Vælg “Personalekreds”' })).toBeVisible();
    await lookAtScreen(house, page, 'closed-site-found');
  });

  await test.step('it is shown before it is used, and said yes to', async () => {
    await frame.getByRole('button', { name: 'Vælg “Personalekreds”' }).click();
    await expect(frame.getByText('Dagsorden kan ikke se, hvem der har adgang. Det afgør stedets ejere.')).toBeVisible();
    await page.setViewportSize({ width: 320, height: 900 });
    await frame.getByRole('button', { name: 'Gem lukkede punkter her' }).scrollIntoViewIfNeeded();
    await lookAtScreen(house, page, 'closed-site-confirm-narrow');
    await frame.getByRole('button', { name: 'Gem lukkede punkter her' }).click();
    await expect(frame.getByText('Se efter, og sæt kryds, før stedet tages i brug.')).toBeVisible();
    await frame.getByRole('checkbox', { name: 'Kun den lukkede kreds har adgang til stedet' }).check();
    await frame.getByRole('button', { name: 'Gem lukkede punkter her' }).click();
    await expect(frame.getByText(/Lukkede punkter gemmes på webstedet “Personalekreds”/)).toBeVisible();
    await lookAtScreen(house, page, 'closed-site-chosen-narrow');
  });

  const prepared = await store.prepareBoard(team, () => undefined, { me: null }).catch((error: unknown) => error);
  // Whoever is not known to have said yes is asked.
  expect(prepared).toMatchObject({ name: 'ClosedPlaceUnconfirmed' });
});
