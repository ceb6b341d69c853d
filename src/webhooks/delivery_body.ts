import { isObject, parseJson } from '../lib/guards.ts';

// What is nested deeper could not be worked through: what walks along it would end with a RangeError.
const deepest = 200;

/**
 * Reads the body of a delivery. Documented: JSON. Read too: JSON behind a byte order mark, and a form whose fields hold
 * texts or JSON.
 * @returns undefined for anything else, and for what is nested absurdly deep
 */
export function bodyIn(content: string): unknown {
  const text = content.replace(/^\uFEFF/, '').trim();
  const body = parseJson(text) ?? formIn(text);
  return isTooDeep(body) ? undefined : body;
}

/** Reads JSON that stands in JSON as a text; undefined when the text holds no object and no list. */
export function jsonIn(text: string): unknown {
  return /^\s*[[{]/.test(text) ? bodyIn(text) : undefined;
}

// `event=lead.created&data[lead_id]=1`, `payload={"event": …}`
function formIn(text: string): unknown {
  if (!/^[\w.[\]%+-]+=/.test(text)) return undefined;
  const form = new Branch();
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/\]?\[|\]/).filter((part, index) => index === 0 || part !== '');
    if (path.length > deepest) return undefined;
    form.add(path, value);
  }
  return form.value();
}

class Branch {
  readonly #members = new Map<string, Branch | string>();

  add(path: readonly string[], value: string): void {
    const [name, ...inner] = path;
    const key = String(name);
    if (inner.length === 0) {
      this.#members.set(key, value);
      return;
    }
    const known = this.#members.get(key);
    const branch = known instanceof Branch ? known : new Branch();
    this.#members.set(key, branch);
    branch.add(inner, value);
  }

  value(): unknown {
    const entries = [...this.#members].map(([name, inner]): [string, unknown] => [
      name,
      typeof inner === 'string' ? inner : inner.value(),
    ]);
    return entries.every(([name]) => /^\d+$/.test(name))
      ? entries.map(([, inner]) => inner)
      : Object.fromEntries(entries);
  }
}

function isTooDeep(body: unknown): boolean {
  let level = [body];
  for (let depth = 0; depth < deepest; depth += 1) {
    level = level.flatMap((value): unknown[] =>
      Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
