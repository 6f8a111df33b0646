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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.frames.OutputSeal;
import io.github.janusfiji.provenance.Change.Kind;
import io.github.janusfiji.provenance.c2pa.TrustAnchors;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of a recording since it was signed is told rightly. */
class MediaVerifierTest {

	private static final int W = 64, H = 48, FRAMES = 20;

	@TempDir
	Path folder;

	private KeyRing keys;

	@BeforeEach
	void openKeys() {
		keys = new KeyRing(folder.resolve("home"));
	}

	private static Frame frame(final int index, final int content) {
		final var random = new Random(content);
		final int grey = random.nextInt(120);
		final var argb = new int[W * H];
		for (int i = 0; i < argb.length; i++) argb[i] = 0xff000000 | (grey + i % W) << 16 |
			(grey + i / W) << 8 | (content * 5 + i / 300) % 200;
		return new Frame(index, index / 25.0, W, H, argb);
	}

	private Path clip(final String name, final List<Integer> contents,
		final Map<String, String> texts) throws IOException
	{
		final Path file = folder.resolve(name);
		try (var writer = Frames.writer(file, W, H, 25, texts)) {
			for (int i = 0; i < contents.size(); i++) writer.write(frame(i, contents.get(
				i)));
			writer.commit();
		}
		return file;
	}

	private static List<Integer> contents() {
		final var all = new ArrayList<Integer>();
		for (int i = 0; i < FRAMES; i++) all.add(i);
		return all;
	}

	private Path sign(final Path input, final String name) throws IOException {
		return new MediaSigner(keys, keys.signer()).sign(input, folder.resolve(name),
			new MediaSigner.Statement("a test", "form 7"), Progress.NONE).output();
	}

