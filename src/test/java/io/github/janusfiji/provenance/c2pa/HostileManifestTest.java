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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests that want to do harm end in one sentence. */
class HostileManifestTest {

	private static final Credential SIGNER = Credential.make("Laboratory");

	@TempDir
	Path folder;

	private byte[] store() throws IOException {
		return ContentCredentials.embedded(SignedFiles.signed(folder, "png", 1,
			SIGNER)).orElseThrow();
	}

	private Validation.State state(final byte[] store) throws IOException {
		return ContentCredentials.verify(SignedFiles.plain(folder, "png", 1), store,
			new TrustAnchors(Set.of(SIGNER.anchor())), () -> false).validation()
			.state();
	}

	/** Anything but a {@link ManifestException} or a verdict fails the test. */
	@Test
	void mutatedManifestsAreRefusedOrInvalid() throws Exception {
		final byte[] good = store();
		final Path file = SignedFiles.plain(folder, "png", 1);
		final var random = new Random(5);
		for (int i = 0; i < 1500; i++) {
			final byte[] bad = Mutations.of(good, random);
			try {
				final var found = ContentCredentials.verify(file, bad, TrustAnchors.NONE,
					() -> false);
				assertEquals(Validation.State.INVALID, found.validation().state());
			}
			catch (final ManifestException e) {
				assertTrue(e.getMessage().endsWith("."), e.getMessage());
			}
		}
	}

	@Test
	void boxesWithinBoxesHaveAnEnd() {
		byte[] inner = Jumbf.superbox(Jumbf.STORE, "c2pa");
		for (int i = 0; i < 100; i++) inner = Jumbf.superbox(Jumbf.STORE, "c2pa",
			inner);
		final byte[] deep = inner;
		assertThrows(ManifestException.class, () -> ManifestStore.parse(deep));
		final var many = new byte[8 * 50_000];
		for (int i = 0; i < many.length; i += 8) ByteBuffer.wrap(many).putInt(i, 8)
			.putInt(i + 4, 0x66726565);
		final byte[] wide = Jumbf.superbox(Jumbf.STORE, "c2pa", many);
		assertThrows(ManifestException.class, () -> ManifestStore.parse(wide));
	}

	/** A box that says it is a gigabyte, in a file that is not. */
	@Test
	void sizesThatAreNotThereTakeNoMemory() throws Exception {
		for (final String kind : SignedFiles.KINDS) {
			final byte[] bytes = Files.readAllBytes(SignedFiles.signed(folder, kind, 2,
				SIGNER));
			final int at = find(bytes, switch (kind) {
				case "png" -> "caBX";
				case "mp4", "mov" -> "uuid";
				default -> "jumb";
			});
			ByteBuffer.wrap(bytes).putInt(at - 4, 1 << 30);
			final Path file = folder.resolve("huge." + kind);
			Files.write(file, bytes);
			try {
				final var found = ContentCredentials.verify(file, TrustAnchors.NONE,
					() -> false);
				assertFalse(found.isPresent() && found.get().validation()
					.state() != Validation.State.INVALID, kind);
			}
			catch (final ManifestException e) {
				assertTrue(e.getMessage().endsWith("."), e.getMessage());
			}
		}
	}

	private static int find(final byte[] bytes, final String name) {
		for (int i = 0; i < bytes.length - 4; i++) if (new String(bytes, i, 4,
			java.nio.charset.StandardCharsets.ISO_8859_1).equals(name)) return i;
		throw new AssertionError(name);
	}

	/** Two manifests, each the source of the other. */
	@Test
	void sourcesInACircleAreFollowedOnce() throws Exception {
		final var signer = SIGNER;
		final var manifests = new ArrayList<byte[]>();
		for (final String[] names : new String[][] { { "urn:c2pa:a", "urn:c2pa:b" }, {
			"urn:c2pa:b", "urn:c2pa:a" } })
		{
			final var link = new LinkedHashMap<String, Object>();
			link.put("url", "self#jumbf=/c2pa/" + names[1]);
			link.put("hash", new byte[32]);
			final byte[] source = Jumbf.superbox("cbor", "c2pa.ingredient.v3", Jumbf
				.write("cbor", Cbor.encode(Map.of("relationship", "parentOf",
					"activeManifest", link))));
			final byte[] claim = Cbor.encode(Map.of("alg", "sha256",
				"created_assertions", List.of()));
			manifests.add(Jumbf.superbox(Jumbf.MANIFEST, names[0], Jumbf.superbox(
				Jumbf.ASSERTIONS, "c2pa.assertions", source), Jumbf.superbox(Jumbf.CLAIM,
					"c2pa.claim.v2", Jumbf.write("cbor", claim)), Jumbf.superbox(
						Jumbf.SIGNATURE, "c2pa.signature", Jumbf.write("cbor", Cose.sign(
							signer, claim)))));
		}
		assertEquals(Validation.State.INVALID, state(Jumbf.superbox(Jumbf.STORE,
			"c2pa", manifests.toArray(byte[][]::new))));
	}

	/** A hash over a file outside of the folder. */
	@Test
	void namesDoNotLeadOutOfTheFolder() throws Exception {
		final Path inside = Files.createDirectory(folder.resolve("inside"));
		SignedFiles.plain(folder, "png", 3);
		final var digest = Digests.named("").digest(Files.readAllBytes(folder.resolve(
			"plain3.png")));
		for (final String name : List.of("../plain3.png", folder.resolve(
			"plain3.png").toString(), "..\\plain3.png", ".."))
		{
			final var found = new ArrayList<Status>();
			new HardBinding(inside, List.of(), () -> false).verify(
				HardBinding.COLLECTION, "", Map.of("uris", List.of(Map.of("uri", name,
					"hash", digest))), "sha256", found);
			assertEquals(Status.Kind.FAILURE, found.get(0).kind(), name);
		}
	}

	@Test
	void aSecondStoreInAFileIsRefused() throws Exception {
		final var container = new PngContainer();
		final Path file = folder.resolve("twice.png");
		final byte[] bytes = Files.readAllBytes(SignedFiles.plain(folder, "png", 4));
		final byte[] chunk = container.wrap(store());
		final var twice = ByteBuffer.allocate(bytes.length + 2 * chunk.length).put(
			bytes, 0, 33).put(chunk).put(chunk).put(bytes, 33, bytes.length - 33);
		Files.write(file, twice.array());
		assertThrows(ManifestException.class, () -> ContentCredentials.verify(file,
			TrustAnchors.NONE, () -> false));
		assertEquals(Optional.empty(), ContentCredentials.verify(folder.resolve(
			"plain4.png"), TrustAnchors.NONE, () -> false));
	}
}
