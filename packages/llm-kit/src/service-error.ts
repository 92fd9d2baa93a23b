import { defined } from '@evospice/contracts';

/** What a service says of its failure. */
export interface ServiceError {
  /** As the service wrote it, shortened. */
  readonly message: string;
  /** HTTP status that it stands for, where that is known. */
  readonly status?: number;
  /** The service's own code or type, such as `insufficient_quota`. */
  readonly code?: string;
}

/** Statuses of the codes and types of errors that OpenAI and Anthropic document. */
const statuses: Readonly<Record<string, number>> = {
  invalid_request_error: 400, invalid_api_key: 401, authentication_error: 401, permission_error: 403, not_found_error: 404, model_not_found: 404,
  rate_limit_error: 429, rate_limit_exceeded: 429, insufficient_quota: 429, billing_hard_limit_reached: 429,
  api_error: 500, server_error: 500, overloaded_error: 529,
};

/** Longest message that is shown, in characters. */
const longest = 500;

/**
 * The error in the body of an answer, in any of the shapes that services give it: `error` as an object or a text, `errors`, `detail`,
 * `message` beside `object: "error"`, or an error in the first choice. Undefined where there is none.
 */
export function errorInBody(body: unknown): ServiceError | undefined {
  if (!isObject(body)) return undefined;
  const choice: unknown = Array.isArray(body['choices']) ? body['choices'][0] : undefined;
  const found = [
    body['error'], Array.isArray(body['errors']) ? body['errors'][0] : undefined, body['detail'], isObject(choice) ? choice['error'] : undefined,
    body['choices'] === undefined && typeof body['message'] === 'string' ? body : undefined,
  ].find((one) => one !== undefined && one !== null && one !== '' && one !== false);
  return found === undefined ? undefined : readError(found);
}

function readError(error: unknown): ServiceError {
  if (!isObject(error)) return { message: shortened(error) };
  const codes = [error['code'], error['status'], error['type']].filter((one) => typeof one === 'string' || typeof one === 'number');
  const status = codes.map((code) => statuses[code] ?? Number(code)).find((number) => Number.isInteger(number) && number >= 400 && number < 600);
  const code = codes.map(String).find((one) => !/^\d+$/u.test(one));
  return { message: messageOf(error), ...defined({ status, code }) };
}

/** OpenRouter gives the words of the service behind it in `metadata.raw`. */
function messageOf(error: Readonly<Record<string, unknown>>): string {
  const message = error['message'] ?? error['error'] ?? error['msg'];
  const raw = isObject(error['metadata']) ? error['metadata']['raw'] : undefined;
  return shortened([message ?? error, raw].filter((one) => one !== undefined && one !== null).map(textOf).join(': '));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

/** A body or a part of one, as far as a message can show it. */
export function shortened(value: unknown, length = longest): string {
  const text = textOf(value).trim();
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
