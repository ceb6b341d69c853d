import { valueAt, type JsonObject } from '../../contract/json.ts';
import { loadContract } from '../../contract/judge.ts';
import { isObject } from '../../src/lib/guards.ts';

const alterations = {
  'bare answers': (schemas: JsonObject) => {
    for (const name of ['Lead', 'Client', 'Estimate', 'Job', 'Invoice']) {
      const $ref = `#/components/schemas/${name}`;
      schemas[`${name}Page`] = { type: 'array', items: { $ref } };
      schemas[`${name}Answer`] = { $ref };
    }
  },
  'no delete': (_schemas: JsonObject, paths: JsonObject) => {
    Reflect.deleteProperty(paths, '/webhooks/{id}');
  },
  'another name': (schemas: JsonObject) => {
    for (const name of ['Lead', 'LeadCreate', 'LeadUpdate']) {
      const properties = objectAt(schemas, `/${name}/properties`);
      properties.lead_source = properties.source;
      Reflect.deleteProperty(properties, 'source');
    }
    objectAt(schemas, '/LeadCreate').required = ['lead_source'];
  },
};

/** Our document with one of the alterations above, as JSON text: stands for another document about the same API. */
export function alteredDocument(name: keyof typeof alterations): string {
  const document = structuredClone(loadContract('contract/openapi.yaml'));
  alterations[name](objectAt(document, '/components/schemas'), objectAt(document, '/paths'));
  return JSON.stringify(document);
}

function objectAt(document: JsonObject, pointer: string): JsonObject {
  const found = valueAt(document, pointer);
  if (!isObject(found)) throw new Error(`Our document has nothing at ${pointer}.`);
  return found;
}
