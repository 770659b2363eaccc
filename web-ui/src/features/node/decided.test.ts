import { dropsFirst } from './decided';

test('drops stand first, however few, and then what was met most', () => {
  const counted = [
    { reason: 'PASSED_ARP', packets: 30 },
    { reason: 'DROPPED_BAD_ARP', packets: 1 },
    { reason: 'FORWARDED_KNOWN_FLOW', packets: 900 },
    { reason: 'DROPPED_NO_LISTENER', packets: 7 },
  ];
  expect(dropsFirst(counted).map((each) => each.reason)).toEqual(['DROPPED_NO_LISTENER', 'DROPPED_BAD_ARP', 'FORWARDED_KNOWN_FLOW', 'PASSED_ARP']);
});
