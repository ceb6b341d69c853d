import { html, nothing, type TemplateResult } from 'lit-html';
import type { RunView, StepView } from '../wire.ts';
import { ask } from './ask.ts';
import { outputsOf, requests, stepResult, timeOf } from './results.ts';
import { busily, state } from './store.ts';

const words: Record<RunView['status'], string> = {
  running: 'Running',
  done: 'Done',
  'not found': 'Stopped: nothing found',
  stopped: 'Stopped',
  held: 'Held',
  failed: 'Failed',
};

/** Every run, step by step, as it goes on. */
export function runsRoom(): TemplateResult {
  const { runs, place } = state;
  if (runs.length === 0)
    return html`<div class="empty">
      <h1>No run yet</h1>
      <p>
        Turn a <a href="#/zaps">Zap</a> on and make its trigger happen: its run shows here while it goes on.
      </p>
    </div>`;
  const chosen = runs.find(({ id }) => id === place.id) ?? runs[0];
  return html`<div class="split ${place.id === '' ? 'at-list' : 'at-detail'}">
    <nav class="list" aria-label="Runs">
      <h2>Runs <small>${runs.length}</small></h2>
      <ul>
        ${runs.map(
          ({ id, zap, at, status }) =>
            html`<li>
              <a href="#/runs/${id}" aria-current=${id === chosen?.id ? 'page' : nothing}>
                ${zap}
                <small
                  ><span class="state ${status.replace(' ', '-')}">${words[status]}</span>
                  ${timeOf(at)}</small
                >
              </a>
            </li>`,
        )}
      </ul>
    </nav>
    <section class="detail" aria-label="Run">${chosen === undefined ? nothing : detail(chosen)}</section>
  </div>`;
}

function detail(run: RunView): TemplateResult {
  const { id, zap, at, status, trigger, steps } = run;
  const triggerId = state.start?.operations.find(
    ({ kind, label }) => kind === 'trigger' && label === trigger.label,
  )?.id;
  const canReplay = status !== 'done' && status !== 'running';
  return html`<p class="back"><a href="#/runs">‹ All runs</a></p>
    <header class="with-action">
      <div>
        <p class="state ${status.replace(' ', '-')}" role="status">${words[status]}</p>
        <h1>${zap}</h1>
        <p>${timeOf(at)}</p>
      </div>
      ${
        canReplay
          ? html`<button
              class="main"
              ?disabled=${state.busy.has(`replay ${id}`)}
              @click=${() => busily(`replay ${id}`, () => ask('runs/replay', { id }))}
            >
              Replay
            </button>`
          : nothing
      }
    </header>
    <ol class="steps">
      <li class="card">
        <h2>1. ${trigger.label}</h2>
        ${outputsOf(trigger.item, triggerId ?? '', 'What started it', false)} ${requests(trigger.exchanges)}
      </li>
      ${steps.map((step, index) => html`<li class="card ${step.error === undefined ? '' : 'bad'}">${stepOf(step, index + 2)}</li>`)}
    </ol>
    ${status === 'done' && steps.length === 0 ? html`<p class="help">This Zap has no step of CleanEstimate Pro: the rest runs in Zapier.</p>` : nothing}`;
}

function stepOf(step: StepView, position: number): TemplateResult {
  const operation = state.start?.operations.find(
    ({ kind, label }) => kind !== 'trigger' && label === step.label,
  );
  // The steps of other apps, which do not run here, have their numbers too.
  const number = /\d+$/.exec(step.name)?.[0] ?? position;
  return html`<h2>${number}. ${step.label}</h2>
    ${stepResult(step, operation?.id ?? '', false)}`;
}
