/** An RFC 9457 problem as the control plane answers it: a stable code, and a pointer for each field at fault. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
}

export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ProblemError';
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer, or its problem thrown. */
export async function dataOf<T>(call: Promise<Answer<unknown>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ProblemError(problemOf(error, response));
  return data as T;
}

function problemOf(body: unknown, response: Response): Problem {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  return {
    status: response.status,
    code: given.code ?? `HTTP_${response.status}`,
    title: given.title ?? (response.statusText || 'The control plane refused'),
    detail: given.detail ?? '',
    errors: given.errors ?? [],
  };
}

/** What the problem says of one field, by its JSON pointer. */
export function fieldError(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.problem.errors
    .filter((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`))
    .map((each) => each.detail)
    .join(' ') || undefined;
}

/** Somebody else changed the resource since it was read. */
export function isConflict(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 412;
}
