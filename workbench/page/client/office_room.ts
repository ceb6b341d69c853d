import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Item } from '../wire.ts';
import { doDeed, moveClock, sendForm } from './office_model.ts';
import { timeOf } from './results.ts';
import { state, textOf } from './store.ts';
import { shelfNames, type OfficeView, type ShelfName } from './types.ts';

const titles: Record<ShelfName, string> = {
  leads: 'Leads',
  clients: 'Clients',
  estimates: 'Estimates',
  jobs: 'Jobs',
  invoices: 'Invoices',
};
const dayMs = 86_400_000;

/** What people do with a record in the product. */
interface Deed {
  shelf: ShelfName;
  label: string;
  verb: string;
  when: (status: string) => boolean;
  body?: (record: Item) => Item;
}

const deeds: readonly Deed[] = [
  {
    shelf: 'leads',
    label: 'Mark as lost',
    verb: 'status',
    when: (status) => status !== 'lost',
    body: () => ({ status: 'lost' }),
  },
  { shelf: 'estimates', label: 'Send', verb: 'send', when: (status) => status === 'draft' },
  { shelf: 'estimates', label: 'View', verb: 'view', when: (status) => status === 'sent' },
  {
    shelf: 'estimates',
    label: 'Accept',
    verb: 'accept',
    when: (status) => ['sent', 'viewed'].includes(status),
  },
  {
    shelf: 'jobs',
    label: 'Complete',
    verb: 'complete',
    when: (status) => ['scheduled', 'en_route', 'in_progress'].includes(status),
  },
  {
    shelf: 'jobs',
    label: 'A day later',
    verb: 'move',
    when: (status) => status === 'scheduled',
    body: ({ scheduled_date }) => ({ scheduled_date: dayAfter(textOf(scheduled_date)) }),
  },
  { shelf: 'jobs', label: 'Invoice', verb: 'invoice', when: (status) => status === 'complete' },
  { shelf: 'invoices', label: 'Pay', verb: 'pay', when: (status) => !['paid', 'void'].includes(status) },
];

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}

/** CleanEstimate Pro itself, as far as a Zap sees it: its records, and buttons for what people do there. */
export function officeRoom(): TemplateResult {
  const { office } = state;
  if (state.start?.mode === 'real')
    return html`<div class="empty">
      <h1>Your office is the real one</h1>
      <p>
        Open CleanEstimate Pro to see its records: here, the page works on them through Zapier's forms only.
      </p>
    </div>`;
  if (office === undefined) return html`<p class="loading">Opening the office…</p>`;
  const shelf = shelfNames.find((name) => name === state.place.id) ?? 'leads';
  const { count, records } = office.shelves[shelf];
  return html`<header class="with-action">
      <div>
        <h1>Office</h1>
        <p>
          What people do in CleanEstimate Pro, to set Zaps off. Today is ${timeOf(state.start?.now ?? '')}.
        </p>
      </div>
      <div class="actions">
        <button ?disabled=${state.busy.has('office')} @click=${() => moveClock(1)}>Let a day go by</button>
        <button ?disabled=${state.busy.has('office')} @click=${() => moveClock(7)}>A week</button>
      </div>
    </header>
    <div class="office">
      <section class="card" aria-labelledby="records-title">
        <nav class="tabs" aria-label="Records">
          ${shelfNames.map(
            (name) =>
              html`<a href="#/office/${name}" aria-current=${name === shelf ? 'page' : nothing}
                >${titles[name]} <small>${office.shelves[name].count}</small></a
              >`,
          )}
        </nav>
        <h2 id="records-title" class="hidden">${titles[shelf]}</h2>
        <ul class="records">
          ${records.map((record) => recordOf(shelf, record))}
        </ul>
        ${records.length < count ? html`<p class="help">The newest ${records.length} of ${count}.</p>` : nothing}
        ${count === 0 ? html`<p class="empty small">None yet.</p>` : nothing}
      </section>
      ${websiteForm(office)}
    </div>`;
}

function recordOf(shelf: ShelfName, record: Item): TemplateResult {
  const id = textOf(record.id);
  const name = textOf(record.customer_name ?? record.name) || 'Nobody';
  const facts = [
    record.number,
    record.customer_phone ?? record.phone,
    record.scheduled_date,
    record.service_type ?? record.service_interest,
    shelf === 'invoices' ? `due ${textOf(record.due_date)}` : '',
    record.total === undefined || record.total === null ? '' : `$${textOf(record.total)}`,
  ]
    .map(textOf)
    .filter(Boolean);
  return html`<li>
    <div>
      <b>${name}</b> <span class="chip">${textOf(record.status).replaceAll('_', ' ')}</span>
      <p class="help">${facts.join(' · ')}</p>
    </div>
    <div class="actions">${deedsOf(shelf, record, id, name)}</div>
  </li>`;
}

function deedsOf(shelf: ShelfName, record: Item, id: string, name: string): TemplateResult[] {
  const status = textOf(record.status);
  return deeds
    .filter((deed) => deed.shelf === shelf && deed.when(status))
    .map(
      ({ label, verb, body }) =>
        html`<button
          class="quiet"
          aria-label="${label}: ${name}"
          ?disabled=${state.busy.has('office')}
          @click=${() => doDeed(`${shelf}/${id}/${verb}`, `${label}: done.`, body?.(record))}
        >
          ${label}
        </button>`,
    );
}

function websiteForm(office: OfficeView): TemplateResult {
  const open = state.zaps.filter(({ zap }) => zap.trigger === 'catch_hook').map(({ zap }) => zap.name);
  return html`<form
    class="card website"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      void sendForm(office);
    }}
  >
    <h2>The office's website</h2>
    <p class="help">
      ${open.length === 0 ? 'A visitor asks for a quote. The form becomes a lead.' : `A visitor asks for a quote. The form goes to ${open.join(', ')}.`}
    </p>
    ${office.form.map(
      ({ key, label }) =>
        html`<div class="field">
          <label for="website-${key}">${label}</label>
          <input
            id="website-${key}"
            type="text"
            autocomplete="off"
            .value=${live(office.answers[key] ?? '')}
            @input=${({ target }: Event) => {
              if (target instanceof HTMLInputElement) office.answers[key] = target.value;
            }}
          />
        </div>`,
    )}
    <div class="actions">
      <button class="main" ?disabled=${state.busy.has('office')}>Send the form</button>
    </div>
  </form>`;
}
