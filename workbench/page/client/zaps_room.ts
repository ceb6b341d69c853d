import { html, nothing, type TemplateResult } from 'lit-html';
import type { TemplateView, ZapPlan, ZapView } from '../wire.ts';
import { ask } from './ask.ts';
import { openBuilder, turnOn } from './builder_model.ts';
import { busily, operationOf, say, state } from './store.ts';
import { timeOf } from './results.ts';

/** The Zaps that are on, and those that can be turned on. */
export function zapsRoom(): TemplateResult {
  return html`<header class="with-action">
      <div>
        <h1>Zaps</h1>
        <p>Turn one on, make its trigger happen, and watch it under <a href="#/runs">Runs</a>.</p>
      </div>
      <button
        class="main"
        @click=${() => {
          openBuilder();
        }}
      >
        Build your own
      </button>
    </header>
    <section aria-labelledby="on-title">
      <h2 id="on-title">On now</h2>
      ${
        state.zaps.length === 0
          ? html`<p class="empty small">No Zap is on. Turn one on below: it takes one click.</p>`
          : html`<ul class="cards">
              ${state.zaps.map(running)}
            </ul>`
      }
    </section>
    <section aria-labelledby="template-title">
      <h2 id="template-title">Ready to turn on</h2>
      <ul class="cards">
        ${(state.start?.templates ?? []).map(template)}
      </ul>
    </section>`;
}

function flow({ trigger, steps }: ZapPlan, elsewhere: string[] = [], about = ''): TemplateResult {
  const first =
    trigger === 'catch_hook' ? 'Form' : (operationOf(`triggers.${trigger.key}`)?.label ?? trigger.key);
  const names = [first, ...steps.map(({ does }) => operationOf(does)?.label ?? does)];
  const others = elsewhere.filter((step) => !(trigger === 'catch_hook' && step === elsewhere[0]));
  const then = others.length === 0 ? about : `Then, in Zapier: ${others.join('; ')}`;
  return html`<ol class="flow" aria-label="Steps">
      ${names.map((name) => html`<li>${name}</li>`)}
    </ol>
    ${then === '' ? nothing : html`<p class="help">${then}</p>`}`;
}

function template(offer: TemplateView): TemplateResult {
  const { name, about, zap, form, elsewhere } = offer;
  const isOn = state.zaps.some((one) => one.zap.name === name);
  return html`<li class="card zap">
    <h3>${name}</h3>
    ${flow(zap, elsewhere, about)}

    <div class="actions">
      <button
        ?disabled=${isOn || state.busy.has(`on ${name}`)}
        aria-label="${isOn ? 'Is on' : 'Turn on'}: ${name}"
        @click=${() => turnOn(zap, form)}
      >
        ${isOn ? 'Is on' : 'Turn on'}
      </button>
      <button
        class="quiet"
        aria-label="Open: ${name}"
        @click=${() => {
          openBuilder(offer);
        }}
      >
        Open
      </button>
    </div>
  </li>`;
}

function running({ id, zap, polls, nextPoll, note }: ZapView): TemplateResult {
  const runs = state.runs.filter((run) => run.zap === zap.name);
  const post = (path: string, done: string): Promise<void> =>
    busily(`${path} ${id}`, async () => {
      await ask(`zaps/${path}`, { id });
      if (done !== '') say(done);
    });
  const isBusy = ['happen', 'poll', 'off'].some((path) => state.busy.has(`${path} ${id}`));
  const setOff = zap.trigger === 'catch_hook' ? 'Send its form' : 'Make it happen';
  const isReal = state.start?.mode === 'real';
  return html`<li class="card zap on">
    <h3>${zap.name}</h3>
    ${flow(zap)}
    <p class="help">
      ${polls ? `Polls every minute, next at ${timeOf(nextPoll)}.` : 'Instant: it waits for news.'}
      ${runs.length === 0 ? 'No run yet.' : html`<a href="#/runs/${runs[0]?.id ?? ''}">${runs.length === 1 ? 'One run' : `${runs.length} runs`}</a>`}
    </p>
    ${note === '' ? nothing : html`<p class="note">${note}</p>`}
    <div class="actions">
      ${
        isReal
          ? nothing
          : html`<button
              class="main"
              ?disabled=${isBusy}
              aria-label="${setOff}: ${zap.name}"
              @click=${() => post('happen', '')}
            >
              ${setOff}
            </button>`
      }
      ${polls ? html`<button ?disabled=${isBusy} @click=${() => post('poll', 'Polled.')}>Poll now</button>` : nothing}
      <button
        class="quiet"
        ?disabled=${isBusy}
        aria-label="Turn off: ${zap.name}"
        @click=${() => post('off', `"${zap.name}" is off.`)}
      >
        Turn off
      </button>
    </div>
  </li>`;
}
