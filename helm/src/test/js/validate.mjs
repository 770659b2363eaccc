// Usage: node validate.mjs RENDERING…  Checks every resource against the schema of its own kind.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseAllDocuments } from 'yaml';

const PACKAGES = {
  'cert-manager.io': '@kubernetes-models/cert-manager/',
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api/',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator/',
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg/',
};

async function modelOf({ apiVersion, kind }) {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  const models = await import((PACKAGES[group] ?? 'kubernetes-models/') + apiVersion);
  if (!models[kind]) throw new Error(`no schema for ${apiVersion} ${kind}`);
  return models[kind];
}

let valid = 0;
const offences = [];
for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
    if (document.errors.length > 0) throw document.errors[0];
    const resource = document.toJS();
    if (resource === null) continue;
    try {
      const Model = await modelOf(resource);
      new Model(resource).validate();
      valid += 1;
    } catch (problem) {
      offences.push(`${basename(file)}: ${resource.kind} ${resource.metadata?.name}: ${problem.message}`);
    }
  }
}
console.log(`${valid} resources are valid`);
offences.forEach((offence) => console.log(offence));
process.exit(offences.length > 0 ? 1 : 0);
