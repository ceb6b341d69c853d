import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { EventView, StartView } from '../wire.ts';
import { ask, away } from './ask.ts';
import { builderRoom } from './builder_room.ts';
import { loadOffice } from './office_model.ts';
import { officeRoom } from './office_room.ts';
import { operationsRoom } from './operations_room.ts';
import { errorBox } from './results.ts';
import { runsRoom } from './runs_room.ts';
import { busily, closePanel, stepInPanel, drawWith, hear, say, state, update, type Place } from './store.ts';
import { zapsRoom } from './zaps_room.ts';

const rooms = [
  ['operations', 'Operations', operationsRoom],
  ['zaps', 'Zaps', () => (state.place.id === 'build' ? builderRoom() : zapsRoom())],
  ['office', 'Office', officeRoom],
  ['runs', 'Runs', runsRoom],
] as const;

function page(): TemplateResult {
  const { start, place, notice } = state;
  if (start === undefined) return html`<p class="loading">Opening the workbench…</p>`;
  const [, , room] = rooms.find(([name]) => name === place.room) ?? rooms[0];
  return html`<a class="skip" href="#main" @click=${toMain}>Skip to the content</a>
    <header class="top">
      <a class="brand" href="#/operations"
        ><img src="/favicon.svg" alt="" width="28" height="28" />CleanEstimate Pro
        <small>for Zapier ${start.version}</small></a
      >
      <nav aria-label="Rooms">
        ${rooms.map(
          ([name, title]) =>
            html`<a href="#/${name}" aria-current=${name === place.room ? 'page' : nothing}
              >${title}${name === 'runs' && state.runs.length > 0 ? html` <small>${state.runs.length}</small>` : nothing}</a
            >`,
        )}
      </nav>
      ${connection(start)}
    </header>
    ${start.connection.error === undefined ? nothing : html`<div class="wrap">${errorBox(start.connection.error)}</div>`}
    <main id="main" tabindex="-1" class="wrap">${room()}</main>
    ${question()}
    <p class="notice ${notice.isError ? 'bad' : ''} ${notice.text === '' ? 'none' : ''}" role="status">
      ${notice.text}
    </p>`;
}

function connection({ mode, connection: { label, error } }: StartView): TemplateResult {
  return html`<div class="connection">
    <span class="dot ${error === undefined ? 'good' : 'bad'}" aria-hidden="true"></span>
    <span
      >${error === undefined ? label : 'Not connected'}
      <small>${mode === 'real' ? 'real account' : 'sandbox'}</small></span
    >
    <button class="quiet" ?disabled=${state.busy.has('connection')} @click=${testConnection}>Test</button>
  </div>`;
}

function testConnection(): Promise<void> {
  return busily('connection', async () => {
    const tested = await ask<StartView['connection']>('connection', {});
    update(() => {
      if (state.start !== undefined) state.start.connection = tested;
    });
    say(tested.error?.sentence ?? `The connection works: ${tested.label}.`, tested.error !== undefined);
  });
}

function question(): TemplateResult {
  const { question: asked } = state;
  const close = (): void => {
    update(() => {
      state.question = undefined;
      state.busy.clear();
    });
  };
  return html`<dialog class="card" aria-labelledby="question" @close=${close}>
    <p id="question">${asked?.text}</p>
    <form method="dialog" class="actions">
      <button class="main" @click=${() => asked?.yes()}>Write it</button>
      <button class="quiet">Do not write</button>
    </form>
  </dialog>`;
}

function toMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function placeNow(): Place {
  const [, room = '', ...rest] = location.hash.split('/');
  const known = rooms.find(([name]) => name === room)?.[0] ?? 'operations';
  return { room: known, id: decodeURIComponent(rest.join('/')) };
}

function go(): void {
  const place = placeNow();
  // The tabs of the office change what is below them only.
  const isNew = place.room !== state.place.room || place.room !== 'office';
  update(() => {
    state.place = place;
    state.open = '';
  });
  document.title = `${rooms.find(([name]) => name === place.room)?.[1] ?? ''} – CleanEstimate Pro for Zapier`;
  if (isNew) window.scrollTo(0, 0);
  if (place.room === 'office' && state.start?.mode !== 'real') void busily('opening', loadOffice);
}

drawWith(() => {
  render(page(), document.body);
});
document.body.replaceChildren();
update();
await busily('start', async () => {
  const start = await ask<StartView>('start');
  update(() => {
    state.start = start;
    state.zaps = start.zaps;
    state.runs = start.runs;
  });
});
const events = new EventSource('/api/events');
events.addEventListener('message', ({ data }: MessageEvent<string>) => {
  void new Response(data).json<EventView>().then(hear);
});
events.addEventListener('error', () => {
  say(away, true);
});
events.addEventListener('open', () => {
  if (state.notice.text === away) say('');
});
window.addEventListener('hashchange', go);
window.addEventListener('keydown', (event) => {
  const { key } = event;
  if (key === 'Escape') closePanel();
  else if (key === 'ArrowDown' || key === 'ArrowUp') stepInPanel(key === 'ArrowDown' ? 1 : -1, event);
});
window.addEventListener('click', ({ target }) => {
  const isInside = target instanceof Element && target.closest('.dropdown, .entry') !== null;
  if (!isInside && target instanceof Element && target.isConnected) closePanel();
});
go();
