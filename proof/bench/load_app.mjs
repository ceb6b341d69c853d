// Loads an app as Zapier does, through its zapierwrapper.js, and prints how much time and memory that took. It is plain
// JavaScript, since removing types from TypeScript would take longer than loading the app.
const [, , wrapper] = process.argv;
const cost = () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  // Wall time and CPU time both count from the start of the process.
  return { wall: performance.now(), cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
};

const { handler } = await import(wrapper);
const loaded = cost();
await handler({ command: 'definition', calledFromCli: true });
const ready = cost();
process.stdout.write(`\n${JSON.stringify({ loaded, ready })}\n`);
