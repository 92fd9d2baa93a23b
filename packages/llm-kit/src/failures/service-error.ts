import { defined } from '@evospice/contracts';
import { isObject } from './is-object.ts';

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

/** Fields in which services write why they failed, where there is no `error`: beside an answer they say other things. */
const reasons = ['message', 'msg', 'errmsg', 'error_msg', 'error_description', 'reason', 'fault', 'base_resp', 'detail'] as const;

/**
 * The error in the body of an answer, in any of the shapes that services give it: `error` as an object or a text, `errors`, an error in the
 * first choice, a list that holds one, and where there are no choices `detail`, `message`, `msg` and the like. Undefined where there is none.
 */
export function errorInBody(body: unknown): ServiceError | undefined {
  if (Array.isArray(body)) return errorInBody(body[0]);
  if (!isObject(body)) return undefined;
  const choice: unknown = Array.isArray(body['choices']) ? body['choices'][0] : undefined;
  const found = [body['error'], Array.isArray(body['errors']) ? body['errors'][0] : undefined, isObject(choice) ? choice['error'] : undefined].find(says);
  if (found !== undefined) return readError(found);
  const isAnswer = body['choices'] !== undefined && body['choices'] !== null;
  return !isAnswer && reasons.some((field) => says(body[field]) && (typeof body[field] === 'string' || field !== 'message')) ? readError(body) : undefined;
}

function says(field: unknown): boolean {
  return field !== undefined && field !== null && field !== '' && field !== false && !(isObject(field) && Object.keys(field).length === 0);
}

function readError(error: unknown, depth = 0): ServiceError {
  const told = typeof error === 'string' ? jsonObject(error) : isObject(error) ? error : undefined;
  if (told === undefined || depth > 4) return { message: shortened(error) };
  const codes = [told['code'], told['status'], told['type'], told['status_code']].filter((one) => typeof one === 'string' || typeof one === 'number');
  const status = codes.map((code) => statuses[code] ?? Number(code)).find((number) => Number.isInteger(number) && number >= 400 && number < 600);
  const code = codes.map(String).find((one) => !/^\d+$/u.test(one));
  const inner = ['error', ...reasons, 'status_msg', 'faultstring'].map((field) => told[field]).find(says);
  const within = inner === undefined ? undefined : readError(inner, depth + 1);
  // OpenRouter gives the words of the service behind it in `metadata.raw`.
  const raw = isObject(told['metadata']) ? told['metadata']['raw'] : undefined;
  const message = [within?.message ?? shortened(told), ...(says(raw) ? [textOf(raw)] : [])].join(': ');
  return { message: shortened(message), ...defined({ status: status ?? within?.status, code: code ?? within?.code }) };
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    // It is a text that begins with a brace, and is shown as it is.
    return undefined;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

/** A body or a part of one, as far as a message can show it: without control characters, which a terminal would obey. */
export function shortened(value: unknown, length = longest): string {
  const text = textOf(value).slice(0, 4 * length + 4096).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
