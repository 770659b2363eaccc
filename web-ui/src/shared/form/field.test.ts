import { bodyOf, type Field, patchOf, pointerOf, valuesOf } from './field';

const fields: Field[] = [
  { key: 'name', label: 'Name', kind: 'text' },
  { key: 'ports', label: 'Ports', kind: 'lines' },
  { key: 'weight', label: 'Weight', kind: 'number' },
  { key: 'gateway', label: 'Gateway', kind: 'flag' },
  { key: 'http.path', label: 'Path', kind: 'text' },
];
const resource = { name: 'web', ports: ['80', '443'], weight: 2, gateway: false, http: { path: '/' }, other: 1 };

test('a form that was not touched changes nothing', () => {
  const values = valuesOf(fields, resource);
  expect(values).toEqual({ name: 'web', ports: '80 443', weight: '2', gateway: 'false', 'http.path': '/' });
  expect(patchOf(fields, values, values)).toEqual({});
});

test('a patch holds what was changed alone, each as its own type, and null for what was emptied', () => {
  const before = valuesOf(fields, resource);
  const after = { ...before, name: '', ports: '80, 8000-8010', weight: '5', gateway: 'true', 'http.path': '/health' };
  expect(patchOf(fields, before, after)).toEqual({
    name: null,
    ports: ['80', '8000-8010'],
    weight: 5,
    gateway: true,
    http: { path: '/health' },
  });
});

test('what is no number is left for the control plane to refuse', () => {
  expect(patchOf(fields, { weight: '1' }, { weight: 'many' })).toEqual({ weight: 'many' });
});

test('a new resource leaves empty fields to the defaults', () => {
  expect(bodyOf(fields, { name: 'web', weight: '', ports: '', 'http.path': '/' })).toEqual({ name: 'web', http: { path: '/' } });
});

test('problems point at fields', () => {
  expect(fields.map(pointerOf)).toEqual(['/name', '/ports', '/weight', '/gateway', '/http/path']);
});
