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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.swap.PairClip;
import io.github.janusfiji.swap.SampleModel;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/** The command swaps the faces of several persons by one text. */
class SwapFacesTest {

	private static final int FRAMES = 10, EMPTY = 7;

	@TempDir
	static Path folder;

	private static Context context;
	private static File clip, model;

	/** A clip of two people, in whose last frames the right one is gone. */
	@BeforeAll
	static void make() throws Exception {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
		clip = file("pair.mkv");
		try (var pair = new PairClip(FRAMES); var writer = Frames.writer(clip
			.toPath(), pair, Map.of()))
		{
			for (int i = 0; i < FRAMES; i++) {
				final int[] argb = pair.frame(i).argb();
				if (i >= EMPTY) for (int k = 0; k < argb.length; k++)
					if (k % pair.width() >= pair.width() / 2) argb[k] = 0xff808080;
				writer.write(pair.frame(i));
			}
			writer.commit();
		}
		model = SampleModel.write(folder).toFile();
	}

	@AfterAll
	static void end() {
		context.dispose();
	}

	private static File file(final String name) {
		return folder.resolve(name).toFile();
	}

	private static CommandModule swap(final String output, final Object... more)
		throws Exception
	{
		final var inputs = new Object[more.length + 12];
		System.arraycopy(new Object[] { "input", clip, "model", model, "into", "B",
			"output", file(output), "visible", false, "durable", false }, 0, inputs, 0,
			12);
		System.arraycopy(more, 0, inputs, 12, more.length);
		return context.service(CommandService.class).run(SwapFaces.class, true,
			inputs).get();
	}

	@Test
	void twoPersonsGetTheirFacesInOneRun() throws Exception {
		final var module = swap("both.mkv", "others", "2:A:" + model, "table", true,
			"preview", true);
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertEquals(FRAMES, module.getOutput("frames"));
		assertEquals(FRAMES, module.getOutput("swapped"));
		assertTrue(module.getOutput("times").toString().contains("tracking"));
		final List<String> rows = Files.readAllLines(folder.resolve(
			"both.swap.csv"));
		assertEquals(1 + 2 * FRAMES, rows.size());
		for (int i = 0; i < FRAMES; i++) {
			assertTrue(rows.get(1 + 2 * i).matches(i + ",[^,]+,1,[01],.*"));
			assertTrue(rows.get(2 + 2 * i).matches(i + ",[^,]+,2,[01],.*"));
		}
		try (var before = Frames.open(clip.toPath()); var after = Frames.open(file(
			"both.mkv").toPath()))
		{
			final int w = before.width() / 2;
			assertTrue(differs(before, after, 2, 0, w));
			assertTrue(differs(before, after, 2, w, 2 * w));
			assertTrue(differs(before, after, FRAMES - 1, 0, w) != differs(before,
				after, FRAMES - 1, w, 2 * w));
		}
		final String comment = Frames.metadata(file("both.mkv").toPath()).get(
			"comment");
		assertTrue(comment.contains("persons 1, 2"), comment);
	}

	@Test
	void twoPersonsGetADonorsFaceWithoutTraining() throws Exception {
		final File donor = file("donor.tif");
		try (var ben = new PairClip(FRAMES)) {
			new FaceExtractor().extract(ben, donor.toPath(),
				new FaceExtractor.Options(128, 2, 1), Progress.NONE).close();
		}
		final var module = swap("graphics.mkv", "method", "graphics", "donor", donor,
			"others", "2:" + donor);
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertEquals(FRAMES, module.getOutput("swapped"));
		try (var before = Frames.open(clip.toPath()); var after = Frames.open(file(
			"graphics.mkv").toPath()))
		{
			final int w = before.width() / 2;
			assertTrue(differs(before, after, 2, 0, w));
			assertTrue(differs(before, after, 2, w, 2 * w));
		}
		final String comment = Frames.metadata(file("graphics.mkv").toPath()).get(
			"comment");
		assertTrue(comment.startsWith("SYNTHETIC: The faces of persons 1, 2 were" +
			" replaced by other people's pictures"), comment);
		assertTrue(comment.contains("method=graphics"), comment);
	}

	private static boolean differs(final FrameSequence a, final FrameSequence b,
		final int frame, final int from, final int to) throws IOException
	{
		final int[] p = a.frame(frame).argb(), q = b.frame(frame).argb();
		for (int i = 0; i < p.length; i++)
			if (i % a.width() >= from && i % a.width() < to && p[i] != q[i])
				return true;
		return false;
	}

	@Test
	void framesWithoutTheChosenPersonStayBitByBit() throws Exception {
		final var whole = swap("one.mkv", "person", 1);
		final boolean rightGoes = whole.getOutput("swapped").equals(FRAMES);
		final var module = swap("two.mkv", "person", rightGoes ? 2 : 1);
		assertEquals(EMPTY, module.getOutput("swapped"));
		try (var before = Frames.open(clip.toPath()); var after = Frames.open(file(
			"two.mkv").toPath()))
		{
			for (int i = EMPTY; i < FRAMES; i++)
				assertArrayEquals(before.frame(i).argb(), after.frame(i).argb());
		}
	}

	@Test
	void whatCannotBeDoneIsSaidInASentence() throws Exception {
		assertEquals("Person 1 is given two faces: name each person once.", swap(
			"no.mkv", "others", "1:A").getCancelReason());
		assertTrue(swap("no.mkv", "others", "2").getCancelReason().contains(
			"2:A:pair.janus"));
		assertEquals(
			"This model has learnt no mask, as only adversarial models do: choose the mask hull or extended.",
			swap("no.mkv", "mask", "learned").getCancelReason());
		assertTrue(swap("no.mkv", "others", "2:A:" + file("none.janus"))
			.getCancelReason().endsWith("."));
		assertTrue(swap("no.mkv", "method", "graphics").getCancelReason().contains(
			"'donor'"));
		assertTrue(swap("no.mkv", "method", "graphics", "donor", file("none.tif"))
			.getCancelReason().contains("extract faces first"));
		assertEquals("There is no method 'magic': choose one of model, graphics.",
			swap("no.mkv", "method", "magic").getCancelReason());
		assertFalse(file("no.mkv").exists());
	}
}
