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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Content Credentials (C2PA 2.2) of files: the way in and out of this package.
 * PNG, TIFF, JPEG, MP4 and MOV carry their own; anything else, and folders, have
 * them in a file {@code .c2pa} beside them.
 */
public final class ContentCredentials {

	private ContentCredentials() {}

	/**
	 * Credentials that were found.
	 *
	 * @param store the manifests
	 * @param validation what they are worth
	 */
	public record Found(ManifestStore store, Validation validation) {}

	/**
	 * @param file its first bytes are read
	 * @return whether it can carry credentials itself
	 * @throws IOException if it cannot be read
	 */
	public static boolean hasRoom(final Path file) throws IOException {
		if (Files.isDirectory(file)) return false;
		final Optional<Container> container = Containers.of(file);
		if (container.isEmpty()) return false;
		try (var bytes = new Bytes(file)) {
			return container.get().layout(bytes, 1 << 20).isPresent();
		}
	}

	/**
	 * @param file a file
	 * @return the manifest store in it, as it is; nothing if it has none
	 * @throws IOException if it cannot be read, or what should be a store is none
	 */
	public static Optional<byte[]> embedded(final Path file)
		throws IOException
	{
		if (Files.isDirectory(file)) return Optional.empty();
		return find(file).map(Container.Embedded::store);
	}

	private static Optional<Container.Embedded> find(final Path file)
		throws IOException
	{
		final Optional<Container> container = Containers.of(file);
		if (container.isEmpty()) return Optional.empty();
		try (var bytes = new Bytes(file)) {
			return container.get().find(bytes);
		}
		catch (final java.io.EOFException e) {
			throw ManifestException.jumbf(
				"The manifest store's place leads behind the end of the file.");
		}
	}

	/** A damaged place for a store is as good as none. */
	private static Optional<Container.Embedded> sound(final Path file)
		throws IOException
	{
		try {
			return find(file);
		}
		catch (final ManifestException e) {
			return Optional.empty();
		}
	}

	/**
	 * @param file a file
	 * @return how many bytes of it are not its credentials; 0 if signing changes
	 *         more of it than that, as it does in TIFF
	 * @throws IOException if it cannot be read
	 */
	public static long otherBytes(final Path file) throws IOException {
		final Optional<Container> container = Containers.of(file);
		if (container.filter(TiffContainer.class::isInstance).isPresent()) return 0;
		final long own = container.isEmpty() ? 0 : sound(file).stream().flatMap(e -> e
			.places().stream()).mapToLong(Range::length).sum();
		return Files.size(file) - own;
	}

	/**
	 * Reads and checks the credentials in a file.
	 *
	 * @param file a file
	 * @param anchors who is trusted
	 * @param stop asked once in a while; the answer true ends it with a
	 *          {@link java.util.concurrent.CancellationException}
	 * @return what was found; nothing if it has none
	 * @throws ManifestException if what should be a store is none
	 * @throws IOException if the file cannot be read
	 */
	public static Optional<Found> verify(final Path file,
		final TrustAnchors anchors, final BooleanSupplier stop)
		throws IOException
	{
		if (Files.isDirectory(file)) return Optional.empty();
		final Optional<Container.Embedded> own = find(file);
		if (own.isEmpty()) return Optional.empty();
		final ManifestStore store = ManifestStore.parse(own.get().store());
		return Optional.of(new Found(store, Validator.validate(store, file, own.get()
			.places(), own.get().rigid(), anchors, stop)));
	}

	/**
	 * Checks a file or folder against credentials that are kept elsewhere.
	 *
	 * @param file a file or folder
	 * @param sidecar a manifest store
	 * @param anchors who is trusted
	 * @param stop as in {@link #verify(Path, TrustAnchors, BooleanSupplier)}
	 * @return what they are worth
	 * @throws ManifestException if they are no store
	 * @throws IOException if the file cannot be read
	 */
	public static Found verify(final Path file, final byte[] sidecar,
		final TrustAnchors anchors, final BooleanSupplier stop)
		throws IOException
	{
		if (sidecar.length > Bytes.STORE_LIMIT) throw ManifestException.jumbf(
			"The manifest store is larger than is safe to read.");
		final ManifestStore store = ManifestStore.parse(sidecar);
		// A store that was taken out of a file leaves its place out of the hash.
		final Optional<Container.Embedded> own = Files.isDirectory(file) ? Optional
			.empty() : sound(file);
		return new Found(store, Validator.validate(store, file, own.map(
			Container.Embedded::places).orElse(List.of()), true, anchors, stop));
	}

	/**
	 * Writes a copy of a file with credentials in it.
	 *
	 * @param source is not changed; credentials it carries are left out
	 * @param target is overwritten
	 * @param declared what to say
	 * @param signer who says it
	 * @param version of Janus; may be empty
	 * @param stop as in {@link #verify(Path, TrustAnchors, BooleanSupplier)}
	 * @return the manifest store
	 * @throws IOException if the file has no room for it, or cannot be written
	 */
	public static byte[] sign(final Path source, final Path target,
		final Declaration declared, final Credential signer,
		final String version, final BooleanSupplier stop) throws IOException
	{
		final Container container = Containers.of(source).orElseThrow(
			() -> new InputException(source.getFileName() +
				" has no place for credentials."));
		final var builder = new StoreBuilder(declared, signer, version);
		try (var in = new Bytes(source)) {
			return new Embedding(container, builder, in, target, stop).write();
		}
	}

	/**
	 * @param file a file without room for credentials, or a folder
	 * @param declared what to say
	 * @param signer who says it
	 * @param version of Janus; may be empty
	 * @param stop as in {@link #verify(Path, TrustAnchors, BooleanSupplier)}
	 * @return a manifest store to be kept beside it
	 * @throws IOException if it cannot be read
	 */
	public static byte[] sidecar(final Path file, final Declaration declared,
		final Credential signer, final String version,
		final BooleanSupplier stop) throws IOException
	{
		final var builder = new StoreBuilder(declared, signer, version);
		if (Files.isDirectory(file)) {
			final Map<String, Object> hash = HardBinding.collection(file, stop);
			return builder.build(builder.label(Digests.named("").digest(Cbor.encode(
				hash))), HardBinding.COLLECTION, hash, Map.of());
		}
		try (var bytes = new Bytes(file)) {
			final byte[] hash = Digests.of(bytes, Digests.named(""), List.of(), List
				.of(), stop);
			final var assertion = new LinkedHashMap<String, Object>();
			assertion.put("name", "file");
			assertion.put("alg", "sha256");
			assertion.put("hash", hash);
			assertion.put("pad", new byte[0]);
			return builder.build(builder.label(hash), HardBinding.DATA, assertion, Map
				.of());
		}
	}
}
