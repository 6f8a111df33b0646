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
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.janusfiji.RealData;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.KeyRing;
import io.github.janusfiji.provenance.SyntheticMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference implementation agrees with what Janus writes and says. */
class ReferenceImplementationTest {

	private static final Credential SIGNER = Credential.make("Laboratory");

	@TempDir
	Path folder;

	@BeforeAll
	static void install() throws IOException {
		Reference.require();
	}

	private Path anchors(final Credential signer) throws IOException {
		return Files.writeString(folder.resolve("anchors.pem"), TrustAnchors.pem(List
			.of(signer.anchor())));
	}

	private static void assertTrusted(final List<JsonObject> found,
		final int count)
	{
		assertEquals(count, found.size());
		for (final JsonObject one : found) {
			assertEquals("Trusted", one.get("state").getAsString(), one.toString());
			assertEquals("[\"source\",\"model.janus\"]", one.get("ingredients")
				.toString());
		}
	}

	@Test
	void everyContainerIsTrusted() throws Exception {
		final var files = new ArrayList<Path>();
		for (final String kind : SignedFiles.KINDS) files.add(SignedFiles.signed(
			folder, kind, 1, SIGNER));
		assertTrusted(Reference.validate(anchors(SIGNER), files), files.size());
	}

	@Test
	void keysOfEllipticCurvesAreTrusted() throws Exception {
		final var signer = Credential.read(EllipticKey.write(folder), new char[0]);
		assertTrusted(Reference.validate(anchors(signer), List.of(SignedFiles.signed(
			folder, "png", 2, signer))), 1);
	}

	@Test
	void sourcesWithCredentialsOfTheirOwnAreTrusted() throws Exception {
		final var files = new ArrayList<Path>();
		for (final String kind : List.of("png", "jpg", "tif", "mp4")) {
			final Path first = SignedFiles.signed(folder, kind, 3, SIGNER);
			final Path second = folder.resolve("second." + kind);
			ContentCredentials.sign(first, second, SignedFiles.declaration("second",
				ContentCredentials.verify(first, TrustAnchors.NONE, () -> false)), SIGNER,
				"", () -> false);
			files.add(second);
		}
		assertTrusted(Reference.validate(anchors(SIGNER), files), files.size());
	}

	/** What the writers seal by themselves. */
	@Test
	void everyWriterOfSyntheticPicturesIsTrusted() throws Exception {
		final Map<String, String> mark = SyntheticMark.of(SyntheticMark.COMPOSITE,
			"A face was replaced.", new SyntheticMark.Derivation("source", "ab", "cd",
				Map.of("into", "B")));
		final var files = new ArrayList<Path>();
		for (final String name : List.of("out.mp4", "out.tif", "out")) {
			try (var writer = Frames.writer(folder.resolve(name), 96, 64, 25, mark)) {
				for (int i = 0; i < 4; i++) writer.write(new Frame(i, i / 25.0, 96, 64,
					SignedFiles.picture(i, 96, 64)));
				writer.commit();
			}
			files.add(name.equals("out") ? folder.resolve("out/frame_000002.png")
				: folder.resolve(name));
		}
		Frames.writePicture(folder.resolve("picture.png"), new Frame(0, 0, 96, 64,
			SignedFiles.picture(9, 96, 64)), mark);
		files.add(folder.resolve("picture.png"));
		assertTrusted(Reference.validate(anchors(KeyRing.own().signer()), files), files
			.size());
	}

	/** Of files signed or damaged by others, both say the same. */
	@Test
	void verdictsOnOthersFilesAreTheSame() throws Exception {
		final List<Path> files;
		try (var all = Files.list(RealData.folder().resolve("c2pa"))) {
			files = all.filter(f -> f.toString().toLowerCase().matches(
				".*\\.(jpg|png|tif|mp4|mov)")).sorted().toList();
		}
		final List<JsonObject> said = Reference.validate(null, files);
		for (int i = 0; i < files.size(); i++) {
			final var own = ContentCredentials.verify(files.get(i), TrustAnchors.NONE,
				() -> false);
			final String state = own.map(f -> f.validation().state().name()).orElse(
				"NONE");
			assertEquals(said.get(i).get("state").getAsString().toUpperCase(), state,
				files.get(i).toString());
			if (own.isEmpty()) continue;
			final Set<String> theirs = new TreeSet<>(), ours = new TreeSet<>();
			for (final String kind : List.of("failures", "successes")) said.get(i)
				.getAsJsonArray(kind).forEach(c -> theirs.add(c.getAsString()));
			// Identity assertions and lists of time-stamping authorities are not Janus's.
			theirs.removeIf(c -> c.startsWith("cawg.") || c.equals(
				"timeStamp.trusted"));
			own.get().validation().active().statuses().stream().filter(s -> s
				.kind() != Status.Kind.INFORMATIONAL).forEach(s -> ours.add(s.code()));
			assertEquals(theirs, ours, files.get(i).toString());
		}
		assertTrue(files.size() >= 9);
	}
}
