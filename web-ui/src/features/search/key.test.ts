// @vitest-environment jsdom
import { isSearchKey } from './key';

test('a slash searches, unless it is written into a field or has a modifier', () => {
  const heard: boolean[] = [];
  document.addEventListener('keydown', (event) => heard.push(isSearchKey(event)));
  const input = document.body.appendChild(document.createElement('input'));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
  input.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', ctrlKey: true, bubbles: true }));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  expect(heard).toEqual([true, false, false, false]);
});
