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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Checks a manifest store against its file (C2PA 2.2, 15). */
final class Validator {

	/** How long a chain of ingredients may be. */
	private static final int DEPTH = 32;

	/** Janus's own code: a byte that no hash covers is not the one it wrote. */
	private static final String SLACK = "io.github.janusfiji.manifest.changed";

	private final ManifestStore store;
	private final TrustAnchors anchors;
	private final Set<String> reached = new HashSet<>();
	private boolean valid = true;
	private boolean trusted = true;

	private Validator(final ManifestStore store, final TrustAnchors anchors) {
		this.store = store;
		this.anchors = anchors;
	}

	/**
	 * @param places where the store lies in the file
	 * @param rigid whether its wrapping is the one that Janus would write
	 */
	static Validation validate(final ManifestStore store, final Path file,
		final List<Range> places, final boolean rigid,
		final TrustAnchors anchors, final BooleanSupplier stop)
		throws IOException
	{
		final var own = new Validator(store, anchors);
		final Manifest active = store.active();
		final var found = new ArrayList<Status>();
		final String signer = own.manifest(active, found);
		own.bindings(active, new HardBinding(file, places, stop), found);
		final List<Validation.Node> sources = own.sources(active, 0, Set.of());
		if (active.generator().startsWith(StoreBuilder.GENERATOR) && (!rigid ||
			!store.isRigid() || !BmffShell.fits(file, active) || own.reached
				.size() + 1 < store.manifests().size()))
			found.add(Status.failure(SLACK, active.address(""),
				"bytes around the manifest are not those that were written"));
		own.count(found);
		own.valid &= has(found, Codes.SIGNATURE_VALIDATED) && has(found,
			Codes.INSIDE_VALIDITY);
		own.trusted &= has(found, Codes.TRUSTED) && own.valid;
		return new Validation(own.trusted ? Validation.State.TRUSTED : own.valid
			? Validation.State.VALID : Validation.State.INVALID, new Validation.Node(
				active.title(), "", active.label(), active.generator(), signer, found,
				sources));
	}

	private static boolean has(final List<Status> all, final String code) {
		return all.stream().anyMatch(s -> s.code().equals(code));
	}

	private void count(final List<Status> found) {
		for (final Status status : found) {
			if (status.kind() != Status.Kind.FAILURE) continue;
			trusted = false;
			if (!status.code().equals(Codes.UNTRUSTED)) valid = false;
		}
	}

	/** Signature and assertions. Returns the signer's name. */
	private String manifest(final Manifest manifest,
		final List<Status> found)
	{
		final String signer = new SignatureCheck(anchors, found).check(manifest);
		try {
			assertions(manifest, found);
			ActionRules.check(manifest, found);
		}
		catch (final ManifestException e) {
			found.add(Status.failure(e.code(), manifest.address("c2pa.claim"), e
				.getMessage()));
		}
		return signer;
	}

	private void assertions(final Manifest manifest, final List<Status> found)
		throws ManifestException
	{
		final String alg = Manifest.text(manifest.claim().get("alg"));
		final var declared = new HashSet<String>();
		for (final Map<?, ?> reference : manifest.references()) {
			final String url = Manifest.text(reference.get("url"));
			final Optional<Jumbf> box = store.resolve(manifest, url);
			if (box.isEmpty()) {
				found.add(Status.failure(Codes.ASSERTION_MISSING, url,
					"an assertion of the claim is not there"));
				continue;
			}
			declared.add(box.get().label());
			final var digest = Digests.named(reference.get("alg") instanceof String s
				? s : alg);
			final boolean same = reference.get("hash") instanceof byte[] hash && Arrays
				.equals(hash, digest.digest(box.get().hashed(manifest.data())));
			found.add(same ? Status.success(Codes.URI_MATCH, url, "hashed uri matched")
				: Status.failure(Codes.URI_MISMATCH, url,
					"an assertion is not the one that was signed"));
		}
		for (final String label : manifest.assertions().keySet())
			if (!declared.contains(label)) found.add(Status.failure(
				Codes.ASSERTION_UNDECLARED, manifest.address("c2pa.assertions/" + label),
				"an assertion is not in the claim"));
	}

