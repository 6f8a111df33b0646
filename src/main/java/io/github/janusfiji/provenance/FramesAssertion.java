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
package io.github.janusfiji.provenance;

import io.github.janusfiji.frames.MediaFingerprint;
import io.github.janusfiji.frames.MediaFingerprint.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Janus's own assertion in a manifest: a digest of every picture and every packet
 * of sound, so that it can be told which were changed.
 *
 * @param print the digests
 * @param size bytes of the file but for its manifest; 0 if they say nothing
 * @param metadata keys and texts of the file
 */
record FramesAssertion(MediaFingerprint print, long size,
	Map<String, String> metadata)
{

	/** Its label in manifests. */
	static final String LABEL = "io.github.janusfiji.frames";

	/** The longest recording that is read, pictures or packets: ten hours. */
	private static final int LIMIT = 2_000_000;

	/** Takes a copy. */
	FramesAssertion {
		metadata = new TreeMap<>(metadata);
	}

	/** @return it in the types of CBOR */
	Map<String, Object> value() {
		final var map = new LinkedHashMap<String, Object>();
		map.put("alg", "sha256");
		map.put("size", size);
		map.put("pictures", track(print.pictures()));
		map.put("sound", print.sound().stream().map(FramesAssertion::track)
			.toList());
		map.put("metadata", metadata);
		return map;
	}

	private static Map<String, Object> track(final Track track) {
		final var map = new LinkedHashMap<String, Object>();
		map.put("count", track.count());
		map.put("root", MerkleTree.root(track.digests()));
		map.put("times", TimeRuns.encode(track.times()));
		map.put("digests", track.digests());
		return map;
	}

	/**
	 * @param value as read
	 * @return it; nothing if it is malformed or its root does not fit
	 */
	static Optional<FramesAssertion> of(final Map<?, ?> value) {
		final Track pictures = track(value.get("pictures"));
		if (pictures == null || !(value.get("sound") instanceof List<?> all))
			return Optional.empty();
		final var sound = new ArrayList<Track>();
		for (final Object one : all) {
			final Track track = track(one);
			if (track == null) return Optional.empty();
			sound.add(track);
		}
		final var texts = new TreeMap<String, String>();
		if (value.get("metadata") instanceof Map<?, ?> map) map.forEach((k, v) -> texts
			.put(String.valueOf(k), String.valueOf(v)));
		return Optional.of(new FramesAssertion(new MediaFingerprint(pictures, sound,
			true), value.get("size") instanceof Long l ? l : 0, texts));
	}

	private static Track track(final Object value) {
		if (!(value instanceof Map<?, ?> map) || !(map.get(
			"count") instanceof Long count) || count < 0 || count > LIMIT || !(map.get(
				"digests") instanceof byte[] digests) || digests.length != count *
					MediaFingerprint.DIGEST) return null;
		if (!(map.get("root") instanceof byte[] root) || !Arrays.equals(root,
			MerkleTree.root(digests))) return null;
		final long[] times = TimeRuns.decode(map.get("times"), count.intValue());
		return times == null ? null : new Track(digests, times);
	}
}
