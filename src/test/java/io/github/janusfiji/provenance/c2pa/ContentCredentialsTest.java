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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.RealData;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.c2pa.Validation.State;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are signed in every container, and every change of them is seen. */
class ContentCredentialsTest {

	private static final Credential SIGNER = Credential.make("Laboratory");
	private static final TrustAnchors ANCHORS = new TrustAnchors(Set.of(SIGNER
		.anchor()));

	@TempDir
	Path folder;

	private static Validation validate(final Path file,
		final TrustAnchors anchors) throws IOException
	{
		return ContentCredentials.verify(file, anchors, () -> false).orElseThrow()
			.validation();
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "tif", "mp4", "mov" })
	void signedFilesAreTrustedAndShowWhatTheyShowed(final String kind)
		throws Exception
	{
		final Path signed = SignedFiles.signed(folder, kind, 1, SIGNER);
		final var found = validate(signed, ANCHORS);
		assertEquals(State.TRUSTED, found.state(), found.active().tree());
		assertEquals("Laboratory", found.active().signer());
		assertEquals(List.of("source", "model.janus"), found.active().sources()
			.stream().map(Validation.Node::title).toList());
		assertEquals(State.VALID, validate(signed, TrustAnchors.NONE).state());
		try (var before = Frames.open(folder.resolve("plain1." + kind)); var after =
			Frames.open(signed); FrameCursor a = before.cursor(); FrameCursor b = after
				.cursor())
		{
			assertEquals(before.count(), after.count());
			for (int i = 0; i < before.count(); i++) assertArrayEquals(a.next().argb(), b
				.next().argb());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "tif", "mp4", "mov" })
	void oneBitAnywhereIsSeen(final String kind) throws Exception {
		final byte[] bytes = Files.readAllBytes(SignedFiles.signed(folder, kind, 2,
			SIGNER));
		final Path changed = folder.resolve("changed." + kind);
		final var random = new Random(3);
		final var missed = new ArrayList<Integer>();
		for (int i = 0; i < 60; i++) {
			final int bit = i < 20 ? random.nextInt(3000 * 8) : random.nextInt(
				bytes.length * 8);
			final byte[] copy = bytes.clone();
			copy[bit / 8] ^= (byte) (1 << bit % 8);
			Files.write(changed, copy);
			if (isAuthentic(changed)) missed.add(bit);
		}
		assertEquals(List.of(), missed);
	}

	/** A store that is gone or no store is as good a find as a wrong hash. */
	private static boolean isAuthentic(final Path file) throws IOException {
		try {
			return ContentCredentials.verify(file, ANCHORS, () -> false).map(f -> f
				.validation().state() == State.TRUSTED).orElse(false);
		}
		catch (final ManifestException e) {
			return false;
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "tif", "mp4" })
	void theCredentialsOfTheSourceAreCarriedAlong(final String kind)
		throws Exception
	{
		final Path first = SignedFiles.signed(folder, kind, 4, SIGNER);
		final var other = Credential.make("Studio");
		final Path second = folder.resolve("second." + kind);
		ContentCredentials.sign(first, second, SignedFiles.declaration("second",
			ContentCredentials.verify(first, ANCHORS, () -> false)), other, "",
			() -> false);
		final var anchors = ANCHORS.and(new TrustAnchors(Set.of(other.anchor())));
		final var found = ContentCredentials.verify(second, anchors, () -> false)
			.orElseThrow();
		assertEquals(State.TRUSTED, found.validation().state(), found.validation()
			.active().tree());
		assertEquals(2, found.store().manifests().size());
		assertEquals("Laboratory", found.validation().active().sources().get(0)
			.signer());
	}

	@Test
	void aStoreForAnotherFileDoesNotFit() throws Exception {
		final byte[] store = ContentCredentials.sidecar(SignedFiles.plain(folder,
			"png", 5), SignedFiles.declaration("a", Optional.empty()), SIGNER, "",
			() -> false);
		assertEquals(State.TRUSTED, ContentCredentials.verify(folder.resolve(
			"plain5.png"), store, ANCHORS, () -> false).validation().state());
		final var other = ContentCredentials.verify(SignedFiles.plain(folder, "png",
			6), store, ANCHORS, () -> false);
		assertEquals(State.INVALID, other.validation().state());
		assertEquals(Codes.DATA_MISMATCH, other.validation().fault().code());
	}

	@Test
	void aFolderIsAsGoodAsItsFiles() throws Exception {
		final Path frames = Files.createDirectory(folder.resolve("frames"));
		for (int i = 0; i < 3; i++) SignedFiles.plain(frames, "png", i);
		final byte[] store = ContentCredentials.sidecar(frames, SignedFiles
			.declaration("frames", Optional.empty()), SIGNER, "", () -> false);
		assertEquals(State.TRUSTED, ContentCredentials.verify(frames, store, ANCHORS,
			() -> false).validation().state());
		Files.copy(frames.resolve("plain0.png"), frames.resolve("plain9.png"));
		assertEquals(State.INVALID, ContentCredentials.verify(frames, store, ANCHORS,
			() -> false).validation().state());
	}

	@Test
	void theSameContentGetsTheSameBytes() throws Exception {
		final byte[] once = Files.readAllBytes(SignedFiles.signed(folder, "png", 7,
			SIGNER));
		assertArrayEquals(once, Files.readAllBytes(SignedFiles.signed(folder, "png",
			7, SIGNER)));
		assertNotEquals(ManifestLabel.of(new byte[32]), ManifestLabel.of(new byte[] { 1, 2, 3 }));
	}

	@Test
	void keysAreReadFromPkcs12WithTheirPassphrase() throws Exception {
		final Path file = folder.resolve("key.p12");
		Files.write(file, SIGNER.pkcs12("secret".toCharArray()));
		final var read = Credential.read(file, "secret".toCharArray());
		assertEquals(SIGNER.chain(), read.chain());
		final var wrong = assertThrows(InputException.class, () -> Credential.read(
			file, "wrong".toCharArray()));
		assertTrue(wrong.getMessage().contains("passphrase"), wrong.getMessage());
		Files.writeString(file, "nonsense");
		assertThrows(InputException.class, () -> Credential.read(file, new char[0]));
	}

	@Test
	void keysOfEllipticCurvesSignFromPem() throws Exception {
		final Path pem = EllipticKey.write(folder);
		final var signer = Credential.read(pem, new char[0]);
		final Path signed = SignedFiles.signed(folder, "png", 8, signer);
		final var found = validate(signed, new TrustAnchors(Set.of(signer
			.anchor())));
		assertEquals(State.TRUSTED, found.state(), found.active().tree());
	}

	/**
	 * What the reference implementation (c2pa-rs by way of
	 * {@code @contentauth/c2pa-wasm} 0.15.0) says of files signed or damaged by
	 * others, without any anchors.
	 */
	@ParameterizedTest
	@CsvSource({ "CA.jpg,VALID,assertion.dataHash.match",
		"CACA.jpg,VALID,assertion.dataHash.match",
		"C_with_CAWG_data.jpg,VALID,assertion.dataHash.match",
		"E-sig-CA.jpg,INVALID,claimSignature.mismatch",
		"XCA.jpg,INVALID,assertion.dataHash.mismatch",
		"boxhash.jpg,VALID,assertion.dataHash.match",
		"legacy.mp4,VALID,assertion.bmffHash.match",
		"video1.mp4,VALID,assertion.bmffHash.match" })
	void othersFilesGetTheVerdictOfTheReference(final String name,
		final State state, final String code) throws Exception
	{
		final var found = validate(RealData.folder().resolve("c2pa").resolve(name),
			TrustAnchors.NONE);
		assertEquals(state, found.state(), found.active().tree());
		assertTrue(found.active().statuses().stream().anyMatch(s -> s.code().equals(
			code)), found.active().tree());
		assertTrue(found.active().statuses().stream().anyMatch(s -> s.code().equals(
			Codes.UNTRUSTED)));
	}

	@Test
	void aFileWithoutAnyHasNone() throws Exception {
		for (final String kind : SignedFiles.KINDS) assertFalse(ContentCredentials
			.verify(SignedFiles.plain(folder, kind, 9), ANCHORS, () -> false)
			.isPresent());
	}
}
