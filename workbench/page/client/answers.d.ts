// What the server answers has the types of wire.ts: the server itself is compiled with them.
interface Response {
  json<T = unknown>(): Promise<T>;
}
