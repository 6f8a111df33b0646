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
package io.github.janusfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.c2pa.Credential;
import io.github.janusfiji.provenance.c2pa.TrustAnchors;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/** Signing and checking by the commands, as macros do it. */
class ProvenanceCommandsTest {

	private static final int W = 64, H = 48;

	@TempDir
	static Path folder;

	private static Context context;

	@BeforeAll
	static void begin() {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
	}

	@AfterAll
	static void end() {
		context.dispose();
	}

	private static CommandModule run(final Class<? extends Command> command,
		final Object... inputs) throws Exception
	{
		return context.service(CommandService.class).run(command, true, inputs)
			.get();
	}

	private static File file(final String name) {
		return folder.resolve(name).toFile();
	}

	private static File clip(final String name, final List<Integer> contents)
		throws IOException
	{
		try (var writer = Frames.writer(folder.resolve(name), W, H, 25, Map.of())) {
			for (int i = 0; i < contents.size(); i++) {
				final var argb = new int[W * H];
				for (int k = 0; k < argb.length; k++) argb[k] = 0xff000000 | k % W * 3 << 16 |
					k / W * 4 << 8 | contents.get(i) * 9 % 256;
				writer.write(new Frame(i, i / 25.0, W, H, argb));
			}
			writer.commit();
		}
		return file(name);
	}

	private static List<Integer> contents(final int from) {
		final var all = new ArrayList<Integer>();
		for (int i = 0; i < 12; i++) all.add(from + i);
		return all;
	}

	@Test
	void aSignedClipIsAuthenticAndAnEditedOneIsNot() throws Exception {
		final var signed = run(SignMedia.class, "input", clip("plain.mkv", contents(
			0)), "output", file("signed.mkv"), "purpose", "a test", "consent", "form 1");
		assertFalse(signed.isCanceled(), signed.getCancelReason());
		assertEquals(12, signed.getOutput("frames"));
		assertEquals(folder.resolve("signed.c2pa").toString(), signed.getOutput(
			"credentials"));
		final var good = run(VerifyMedia.class, "input", file("signed.mkv"), "output",
			file("tables"));
		assertFalse(good.isCanceled(), good.getCancelReason());
		assertEquals("authentic", good.getOutput("verdict"));
		final String signer = signed.getOutput("signer").toString();
		assertEquals(List.of("file,verdict,signer,first,last,change",
			"signed.mkv,authentic," + signer + ",,,"), Files.readAllLines(folder.resolve(
				"tables/signed.verify.csv")));
		final var edited = contents(0);
		edited.subList(3, 5).clear();
		edited.set(8, 200);
		final var bad = run(VerifyMedia.class, "input", clip("edited.mkv", edited),
			"output", file("tables"));
		assertTrue(bad.isCanceled() && bad.getCancelReason().startsWith(
			"edited.mkv was altered after it was signed"), bad.getCancelReason());
		assertEquals(List.of("file,verdict,signer,first,last,change",
			"edited.mkv,altered," + signer + ",3,4,dropped", "edited.mkv,altered," +
				signer + ",8,8,changed"), Files.readAllLines(folder.resolve(
					"tables/edited.verify.csv")));
	}

	@Test
	void aLaboratorysKeyIsTrustedByItsAnchor() throws Exception {
		final var laboratory = Credential.make("Laboratory, 2nd floor");
		Files.write(folder.resolve("key.p12"), laboratory.pkcs12(new char[0]));
		Files.writeString(folder.resolve("anchor.pem"), TrustAnchors.pem(List.of(
			laboratory.anchor())));
		final var signed = run(SignMedia.class, "input", clip("a.mp4", contents(
			40)), "output", file("b.mp4"), "key", file("key.p12"));
		assertEquals("Laboratory, 2nd floor", signed.getOutput("signer"));
		final var unknown = run(VerifyMedia.class, "input", file("b.mp4"), "output",
			file("tables"));
		assertTrue(unknown.isCanceled());
		assertEquals("b.mp4,untrusted,\"Laboratory, 2nd floor\",,,", Files
			.readAllLines(folder.resolve("tables/b.verify.csv")).get(1));
		final var known = run(VerifyMedia.class, "input", file("b.mp4"), "anchors",
			file("anchor.pem"));
		assertFalse(known.isCanceled(), known.getCancelReason());
		assertEquals("authentic", known.getOutput("verdict"));
	}

	/** The menu's way to give one's anchor away, and to trust another's. */
	@Test
	void anchorsAreGivenAndTaken() throws Exception {
		final var other = Credential.make("Archive");
		Files.write(folder.resolve("archive.p12"), other.pkcs12(new char[0]));
		final var given = run(SignMedia.class, "key", file("archive.p12"), "anchor",
			file("archive.pem"));
		assertFalse(given.isCanceled(), given.getCancelReason());
		assertTrue(TrustAnchors.read(folder.resolve(
			"archive.pem")).certificates().contains(other.anchor()));
		assertTrue(run(SignMedia.class, "anchor", file("archive.pem"))
			.getCancelReason().endsWith("exists already; choose another name."));
		run(SignMedia.class, "input", clip("e.mp4", contents(60)), "output", file(
			"f.mp4"), "key", file("archive.p12"));
		assertTrue(run(VerifyMedia.class, "input", file("f.mp4")).isCanceled());
		final var taken = run(VerifyMedia.class, "anchors", file("archive.pem"),
			"remember", true);
		assertEquals("One signer more is trusted from now on.", taken.getOutput(
			"finding"));
		assertEquals("authentic", run(VerifyMedia.class, "input", file("f.mp4"))
			.getOutput("verdict"));
		assertTrue(run(VerifyMedia.class, "remember", true).getCancelReason()
			.contains("'anchors'"));
	}

	@Test
	void aFolderIsCheckedFileByFile() throws Exception {
		Files.createDirectories(folder.resolve("batch"));
		run(SignMedia.class, "input", clip("c.mp4", contents(80)), "output", file(
			"batch/good.mp4"));
		clip("batch/other.mp4", contents(120));
		Files.writeString(folder.resolve("batch/notes.txt"), "nothing");
		Files.writeString(folder.resolve("batch/torn.mp4"), "no video at all");
		final var all = run(VerifyMedia.class, "input", file("batch"), "output", file(
			"tables"));
		assertTrue(all.isCanceled());
		assertEquals(List.of("good.mp4", "other.mp4", "torn.mp4"), Files.readAllLines(
			folder.resolve("tables/batch.verify.csv")).stream().skip(1).map(r -> r
				.split(",")[0]).toList());
	}

	@Test
	void whatIsMissingIsSaidInASentence() throws Exception {
		assertEquals("Give the parameter 'input' the recording to sign.", run(
			SignMedia.class).getCancelReason());
		assertTrue(run(VerifyMedia.class).getCancelReason().contains("'input'"));
		assertTrue(run(VerifyMedia.class, "input", file("nowhere.mp4"))
			.getCancelReason().endsWith("does not exist; check the path."));
		assertTrue(run(VerifyMedia.class, "input", clip("d.mkv", contents(7)),
			"anchors", file("d.mkv")).getCancelReason().contains("no certificate"));
	}
}
