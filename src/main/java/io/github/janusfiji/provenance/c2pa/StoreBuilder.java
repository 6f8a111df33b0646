/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.provenance.c2pa;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes manifest stores: a claim of the second version, signed (C2PA 2.2, 10). */
final class StoreBuilder {

	/** Begins the name of the program in claims. */
	static final String GENERATOR = "Janus";

	private static final String ASSERTIONS = "c2pa.assertions";

	private final Declaration declared;
	private final Credential signer;
	private final String version;

	/** @param version of Janus; empty if unknown */
	StoreBuilder(final Declaration declared, final Credential signer,
		final String version)
	{
		this.declared = declared;
		this.signer = signer;
		this.version = version;
	}

	/**
	 * @param label of the manifest
	 * @param binding label of the hard binding
	 * @param hash its value
	 * @param further assertions
	 */
	byte[] build(final String label, final String binding,
		final Map<String, Object> hash, final Map<String, Object> further) throws ManifestException
	{
		final var boxes = new ByteArrayOutputStream();
		final var references = new ArrayList<Map<String, Object>>();
		final var sources = new ArrayList<Map<String, Object>>();
		for (int i = 0; i < declared.ingredients().size(); i++) sources.add(add(boxes,
			references, "c2pa.ingredient.v3" + (i == 0 ? "" : "__" + i), ingredient(
				declared.ingredients().get(i))));
		add(boxes, references, "c2pa.actions.v2", Map.of("actions", declared
			.actions().stream().map(a -> action(a, sources)).toList()));
		declared.assertions().forEach((name, value) -> add(boxes, references, name,
			value));
		further.forEach((name, value) -> add(boxes, references, name, value));
		add(boxes, references, binding, hash);
		final byte[] claim = Cbor.encode(claim(label, references));
		final byte[] manifest = Jumbf.superbox(Jumbf.MANIFEST, label, Jumbf.superbox(
			Jumbf.ASSERTIONS, ASSERTIONS, boxes.toByteArray()), Jumbf.superbox(
				Jumbf.CLAIM, "c2pa.claim.v2", Jumbf.write("cbor", claim)), Jumbf.superbox(
					Jumbf.SIGNATURE, "c2pa.signature", Jumbf.write("cbor", Cose.sign(
						signer, claim))));
		final var all = new ArrayList<>(carried());
		all.add(manifest);
		return Jumbf.superbox(Jumbf.STORE, "c2pa", all.toArray(byte[][]::new));
	}

	/**
	 * @param hash of the content
	 * @return a label that is the same for the same content, said by the same
	 *         signer of the same sources
	 */
	String label(final byte[] hash) throws ManifestException {
		final var digest = Digests.named("");
		digest.update(hash);
		digest.update(signer.chain().get(0).getPublicKey().getEncoded());
		digest.update(Cbor.encode(List.of(declared.title(), declared.ingredients()
			.stream().map(i -> i.instance() + i.store().map(s -> s.active().label())
				.orElse("")).toList())));
		return ManifestLabel.of(digest.digest());
	}

	private Map<String, Object> claim(final String label,
		final List<Map<String, Object>> references)
	{
		final var info = new LinkedHashMap<String, Object>();
		info.put("name", GENERATOR);
		if (!version.isEmpty()) info.put("version", version);
		final var claim = new LinkedHashMap<String, Object>();
		claim.put("instanceID", "xmp:iid:" + label.substring(label.lastIndexOf(':') +
			1));
		claim.put("claim_generator_info", info);
		claim.put("signature", "self#jumbf=/c2pa/" + label + "/c2pa.signature");
		claim.put("created_assertions", references);
		claim.put("dc:title", declared.title());
		claim.put("alg", "sha256");
		return claim;
	}

	private static Map<String, Object> add(final ByteArrayOutputStream boxes,
		final List<Map<String, Object>> references, final String label,
		final Object value)
	{
		final byte[] box = Jumbf.superbox("cbor", label, Jumbf.write("cbor", Cbor
			.encode(value)));
		boxes.writeBytes(box);
		final Map<String, Object> reference = link("self#jumbf=" + ASSERTIONS + "/" +
			label, Arrays.copyOfRange(box, 8, box.length));
		references.add(reference);
		return reference;
	}

	private static Map<String, Object> link(final String url,
		final byte[] hashed)
	{
		final var link = new LinkedHashMap<String, Object>();
		link.put("url", url);
		try {
			link.put("hash", Digests.named("").digest(hashed));
		}
		catch (final ManifestException e) {
			throw new IllegalStateException("The usual algorithm is known", e);
		}
		return link;
	}

	private Map<String, Object> action(final Declaration.Action action,
		final List<Map<String, Object>> sources)
	{
		final var map = new LinkedHashMap<String, Object>();
		map.put("action", action.name());
		if (!action.sourceType().isEmpty()) map.put("digitalSourceType", action
			.sourceType());
		if (!action.description().isEmpty()) map.put("description", action
			.description());
		final var agent = new LinkedHashMap<String, Object>();
		agent.put("name", GENERATOR);
		if (!version.isEmpty()) agent.put("version", version);
		map.put("softwareAgent", agent);
		if (action.of() >= 0) map.put("parameters", Map.of("ingredients", List.of(
			sources.get(action.of()))));
		return map;
	}

	private static Map<String, Object> ingredient(
		final Declaration.Ingredient source)
	{
		final var map = new LinkedHashMap<String, Object>();
		map.put("dc:title", source.title());
		if (!source.format().isEmpty()) map.put("dc:format", source.format());
		map.put("relationship", source.relationship());
		map.put("instanceID", source.instance());
		if (!source.description().isEmpty()) map.put("description", source
			.description());
		source.store().ifPresent(store -> {
			final Manifest own = store.active();
			final Optional<Jumbf> signature = own.box().children().stream().filter(c -> c
				.kind().equals(Jumbf.SIGNATURE)).findFirst();
			map.put("activeManifest", link("self#jumbf=/c2pa/" + own.label(), own.box()
				.hashed(own.data())));
			signature.ifPresent(box -> map.put("claimSignature", link(own.address(
				"c2pa.signature"), box.hashed(own.data()))));
			map.put("validationResults", results(source.validation()));
		});
		return map;
	}

	private static Map<String, Object> results(
		final Optional<Validation> validation)
	{
		final var kinds = new LinkedHashMap<String, Object>();
		for (final Status.Kind kind : Status.Kind.values()) kinds.put(kind.name()
			.toLowerCase(java.util.Locale.ROOT), validation.stream().flatMap(v -> v
				.statuses().stream()).filter(s -> s.kind() == kind).map(s -> {
					final var map = new LinkedHashMap<String, Object>();
					map.put("code", s.code());
					map.put("url", s.url());
					map.put("explanation", s.explanation());
					return map;
				}).toList());
		return Map.of("activeManifest", kinds);
	}

	/** The manifests of all sources, each once. */
	private List<byte[]> carried() {
		final var labels = new LinkedHashSet<String>();
		final var boxes = new ArrayList<byte[]>();
		for (final Declaration.Ingredient source : declared.ingredients()) {
			if (source.store().isEmpty()) continue;
			final ManifestStore store = source.store().get();
			final List<Manifest> all = store.manifests();
			for (int i = 0; i < all.size(); i++) if (labels.add(all.get(i).label()))
				boxes.add(store.boxes().get(i));
		}
		return boxes;
	}
}
