// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { type CellState, Rack } from './Rack';

test('each state has a name and a shape of its own, and only up looks up', () => {
  const states: CellState[] = ['up', 'down', 'degraded', 'unknown', 'draining', 'disabled'];
  render(<Rack cells={states.map((state) => ({ id: state, name: 'web-1', state }))} />);
  const shapes = states.map((state) => screen.getByRole('img', { name: `web-1: ${state}` }).innerHTML);
  const withoutTitle = shapes.map((shape) => shape.replace(/<title>.*<\/title>/, ''));
  const outlines = withoutTitle.map((shape) => shape.replace(/class="[^"]*"/, ''));
  // Up, unknown and disabled differ in fill and dashes, which a class carries; the others in what is drawn.
  expect(new Set(outlines).size).toBe(5);
  expect(new Set(withoutTitle).size).toBe(states.length);
  expect(withoutTitle.filter((shape) => shape.includes('cell up'))).toEqual([withoutTitle[0]]);
});
