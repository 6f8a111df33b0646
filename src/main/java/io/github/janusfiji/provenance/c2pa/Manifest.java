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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One manifest of a store: a claim, its assertions and its signature. */
public final class Manifest {

	static final String SELF = "self#jumbf=";

	private final byte[] data;
	private final Jumbf box;
	private final Map<?, ?> claim;
	private final byte[] claimBytes;
	private final boolean second;
	private final Map<String, Jumbf> assertions = new LinkedHashMap<>();

	Manifest(final byte[] data, final Jumbf box) throws ManifestException {
		this.data = data;
		this.box = box;
		final List<Jumbf> claims = box.children().stream().filter(c -> c.kind().equals(
			Jumbf.CLAIM)).toList();
		if (claims.isEmpty()) throw new ManifestException(Codes.CLAIM_MISSING,
			"A manifest has no claim.");
		if (claims.size() > 1) throw new ManifestException(Codes.CLAIM_MULTIPLE,
			"A manifest has more than one claim.");
		second = claims.get(0).label().startsWith("c2pa.claim.v2");
		claimBytes = claims.get(0).payload(data, "cbor").orElseThrow(
			() -> new ManifestException(Codes.CLAIM_MISSING, "A claim is empty."));
		if (!(Cbor.decode(claimBytes) instanceof Map<?, ?> map))
			throw new ManifestException(Codes.CLAIM_MALFORMED,
				"A claim is not a map.");
		claim = map;
		for (final Jumbf store : box.children())
			if (store.kind().equals(Jumbf.ASSERTIONS)) for (final Jumbf one : store
				.children()) if (!one.label().isEmpty() && assertions.put(one.label(),
					one) != null) throw ManifestException.jumbf(
						"Two assertions have the same label.");
	}

	/** @return its own address, such as {@code urn:c2pa:…} */
	public String label() {
		return box.label();
	}

	/** @return the name of the file that it was made for; empty if it is not said */
	public String title() {
		return text(claim.get("dc:title"));
	}

	/** @return the program that made it; empty if it is not said */
	public String generator() {
		final Object info = claim.get("claim_generator_info");
		final Object first = info instanceof List<?> list && !list.isEmpty() ? list
			.get(0) : info;
		if (first instanceof Map<?, ?> map) return (text(map.get("name")) + " " +
			text(map.get("version"))).strip();
		return text(claim.get("claim_generator"));
	}

	/** @return the labels of all its assertions */
	public List<String> labels() {
		return List.copyOf(assertions.keySet());
	}

	/**
	 * @param label of an assertion in CBOR
	 * @return its value
	 * @throws ManifestException if it is malformed
	 */
	public Optional<Map<?, ?>> assertion(final String label)
		throws ManifestException
	{
		final Jumbf found = assertions.get(label);
		if (found == null) return Optional.empty();
		final Optional<byte[]> bytes = found.payload(data, "cbor");
		if (bytes.isEmpty()) return Optional.empty();
		try {
			return Cbor.decode(bytes.get()) instanceof Map<?, ?> map ? Optional.of(map)
				: Optional.empty();
		}
		catch (final ManifestException e) {
			throw new ManifestException(Codes.ASSERTION_CBOR, "The assertion " +
				label + " is malformed.");
		}
	}

	static String text(final Object value) {
		return value instanceof String s ? s : "";
	}

	boolean isSecond() {
		return second;
	}

	boolean isUpdate() {
		return box.kind().equals(Jumbf.UPDATE);
	}

	Jumbf box() {
		return box;
	}

	byte[] data() {
		return data;
	}

	byte[] claimBytes() {
		return claimBytes;
	}

	Map<?, ?> claim() {
		return claim;
	}

	Map<String, Jumbf> assertions() {
		return assertions;
	}

	String address(final String rest) {
		return SELF + "/c2pa/" + label() + "/" + rest;
	}

	Optional<byte[]> signature() {
		return box.children().stream().filter(c -> c.kind().equals(
			Jumbf.SIGNATURE) && c.label().equals("c2pa.signature")).findFirst()
			.flatMap(c -> c.payload(data, "cbor"));
	}

	/** @return the references to assertions, those that redactions left */
	List<Map<?, ?>> references() {
		final var all = new ArrayList<Map<?, ?>>();
		for (final String key : second ? List.of("created_assertions",
			"gathered_assertions") : List.of("assertions"))
			if (claim.get(key) instanceof List<?> list) for (final Object one : list)
				if (one instanceof Map<?, ?> map) all.add(map);
		return all;
	}
}
