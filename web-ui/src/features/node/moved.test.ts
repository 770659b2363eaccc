import { movedTo } from './moved';

test('a hand-over says who owns each router now, and that nothing moved where nothing did', () => {
  const moved = [{ vrid: 1, takenOverBy: 'a' }, { vrid: 2, takenOverBy: 'gone' }];
  expect(movedTo({ moved }, [{ id: 'a', name: 'lb2' }])).toBe('VRID 1 belongs to lb2 now. VRID 2 belongs to gone now.');
  expect(movedTo({ moved: [] }, [])).toBe('It owned no virtual router: nothing had to move.');
});
