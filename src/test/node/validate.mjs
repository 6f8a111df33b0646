// Asks the reference implementation (c2pa-rs) what it thinks of files.
// node validate.mjs anchors.pem file… writes a line of JSON for each.
import fs from 'node:fs';
import initialize, * as c2pa from '@contentauth/c2pa-wasm';

const types = { png: 'image/png', jpg: 'image/jpeg', tif: 'image/tiff', mp4: 'video/mp4', mov: 'video/quicktime' };
const folder = new URL('./node_modules/@contentauth/c2pa-wasm/pkg/', import.meta.url);
await initialize({ module_or_path: fs.readFileSync(new URL('c2pa_bg.wasm', folder)) });
const [anchors, ...files] = process.argv.slice(2);
const settings = { verify: { verify_trust: true } };
if (anchors !== '-') settings.trust = { trust_anchors: fs.readFileSync(anchors, 'utf8') };
for (const file of files) {
	const line = { file };
	try {
		const bytes = new Uint8Array(fs.readFileSync(file));
		const start = performance.now();
		const reader = await c2pa.WasmReader.fromBytes(types[file.split('.').pop().toLowerCase()], bytes, JSON.stringify(settings));
		const found = JSON.parse(reader.json());
		line.ms = performance.now() - start;
		const active = found.manifests[found.active_manifest];
		line.state = found.validation_state;
		line.failures = found.validation_results.activeManifest.failure.map(s => s.code);
		line.successes = found.validation_results.activeManifest.success.map(s => s.code);
		line.ingredients = (active.ingredients ?? []).map(i => i.title);
	} catch (error) {
		line.state = String(error).includes('JumbfNotFound') ? 'None' : 'Refused';
		line.error = String(error);
	}
	console.log(JSON.stringify(line));
}
