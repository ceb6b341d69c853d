// Loads an app as Zapier does, through its zapierwrapper.js, and runs steps of an action put beside its own ones, which does
// nothing. Prints the CPU time of the quietest hundred of them. Plain JavaScript, since removing types from TypeScript
// would take longer than loading the app.
const [, , wrapper, count] = process.argv;
const { appRaw } = await import(wrapper);
const steps = Number(count);
if (steps > 0) {
  const core = new URL('node_modules/zapier-platform-core/index.mjs', `file://${wrapper}`);
  const { default: platform } = await import(core);
  const operation = { perform: () => ({ id: 1 }), inputFields: [], sample: { id: 1 } };
  const nothing = { key: 'nothing', noun: 'Nothing', display: { label: '', description: '' }, operation };
  const handler = platform.createAppHandler({ ...appRaw, creates: { ...appRaw.creates, nothing } });
  // The platform logs the memory of each step.
  Reflect.set(console, 'log', () => undefined);
  const hundreds = [];
  let began = process.cpuUsage();
  for (let step = 1; step <= steps; step += 1) {
    const bundle = { authData: {}, inputData: {}, meta: {} };
    const { results } = await handler({
      command: 'execute',
      method: 'creates.nothing.operation.perform',
      bundle,
    });
    if (results.id !== 1) throw new Error('The step did something.');
    if (step % 100 !== 0) continue;
    const { user, system } = process.cpuUsage(began);
    hundreds.push((user + system) / 1000 / 100);
    began = process.cpuUsage();
  }
  process.stdout.write(`${JSON.stringify(Math.min(...hundreds))}\n`);
}
