// @vitest-environment jsdom
import { KeyboardSensor, type KeyboardSensorProps } from '@dnd-kit/core';
import { expect, it, vi } from 'vitest';
import { PatientKeyboardSensor } from '../../../src/ui/intake/PatientKeyboardSensor.ts';

const press = (code: string): boolean =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: code, code, bubbles: true, cancelable: true }));

/** A line is lifted and, before any timer fires, moved and set down. */
function liftMoveAndSet(Sensor: typeof KeyboardSensor) {
  const told: string[] = [];
  const props = {
    active: 'line',
    activeNode: { node: { current: null } },
    event: new KeyboardEvent('keydown', { code: 'Space' }),
    context: { current: { collisionRect: null, scrollableAncestors: [] } },
    options: { coordinateGetter: () => ({ x: 0, y: -40 }) },
    onStart: () => told.push('lifted'),
    onMove: ({ y }: { y: number }) => told.push(`moved by ${y}`),
    onEnd: () => told.push('set down'),
    onCancel: () => told.push('left'),
  } as unknown as KeyboardSensorProps;
  new Sensor(props);
  const wentThrough = [press('ArrowUp'), press('Space')];
  return { told, wentThrough };
}

it('keys pressed before the library listens move the line and set it down, once each, and do nothing else', async () => {
  const { told, wentThrough } = liftMoveAndSet(PatientKeyboardSensor);
  await vi.waitFor(() => expect(told).toEqual(['lifted', 'moved by -40', 'set down']));
  expect(wentThrough).toEqual([false, false]);
  expect(press('ArrowUp'), 'a later key is nobody’s').toBe(true);
  expect(told).toHaveLength(3);
});

it('the library alone loses them', async () => {
  const { told } = liftMoveAndSet(KeyboardSensor);
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual(['lifted']);
  press('Escape');
  expect(told).toEqual(['lifted', 'left']);
});