	private Verification verify(final Path file) throws IOException {
		return new MediaVerifier(keys, keys.anchors()).verify(file, Progress.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mp4", "mkv", "tif", "" })
	void whatWasSignedIsAuthentic(final String kind) throws Exception {
		final String dot = kind.isEmpty() ? "" : "." + kind;
		final Path signed = sign(clip("plain" + dot, contents(), Map.of()), "signed" +
			dot);
		final var found = verify(signed);
		assertEquals(Verdict.AUTHENTIC, found.verdict(), found.sentence());
		assertEquals(kind.equals("mkv"), Files.exists(folder.resolve("signed.c2pa")));
		assertEquals(kind.isEmpty(), Files.exists(folder.resolve(
			"signed/signed.c2pa")));
		assertEquals(Verdict.UNTRUSTED, new MediaVerifier(keys, TrustAnchors.NONE)
			.verify(signed, Progress.NONE).verdict());
	}

	/** The lossless container keeps pictures through any number of edits. */
	@Test
	void editsOfAVideoAreFoundToTheFrame() throws Exception {
		sign(clip("plain.mkv", contents(), Map.of()), "signed.mkv");
		final var dropped = contents();
		dropped.subList(4, 7).clear();
		assertEdit("dropped.mkv", dropped, new Change(Kind.DROPPED, 4, 6));
		final var changed = contents();
		changed.set(9, 500);
		assertEdit("changed.mkv", changed, new Change(Kind.CHANGED, 9, 9));
		final var swapped = contents();
		Collections.swap(swapped, 3, 15);
		assertEdit("swapped.mkv", swapped, new Change(Kind.REORDERED, 3, 3),
			new Change(Kind.REORDERED, 15, 15));
		final var inserted = contents();
		inserted.add(12, 501);
		assertEdit("inserted.mkv", inserted, new Change(Kind.INSERTED, 12, 12));
	}

	private void assertEdit(final String name, final List<Integer> contents,
		final Change... changes) throws IOException
	{
		final var found = verify(clip(name, contents, Map.of()));
		assertEquals(Verdict.ALTERED, found.verdict(), found.sentence());
		assertEquals(List.of(changes), found.changes());
	}

	@Test
	void aContainerAloneIsRemuxed() throws Exception {
		sign(clip("plain.mkv", contents(), Map.of("title", "One")), "signed.mkv");
		final var found = verify(clip("again.tif", contents(), Map.of("title",
			"One")));
		assertEquals(Verdict.REMUXED, found.verdict(), found.sentence());
		assertEquals(Kind.METADATA, verify(clip("titled.tif", contents(), Map.of(
			"title", "Two"))).changes().get(0).kind());
	}

	@Test
	void framesOfAFolderAreFoundByTheirFiles() throws Exception {
		final Path signed = sign(clip("plain", contents(), Map.of()), "signed");
		Files.copy(signed.resolve("frame_000003.png"), signed.resolve(
			"frame_000007.png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		Files.delete(signed.resolve("frame_000012.png"));
		final byte[] torn = Files.readAllBytes(signed.resolve("frame_000015.png"));
		torn[torn.length / 2] ^= 4;
		Files.write(signed.resolve("frame_000015.png"), torn);
		final var found = verify(signed);
		assertEquals(Verdict.ALTERED, found.verdict());
		final List<String> words = found.changes().stream().map(c -> c.word() + " " + c
			.first()).toList();
		assertTrue(words.contains("dropped 12") && words.contains("changed 14") &&
			words.contains("doubled 3"), words.toString());
	}

	@Test
	void oneBitOfAFileIsFound() throws Exception {
		final Path signed = sign(clip("plain.mp4", contents(), Map.of("title",
			"One")), "signed.mp4");
		final byte[] bytes = Files.readAllBytes(signed);
		final var random = new Random(6);
		for (int i = 0; i < 25; i++) {
			final byte[] copy = bytes.clone();
			copy[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
			final Path file = folder.resolve("flipped.mp4");
			Files.write(file, copy);
			assertEquals(Verdict.ALTERED, verify(file).verdict());
		}
	}

	@Test
	void whatIsUnknownIsUnsigned() throws Exception {
		assertEquals(Verdict.UNSIGNED, verify(clip("plain.mp4", contents(), Map
			.of())).verdict());
	}

	/** The writers seal what calls itself synthetic, whoever calls them. */
	@ParameterizedTest
	@ValueSource(strings = { "mp4", "mkv", "tif", "" })
	void syntheticOutputsAreSignedByTheirWriter(final String kind)
		throws Exception
	{
		final Path output = clip(kind.isEmpty() ? "out" : "out." + kind, contents(),
			SyntheticMark.of(SyntheticMark.COMPOSITE, "A face was replaced.",
				new SyntheticMark.Derivation("source.mp4", "ab12", "cd34", Map.of("into",
					"B"))));
		final KeyRing own = KeyRing.own();
		final var found = new MediaVerifier(own, own.anchors()).verify(output,
			Progress.NONE);
		assertEquals(Verdict.AUTHENTIC, found.verdict(), found.sentence());
		final var sources = found.validation().orElseThrow().active().sources();
		assertEquals(List.of("source.mp4", "model.janus"), sources.stream().map(
			s -> s.title()).toList());
		if (kind.isEmpty()) assertEquals(Verdict.AUTHENTIC, new MediaVerifier(own, own
			.anchors()).verify(output.resolve("frame_000000.png"), Progress.NONE)
			.verdict());
		assertTrue(OutputSeal.service().isPresent());
	}

	@Test
	void theOwnKeyIsMadeOnceAndForNobodyElse() throws Exception {
		assertEquals(keys.signer().chain(), keys.signer().chain());
		final Path key = folder.resolve("home/key/signer.p12");
		final var view = Files.getFileAttributeView(key,
			PosixFileAttributeView.class);
		if (view != null) assertEquals("rw-------", PosixFilePermissions.toString(view
			.readAttributes().permissions()));
		final Path anchor = folder.resolve("mine.pem");
		keys.exportAnchor(anchor);
		final var other = new KeyRing(folder.resolve("other"));
		assertEquals(1, other.importAnchors(anchor));
		assertEquals(keys.anchors(), other.anchors());
	}

	@Test
	void noInputIsEverOverwritten() throws Exception {
		final Path plain = clip("plain.mp4", contents(), Map.of());
		final byte[] before = Files.readAllBytes(plain);
		assertThrows(InputException.class, () -> sign(plain, "plain.mp4"));
		assertThrows(InputException.class, () -> sign(plain, "other.mkv"));
		assertThrows(InputException.class, () -> sign(folder.resolve("none.mp4"),
			"x.mp4"));
		assertEquals(before.length, Files.readAllBytes(plain).length);
		assertFalse(Files.exists(folder.resolve("other.mkv")));
	}
}