	private static void bindings(final Manifest manifest,
		final HardBinding binding, final List<Status> found) throws IOException
	{
		final String alg = Manifest.text(manifest.claim().get("alg"));
		final List<String> all = manifest.labels().stream().filter(
			HardBinding::isOne).toList();
		if (all.isEmpty() && !manifest.isUpdate()) found.add(Status.failure(
			Codes.BINDINGS_MISSING, manifest.address("c2pa.claim"),
			"nothing ties the manifest to the file"));
		if (manifest.isSecond() && all.size() > 1) found.add(Status.failure(
			Codes.BINDINGS_MULTIPLE, manifest.address("c2pa.claim"),
			"more than one assertion ties the manifest to the file"));
		for (final String label : all) {
			final String url = manifest.address("c2pa.assertions/" + label);
			try {
				binding.verify(label, url, manifest.assertion(label).orElseThrow(
					() -> new ManifestException(Codes.DATA_MALFORMED,
						"A hard binding is malformed.")), alg, found);
			}
			catch (final ManifestException e) {
				found.add(Status.failure(e.code(), url, e.getMessage()));
			}
			catch (final java.io.EOFException e) {
				found.add(Status.failure(Codes.DATA_MISMATCH, url, e.getMessage()));
			}
		}
	}

	private List<Validation.Node> sources(final Manifest manifest,
		final int depth, final Set<String> recorded)
	{
		final var nodes = new ArrayList<Validation.Node>();
		for (final String label : manifest.labels()) {
			if (!label.startsWith("c2pa.ingredient")) continue;
			nodes.add(source(manifest, label, depth, recorded));
		}
		return nodes;
	}

	private Validation.Node source(final Manifest manifest,
		final String label, final int depth, final Set<String> above)
	{
		final String here = manifest.address("c2pa.assertions/" + label);
		final var found = new ArrayList<Status>();
		final Set<String> recorded = new HashSet<>(above);
		Map<?, ?> said = Map.of();
		Manifest other = null;
		String signer = "";
		List<Validation.Node> below = List.of();
		try {
			said = manifest.assertion(label).orElse(Map.of());
			recorded.addAll(Recorded.codes(said));
			final Object link = said.get("activeManifest") != null ? said.get(
				"activeManifest") : said.get("c2pa_manifest");
			if (link instanceof Map<?, ?> reference) {
				other = linked(manifest, reference, found);
				if (other != null) signer = manifest(other, found);
				if (other != null && reached.add(other.label()) && depth < DEPTH) below =
					sources(other, depth + 1, recorded);
			}
			else if (!"inputTo".equals(said.get("relationship"))) found.add(new Status(
				Status.Kind.INFORMATIONAL, Codes.INGREDIENT_UNKNOWN, here,
				"the source has no manifest"));
		}
		catch (final ManifestException e) {
			found.add(Status.failure(Codes.INGREDIENT_MALFORMED, here, e.getMessage()));
		}
		// What was known and written down when it was signed does not count again.
		count(found.stream().filter(s -> !recorded.contains(s.code())).toList());
		return new Validation.Node(Manifest.text(said.get("dc:title")), Manifest.text(
			said.get("relationship")), other == null ? "" : other.label(), other == null
				? "" : other.generator(), signer, found, below);
	}

	private Manifest linked(final Manifest from, final Map<?, ?> reference,
		final List<Status> found) throws ManifestException
	{
		final String url = Manifest.text(reference.get("url"));
		final String name = url.replaceFirst("^self#jumbf=/?(c2pa/)?", "")
			.replaceFirst("/.*", "");
		final Manifest other = store.manifest(name).orElse(null);
		if (other == null) {
			found.add(Status.failure(Codes.INGREDIENT_MISSING, url,
				"the source's manifest is not there"));
			return null;
		}
		final byte[] hash = reference.get("hash") instanceof byte[] h ? h
			: new byte[0];
		final String alg = reference.get("alg") instanceof String s ? s : Manifest
			.text(other.claim().get("alg"));
		final boolean same = Arrays.equals(hash, Digests.named(alg).digest(other.box()
			.hashed(other.data())));
		// Before C2PA 1.3 the claim alone was hashed.
		final boolean early = !same && Arrays.equals(hash, Digests.named(alg).digest(
			other.claimBytes()));
		if (same) found.add(Status.success(Codes.INGREDIENT_VALIDATED, url,
			"ingredient hash matched"));
		else if (!early && redactions(from).isEmpty()) found.add(Status.failure(
			Codes.INGREDIENT_MISMATCH, url,
			"the source's manifest is not the one that was there"));
		return other;
	}

	private static List<?> redactions(final Manifest manifest) {
		return manifest.claim().get("redacted_assertions") instanceof List<?> list
			? list : List.of();
	}
}
