import { describe, expect, test } from 'vitest';
import { addressInHash, addressInPath } from '../../src/host/address.ts';

const address = '/m?s=fjordby.example%2C1%2C2&k=0123456789abcdef0123456789abcdef';
const opened = (url: string) => addressInPath(new URL(url, 'https://dagsorden.fjordby.example') as unknown as Location);

describe('the address inside the app', () => {
  test('stands behind the hash', () => {
    expect(addressInHash(`#${address}`)).toBe(address);
    expect(addressInHash('#code=1')).toBeNull();
  });

  test.each([
    ['its # as %23', `/index.html%23${address}`],
    ['its ? as %3F, too', `/index.html%23${address.replace('?', '%3F')}`],
    ['at the root', `/%23${address}`],
  ])('is read out of the path with %s', (_how, path) => {
    expect(new URLSearchParams(opened(path)!.split('?')[1]).get('s')).toBe('fjordby.example,1,2');
    expect(opened(path)).toMatch(/^\/m\?/);
  });

  test('is read out of a path that was escaped twice, and out of no other path', () => {
    expect(opened(`/index.html${encodeURIComponent(encodeURIComponent(`#${address}`))}`)).toMatch(/^\/m\?s=fjordby\.example(%2C|,)1/);
    for (const path of ['/', '/index.html', '/nothing.html?x=1', '/%', '/index.html%23']) expect(opened(path)).toBeNull();
  });
});
