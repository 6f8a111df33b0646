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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The manifests that a file carries: its own last, those of its sources before. */
public final class ManifestStore {

	/** How many manifests are read: more are a bomb. */
	private static final int LIMIT = 1000;

	private final byte[] data;
	private final Jumbf root;
	private final List<Manifest> manifests = new ArrayList<>();

	private ManifestStore(final byte[] data) throws ManifestException {
		root = Jumbf.parse(data);
		this.data = data;
		if (!root.kind().equals(Jumbf.STORE)) throw ManifestException.jumbf(
			"The outermost box is not a manifest store.");
		for (final Jumbf child : root.children()) {
			if (!child.kind().equals(Jumbf.MANIFEST) && !child.kind().equals(
				Jumbf.UPDATE)) continue;
			if (manifest(child.label()).isPresent()) throw ManifestException.jumbf(
				"Two manifests have the same label.");
			if (manifests.size() == LIMIT) throw ManifestException.jumbf(
				"There are more manifests than is safe to read.");
			manifests.add(new Manifest(data, child));
		}
		if (manifests.isEmpty()) throw new ManifestException(Codes.CLAIM_MISSING,
			"The manifest store holds no manifest.");
	}

	/**
	 * @param data a store's bytes
	 * @return it
	 * @throws ManifestException if it is malformed, or more than is safe to read
	 */
	public static ManifestStore parse(final byte[] data)
		throws ManifestException
	{
		return new ManifestStore(data);
	}

	/** @return the file's own manifest */
	public Manifest active() {
		return manifests.get(manifests.size() - 1);
	}

	/** @return all, the file's own last */
	public List<Manifest> manifests() {
		return List.copyOf(manifests);
	}

	/**
	 * @param label of a manifest
	 * @return it, if it is in here
	 */
	public Optional<Manifest> manifest(final String label) {
		return manifests.stream().filter(m -> m.label().equals(label)).findFirst();
	}

	/** @return a copy of its bytes */
	public byte[] bytes() {
		return data.clone();
	}

	/** @return the manifests' own bytes, to be carried along in another store */
	List<byte[]> boxes() {
		return manifests.stream().map(m -> Arrays.copyOfRange(data, m.box().start(),
			m.box().end())).toList();
	}

	/** @return whether no byte in it is free to be changed */
	boolean isRigid() throws ManifestException {
		final byte[] signature = active().signature().orElse(new byte[0]);
		if (root.end() != data.length || root.children().size() != manifests.size())
			return false;
		return Arrays.equals(active().box().canonical(data), Arrays.copyOfRange(data,
			active().box().start(), active().box().end())) && root.content() == 8 &&
			Arrays.equals(Jumbf.superbox(Jumbf.STORE, Jumbf.STORE, boxes().toArray(
				byte[][]::new)), data) && Cose.parse(signature).isRigid(signature);
	}

	/**
	 * @param from the manifest that holds the address
	 * @param url an address within the store
	 * @return the box that it names, in that manifest or another
	 */
	Optional<Jumbf> resolve(final Manifest from, final String url)
	{
		if (!url.startsWith(Manifest.SELF)) return Optional.empty();
		String path = url.substring(Manifest.SELF.length());
		Jumbf at = from.box();
		if (path.startsWith("/c2pa/")) {
			path = path.substring(6);
			final int slash = path.indexOf('/');
			final String name = slash < 0 ? path : path.substring(0, slash);
			final Optional<Manifest> other = manifest(name);
			if (other.isEmpty()) return Optional.empty();
			at = other.get().box();
			path = slash < 0 ? "" : path.substring(slash + 1);
		}
		for (final String step : path.split("/")) {
			if (step.isEmpty()) continue;
			final Optional<Jumbf> next = at.child(step);
			if (next.isEmpty()) return Optional.empty();
			at = next.get();
		}
		return Optional.of(at);
	}
}
