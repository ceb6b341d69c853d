import { html, nothing, type TemplateResult } from 'lit-html';
import type { ErrorView, Exchange, Item, StepView } from '../wire.ts';
import { operationOf, textOf } from './store.ts';

const errorTitles: Record<ErrorView['kind'], string> = {
  halted: 'Stopped here, not an error: Zapier ends the run quietly',
  throttled: 'Held: Zapier runs this step again by itself',
  reconnect: 'Zapier asks to reconnect the account, and turns off what needs it',
  failed: 'Failed: Zapier tells the owner of the Zap, who can replay it',
};

/** What came of a step: the error as Zapier shows it, or what it gave; and what was asked of the API. */
export function stepResult(step: StepView, operationId: string, isOpen = true): TemplateResult {
  const { input, outputs, changed, error, exchanges } = step;
  return html`
    ${error === undefined ? nothing : errorBox(error)}
    ${error === undefined && outputs.length === 0 ? html`<p class="empty">It found nothing.</p>` : nothing}
    ${changed.length === 0 ? nothing : readAs(changed)}
    ${outputs.map((item, index) =>
      outputsOf(
        item,
        operationId,
        outputs.length === 1 ? 'What it gives' : titleOf(item, index),
        isOpen && index === 0,
      ),
    )}
    ${sentOf(input, operationId)} ${requests(exchanges)}
  `;
}

/** An error as Zapier shows it. */
export function errorBox({ kind, sentence, until }: ErrorView): TemplateResult {
  return html`<div class="error ${kind}" role="alert">
    <p class="kind">${errorTitles[kind]}</p>
    <p class="sentence">${sentence}</p>
    ${until === undefined ? nothing : html`<p class="help">It waits until ${timeOf(until)}.</p>`}
  </div>`;
}

function readAs(changed: StepView['changed']): TemplateResult {
  return html`<table class="read">
    <caption>
      Read and filled in
    </caption>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">typed</th>
        <th scope="col">saved as</th>
      </tr>
    </thead>
    <tbody>
      ${changed.map(
        ({ label, typed, stored }) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td>${typed || '—'}</td>
            <td><b>${stored}</b></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function sentOf(input: Item, operationId: string): TemplateResult | typeof nothing {
  const fields = operationOf(operationId)?.fields ?? [];
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  return Object.keys(input).length === 0
    ? nothing
    : html`<details>
        <summary>What went in</summary>
        ${listed(input, labels)}
      </details>`;
}

/** The record that a step gave, by the labels of its operation. */
export function outputsOf(item: Item, operationId: string, title: string, isOpen: boolean): TemplateResult {
  const outputs = operationOf(operationId)?.outputs ?? [];
  const labels = new Map(outputs.map(({ key, label }) => [key, label]));
  return html`<details ?open=${isOpen}>
    <summary>${title}</summary>
    ${listed(item, labels)}
  </details>`;
}

/** The values of an item that are filled, in the order of the labels. */
function listed(item: Item, labels: Map<string, string>): TemplateResult {
  const keys = [...new Set([...labels.keys(), ...Object.keys(item)])];
  const filled = keys.filter((key) => textOf(item[key]) !== '');
  return html`<dl>
    ${filled.map(
      (key) =>
        html`<div>
          <dt>${labels.get(key) ?? key}</dt>
          <dd>${textOf(item[key])}</dd>
        </div>`,
    )}
  </dl>`;
}

function titleOf(item: Item, index: number): string {
  const name = textOf(item.number ?? item.customer_name ?? item.name ?? item.id);
  return `${index + 1}. ${name}`;
}

/** The requests of a step, each with its answer. */
export function requests(exchanges: Exchange[]): TemplateResult | typeof nothing {
  if (exchanges.length === 0) return nothing;
  const count = exchanges.length === 1 ? 'One request' : `${exchanges.length} requests`;
  return html`<details class="requests">
    <summary>${count} to the API</summary>
    ${exchanges.map(
      ({ method, url, status, sent, got, headers, answerHeaders }) =>
        html`<details>
          <summary>
            <code>${method} ${pathOf(url)}</code>
            <span class="status ${status >= 200 && status < 300 ? 'good' : 'bad'}"
              >${status || 'no answer'}</span
            >
          </summary>
          ${code('Sent', headers, sent)} ${code('Answer', answerHeaders, got)}
        </details>`,
    )}
  </details>`;
}

function code(title: string, headers: Record<string, string>, body: unknown): TemplateResult {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const text = body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body, undefined, 2);
  return html`<p class="source">${title}</p>
    <pre tabindex="0" aria-label=${title}>${[...lines, '', text].join('\n').trim()}</pre>`;
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url, 'http://localhost');
  return `${pathname.replace('/api/v1', '')}${decodeURIComponent(search)}`;
}

/** A moment as people here write it. */
export function timeOf(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' });
}
