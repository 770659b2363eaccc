import { render, screen } from '@testing-library/react';
import { type CellState, Rack } from './Rack';

test('each state has a name and a shape of its own, and only up is filled with felt', () => {
  const states: CellState[] = ['up', 'down', 'unknown', 'draining', 'disabled'];
  render(<Rack cells={states.map((state) => ({ id: state, name: 'web-1', state }))} />);
  const shapes = states.map((state) => screen.getByRole('img', { name: `web-1: ${state}` }).innerHTML);
  const withoutTitle = shapes.map((shape) => shape.replace(/<title>.*<\/title>/, ''));
  expect(new Set(withoutTitle).size).toBe(states.length);
  expect(withoutTitle.filter((shape) => shape.includes('fill="#0b8a6d"'))).toEqual([withoutTitle[0]]);
});
