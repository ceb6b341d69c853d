/** Environment variables that the app reads, such as CEPRO_API_URL. */
export type AppSettings = Record<`CEPRO_${string}`, string>;

/**
 * Sets environment variables of the app in this process. The app reads them in every step, so they apply at once.
 * @returns a function that restores the values from before
 */
export function changeAppSettings(settings: AppSettings): () => void {
  const before = Object.keys(settings).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, settings);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
}
