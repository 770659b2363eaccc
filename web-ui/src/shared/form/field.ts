/** One property of a resource in a form. Every value is a text while it is edited. */
export interface Field {
  /** Where it stands in the resource; a dot leads into an object within: `http.path`. */
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  /** `lines` is a list, with commas or white space between. */
  readonly kind: 'text' | 'number' | 'lines' | 'select' | 'flag';
  readonly options?: readonly Option[];
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export type Values = Readonly<Record<string, string>>;

/** Where a problem of the control plane points when it is of this field. */
export function pointerOf(field: Field): string {
  return `/${field.key.replaceAll('.', '/')}`;
}

export function valuesOf(fields: readonly Field[], resource: object): Values {
  return Object.fromEntries(fields.map((field) => [field.key, shown(at(resource, field.key))]));
}

/** A merge patch (RFC 7396) of what differs: an emptied field is taken away by null. */
export function patchOf(fields: readonly Field[], before: Values, after: Values): Record<string, unknown> {
  const patch = {};
  fields
    .filter((field) => (before[field.key] ?? '') !== (after[field.key] ?? ''))
    .forEach((field) => put(patch, field.key, parsed(field, after[field.key] ?? '')));
  return patch;
}

/** A whole body: what is empty is left to the control plane's default. */
export function bodyOf(fields: readonly Field[], values: Values): Record<string, unknown> {
  const body = {};
  fields
    .filter((field) => (values[field.key] ?? '') !== '')
    .forEach((field) => put(body, field.key, parsed(field, values[field.key] ?? '')));
  return body;
}

/** The names of enumeration values as options. */
export function choices(...values: string[]): Option[] {
  return values.map((value) => ({ value, label: value.toLowerCase().replaceAll('_', ' ') }));
}

function at(resource: object, key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), resource);
}

function put(target: Record<string, unknown>, key: string, value: unknown) {
  const parts = key.split('.');
  const last = parts.pop() ?? key;
  const parent = parts.reduce<Record<string, unknown>>((each, part) => {
    each[part] = isObject(each[part]) ? each[part] : {};
    return each[part] as Record<string, unknown>;
  }, target);
  parent[last] = value;
}

function parsed(field: Field, value: string): unknown {
  if (field.kind === 'lines') return value.split(/[\s,]+/).filter((part) => part !== '');
  if (value === '') return null;
  // What is no number goes as it is: the control plane says what is wrong with it.
  if (field.kind === 'number') return Number.isFinite(Number(value)) ? Number(value) : value;
  return field.kind === 'flag' ? value === 'true' : value;
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
