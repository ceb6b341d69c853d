import type { Create, Search, Trigger } from 'zapier-platform-core';
import App from '../../index.ts';
import { client } from '../../src/records/client.ts';
import { estimate } from '../../src/records/estimate.ts';
import { invoice } from '../../src/records/invoice.ts';
import { job } from '../../src/records/job.ts';
import { lead } from '../../src/records/lead.ts';
import { sign } from '../../src/webhooks/signature.ts';
import { jobForm } from '../office/forms.ts';
import { pollInput, workingInput } from '../office/inputs.ts';
import type { Item } from '../office/office.ts';

/** A step to be measured: its name, the method that Zapier calls, and what it gives it. */
export interface HangingStep {
  name: string;
  method: string;
  bundle: Item;
}

const records = {
  lead: lead.fixture,
  client: client.fixture,
  estimate: estimate.fixture,
  job: job.fixture,
  invoice: invoice.fixture,
};

/** One step of every operation of the app. */
export function hangingSteps(): HangingStep[] {
  const stepsOf = (kind: 'searches' | 'creates', all: Record<string, Create | Search>): HangingStep[] =>
    Object.values(all).map(({ key, display }) => ({
      name: display.label ?? key,
      method: `${kind}.${key}.operation.perform`,
      bundle: { inputData: workingInput(key, records) },
    }));
  const newCustomer = { ...jobForm, customer_email: 'new@example.com' };
  return [
    { name: 'Connection test', method: 'authentication.test', bundle: {} },
    ...Object.values(App.triggers).flatMap(stepsOfTrigger),
    ...stepsOf('creates', App.creates),
    {
      name: 'Create Job, a new customer',
      method: 'creates.create_job.operation.perform',
      bundle: { inputData: newCustomer },
    },
    ...stepsOf('searches', App.searches),
  ];
}

function stepsOfTrigger({ key, display, operation }: Trigger): HangingStep[] {
  const name = display.label ?? key;
  if (operation.type !== 'hook') {
    return [{ name, method: `triggers.${key}.operation.perform`, bundle: { inputData: pollInput(key) } }];
  }
  const secret = 'hanging';
  const data = { lead_id: 'l1', estimate_id: 'e1', job_id: 'j1', invoice_id: 'i1' };
  const content = JSON.stringify({ event: events[key], timestamp: new Date().toISOString(), data });
  const subscribeData = { id: 'w1', secret };
  const rawRequest = { content, headers: { 'Http-X-Webhook-Signature': sign(secret, content) } };
  const targetUrl = `https://hooks.zapier.com/${key}`;
  return [
    {
      name: `${name}, a delivery`,
      method: `triggers.${key}.operation.perform`,
      bundle: { inputData: {}, subscribeData, rawRequest },
    },
    {
      name: `${name}, Zap on`,
      method: `triggers.${key}.operation.performSubscribe`,
      bundle: { inputData: {}, targetUrl },
    },
    {
      name: `${name}, Zap off`,
      method: `triggers.${key}.operation.performUnsubscribe`,
      bundle: { inputData: {}, targetUrl, subscribeData },
    },
    {
      name: `${name}, samples`,
      method: `triggers.${key}.operation.performList`,
      bundle: { inputData: {} },
    },
  ];
}

const events: Record<string, string> = {
  new_lead: 'lead.created',
  lead_status_changed: 'lead.status_changed',
  new_estimate: 'estimate.created',
  estimate_accepted: 'estimate.accepted',
  new_job: 'job.created',
  job_completed: 'job.completed',
  new_invoice: 'invoice.created',
  invoice_paid: 'invoice.paid',
};
