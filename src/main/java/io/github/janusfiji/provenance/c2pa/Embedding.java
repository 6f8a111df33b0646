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

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Writes a file with a manifest store of its own: everything else first, with
 * room for the store; then the hash of that; then the store into its room.
 */
final class Embedding {

	private static final String NO_LABEL = ManifestLabel.of(new byte[32]);

	/** How often the size of the store is tried with one padding. */
	private static final int TRIES = 4;

	private final Container container;
	private final StoreBuilder builder;
	private final Bytes source;
	private final Path target;
	private final BooleanSupplier stop;

	Embedding(final Container container, final StoreBuilder builder,
		final Bytes source, final Path target, final BooleanSupplier stop)
	{
		this.container = container;
		this.builder = builder;
		this.source = source;
		this.target = target;
		this.stop = stop;
	}

	/**
	 * The store's size, with what depends on it.
	 *
	 * @param at where the wrapped store begins
	 * @param length of the wrapped store
	 * @param pad bytes that make it fit its own number
	 * @param size of the store alone
	 */
	private record Room(long at, int length, int pad, int size) {}

	byte[] write() throws IOException {
		final Room room = room();
		final Container.Layout layout = container.layout(source, room.size)
			.orElseThrow(Embedding::full);
		try (FileChannel out = Channels.create(target)) {
			write(layout.before(), out);
			Channels.write(out, container.wrap(new byte[room.size]));
			write(layout.after(), out);
		}
		final byte[] hash = hash(room);
		final byte[] store = builder.build(builder.label(hash), container.binding(),
			binding(room, hash), shell());
		if (store.length != room.size) throw new IllegalStateException(
			"A manifest changed its size");
		try (FileChannel out = FileChannel.open(target,
			java.nio.file.StandardOpenOption.WRITE))
		{
			final var wrapped = ByteBuffer.wrap(container.wrap(store));
			out.position(room.at);
			while (wrapped.hasRemaining()) out.write(wrapped);
			out.force(true);
		}
		return store;
	}

	private static InputException full() {
		return new InputException(
			"This file has no place for credentials; they go into a file beside it.");
	}

	private Room room() throws IOException {
		// Numbers take as many bytes as they need, so the size depends on itself.
		for (int pad = 0; pad < 8; pad++) {
			int size = 4096;
			for (int i = 0; i < TRIES; i++) {
				final long at = container.layout(source, size).orElseThrow(
					Embedding::full).at();
				final int length = container.wrap(new byte[size]).length;
				final var room = new Room(at, length, pad, size);
				final int real = builder.build(NO_LABEL, container.binding(), binding(
					room, new byte[32]), container instanceof BmffContainer ? BmffShell
						.assertion(new byte[32]) : Map.of()).length;
				if (real == size) return room;
				size = real;
			}
		}
		throw new IllegalStateException("No size of a manifest fits itself");
	}

	/** What C2PA leaves out of an MP4's hash, hashed by Janus. */
	private Map<String, Object> shell() throws IOException {
		if (!(container instanceof BmffContainer)) return Map.of();
		try (var bytes = new Bytes(target)) {
			return BmffShell.assertion(BmffShell.hash(bytes));
		}
	}

	private Map<String, Object> binding(final Room room, final byte[] hash) {
		final var map = new LinkedHashMap<String, Object>();
		if (container instanceof BmffContainer) {
			map.put("exclusions", BmffExclusions.usual());
			map.put("alg", "sha256");
			map.put("hash", hash);
			map.put("name", "jumbf manifest");
			return map;
		}
		final var left = new LinkedHashMap<String, Object>();
		left.put("start", room.at);
		left.put("length", room.length);
		map.put("exclusions", List.of(left));
		map.put("name", "jumbf manifest");
		map.put("alg", "sha256");
		map.put("hash", hash);
		map.put("pad", new byte[room.pad]);
		return map;
	}

	private byte[] hash(final Room room) throws IOException {
		try (var bytes = new Bytes(target)) {
			final var digest = Digests.named("");
			if (!(container instanceof BmffContainer)) return Digests.of(bytes, digest,
				List.of(new Range(room.at, room.length)), List.of(), stop);
			return BmffExclusions.of((Map<?, ?>) Cbor.decode(Cbor.encode(binding(room,
				new byte[32])))).hash(bytes, digest, true, stop);
		}
	}

	private void write(final List<Container.Piece> pieces,
		final FileChannel out) throws IOException
	{
		for (final Container.Piece piece : pieces) {
			if (piece instanceof Container.Literal literal) Channels.write(out,
				literal.bytes());
			else if (piece instanceof Container.Copy copy) Channels.copy(source
				.channel(), copy.range(), out, stop);
		}
	}
}
