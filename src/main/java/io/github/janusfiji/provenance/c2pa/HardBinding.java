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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The assertions that tie a manifest to the bytes of its file (C2PA 2.2, 9.2). */
final class HardBinding {

	static final String DATA = "c2pa.hash.data";
	static final String BMFF = "c2pa.hash.bmff";
	static final String BOXES = "c2pa.hash.boxes";
	static final String COLLECTION = "c2pa.hash.collection.data";

	private final Path file;
	private final List<Range> places;
	private final BooleanSupplier stop;

	/**
	 * @param file the file, or a folder
	 * @param places where its manifest store lies
	 * @param stop asked once in a while
	 */
	HardBinding(final Path file, final List<Range> places,
		final BooleanSupplier stop)
	{
		this.file = file;
		this.places = places;
		this.stop = stop;
	}

	static boolean isOne(final String label) {
		return label.startsWith("c2pa.hash.");
	}

	/** Checks one assertion; adds what it finds. */
	void verify(final String label, final String url, final Map<?, ?> assertion,
		final String algorithm, final List<Status> found) throws IOException
	{
		final String alg = assertion.get("alg") instanceof String s ? s : algorithm;
		if (label.startsWith(DATA)) data(url, assertion, alg, found);
		else if (label.startsWith(BMFF)) bmff(label, url, assertion, alg, found);
		else if (label.startsWith(COLLECTION)) collection(url, assertion, alg,
			found);
		else if (label.startsWith(BOXES)) BoxHash.verify(file, url, assertion, alg,
			found, stop);
	}

	private void data(final String url, final Map<?, ?> assertion,
		final String alg, final List<Status> found) throws IOException
	{
		final var excluded = new ArrayList<Range>();
		if (assertion.get("exclusions") instanceof List<?> list) for (final Object one : list) {
			if (!(one instanceof Map<?, ?> map) || !(map.get(
				"start") instanceof Long start) || !(map.get(
					"length") instanceof Long length) || start < 0 || length < 0 ||
				start > Long.MAX_VALUE - length)
			{
				throw new ManifestException(Codes.DATA_MALFORMED,
					"An exclusion of the data hash is malformed.");
			}
			excluded.add(new Range(start, length));
		}
		excluded.sort(Comparator.comparingLong(Range::start));
		for (final Range one : excluded)
			if (places.stream().noneMatch(p -> one.start() >= p.start() && one
				.end() <= places.get(places.size() - 1).end())) found.add(new Status(
					Status.Kind.INFORMATIONAL, Codes.DATA_EXTRA, url,
					"more than the manifest is left out of the hash"));
		if (!(assertion.get("hash") instanceof byte[] hash))
			throw new ManifestException(Codes.DATA_MALFORMED,
				"The data hash has no hash.");
		try (var bytes = new Bytes(file)) {
			final boolean inside = excluded.stream().allMatch(r -> r.end() <= bytes
				.size());
			final boolean same = inside && Arrays.equals(hash, Digests.of(bytes,
				Digests.named(alg), excluded, List.of(), stop));
			found.add(same ? new Status(Status.Kind.SUCCESS, Codes.DATA_MATCH, url,
				"data hash valid") : new Status(Status.Kind.FAILURE,
					Codes.DATA_MISMATCH, url, "the file's bytes are not those signed"));
		}
	}

	private void bmff(final String label, final String url,
		final Map<?, ?> assertion, final String alg, final List<Status> found)
		throws IOException
	{
		final boolean second = label.matches("c2pa\\.hash\\.bmff\\.v[2-9].*");
		boolean same = false;
		try (var bytes = new Bytes(file)) {
			final var exclusions = BmffExclusions.of(assertion);
			if (assertion.get("hash") instanceof byte[] hash) same = Arrays.equals(hash,
				exclusions.hash(bytes, Digests.named(alg), second, stop));
			if (assertion.get("merkle") instanceof List<?> maps) same = BmffMerkle
				.verify(bytes, maps, alg) && (same || !(assertion.get(
					"hash") instanceof byte[]));
		}
		found.add(same ? new Status(Status.Kind.SUCCESS, Codes.BMFF_MATCH, url,
			"BMFF hash valid") : new Status(Status.Kind.FAILURE, Codes.BMFF_MISMATCH,
				url, "the file's boxes are not those signed"));
	}

	/** A folder: the hash of every file in it, by name. */
	private void collection(final String url, final Map<?, ?> assertion,
		final String alg, final List<Status> found) throws IOException
	{
		boolean same = Files.isDirectory(file) && assertion.get(
			"uris") instanceof List<?>;
		final var names = new ArrayList<String>();
		if (same) for (final Object one : (List<?>) assertion.get("uris")) {
			final Path member = one instanceof Map<?, ?> map ? member(Manifest.text(map
				.get("uri"))).orElse(null) : null;
			if (member == null || !(((Map<?, ?>) one).get(
				"hash") instanceof byte[] hash) || !Files.isRegularFile(member))
			{
				same = false;
				break;
			}
			names.add(member.getFileName().toString());
			try (var bytes = new Bytes(member)) {
				same &= Arrays.equals(hash, Digests.of(bytes, Digests.named(alg), List
					.of(), List.of(), stop));
			}
		}
		same = same && names.equals(members(file));
		found.add(same ? new Status(Status.Kind.SUCCESS,
			"assertion.collectionHash.match", url, "all files are those signed")
			: new Status(Status.Kind.FAILURE, "assertion.collectionHash.mismatch", url,
				"the folder's files are not those signed"));
	}

	/** A name may not lead out of the folder. */
	private Optional<Path> member(final String name) {
		if (!name.matches("[^/\\\\:\\x00]+") || name.startsWith(".")) return Optional
			.empty();
		return Optional.of(file.resolve(name));
	}

	/** @return the names of a folder's files in order, without hidden ones and stores */
	static List<String> members(final Path folder) throws IOException {
		try (var all = Files.list(folder)) {
			return all.filter(Files::isRegularFile).map(p -> p.getFileName()
				.toString()).filter(n -> !n.startsWith(".") && !n.endsWith(".c2pa"))
				.sorted().toList();
		}
	}

	static Map<String, Object> collection(final Path folder,
		final BooleanSupplier stop) throws IOException
	{
		final var uris = new ArrayList<Map<String, Object>>();
		for (final String name : members(folder)) {
			try (var bytes = new Bytes(folder.resolve(name))) {
				final var one = new LinkedHashMap<String, Object>();
				one.put("uri", name);
				one.put("hash", Digests.of(bytes, Digests.named(""), List.of(), List.of(),
					stop));
				uris.add(one);
			}
		}
		final var assertion = new LinkedHashMap<String, Object>();
		assertion.put("uris", uris);
		assertion.put("alg", "sha256");
		return assertion;
	}
}
