import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { asItemId } from '../../../src/meeting/ids.ts';
import { createDragStore, markOf, nearestLine } from '../../../src/ui/intake/dragging.ts';

const [a, b, c] = [asItemId('a'), asItemId('b'), asItemId('c')];
const order = () => [a, b, c];

describe('a line that is dragged', () => {
  it('is marked itself, and the line it would be set down at on the side it comes to stand on', () => {
    expect(order().map((id) => markOf({ carried: a, at: c }, id, order))).toEqual(['lifted', null, 'below']);
    expect(order().map((id) => markOf({ carried: c, at: a }, id, order))).toEqual(['above', null, 'lifted']);
    expect(order().map((id) => markOf({ carried: b, at: b }, id, order))).toEqual([null, 'lifted', null]);
    expect(order().map((id) => markOf({ carried: null, at: b }, id, order))).toEqual([null, null, null]);
  });

  it('aims at the line whose middle is nearest, wherever it is held', () => {
    const heights = fc.uniqueArray(fc.integer({ min: -2000, max: 2000 }), { minLength: 1 });
    fc.assert(
      fc.property(heights, fc.integer({ min: -3000, max: 3000 }), (middles, height) => {
        const lines = middles.map((middle) => ({ id: asItemId(String(middle)), middle }));
        const distance = Math.abs(Number(nearestLine(lines, height)) - height);
        expect(distance).toBe(Math.min(...middles.map((middle) => Math.abs(middle - height))));
      }),
    );
    expect(nearestLine([], 10)).toBeNull();
  });

  it('is told to those who look where something changed, and to nobody where nothing did', () => {
    const store = createDragStore();
    const heard = vi.fn();
    const stop = store.subscribe(heard);
    store.takeInHand(b);
    expect([store.inHand(), store.now()]).toEqual([b, { carried: null, at: null }]);
    store.set({ carried: b, at: b });
    store.set({ carried: b, at: b });
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    store.set({ carried: b, at: c });
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
