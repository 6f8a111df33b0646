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

import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.SyntheticMark;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
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

/** The pretrained base is dissected by the command alone. */
class DissectModelTest {

	private static final int FRAMES = 9;

	/** Of the base: 64 shared units and twice 32 of its one decoder. */
	private static final int UNITS = 128;

	@TempDir
	static Path folder;

	private static Context context;

	@BeforeAll
	static void extract() throws Exception {
		context = new Context();
		context.service(LogService.class).setLevel(LogLevel.NONE);
		try (var ada = Frames.open(Path.of("sample-data", "ada.mp4"));
				var writer = Frames.writer(folder.resolve("clip.tif"), ada, Map.of()))
		{
			for (int i = 0; i < FRAMES; i++)
				writer.write(ada.frame(10 * i));
			writer.commit();
		}
		final var faces = run(ExtractFaces.class, "input", file("clip.tif"),
			"output", file("faces.tif"));
		assertFalse(faces.isCanceled(), faces.getCancelReason());
	}

	@AfterAll
	static void end() {
		context.dispose();
	}

	private static File file(final String name) {
		return folder.resolve(name).toFile();
	}

	private static CommandModule run(final Class<? extends Command> command,
		final Object... inputs) throws Exception
	{
		return context.service(CommandService.class).run(command, true, inputs)
			.get();
	}

	@Test
	void parametersReachTheDissectionAndItsFiles() throws Exception {
		final Path out = folder.resolve("out");
		final var module = run(DissectModel.class, "faces", file("faces.tif"),
			"output", out.toFile(), "most", 8, "layer", "up2", "units", "3,5-6",
			"ablate", "together", "place", "eyes");
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertEquals(UNITS, module.getOutput("unitcount"));
		final var lines = Files.readAllLines(out.resolve("base.units.csv"));
		assertEquals("decoder,layer,unit,concept,iou,effect", lines.get(0));
		assertEquals(1 + UNITS, lines.size());
		final long above = lines.stream().skip(1).filter(line -> Double.parseDouble(
			line.split(",")[4]) > 0.05).count();
		assertEquals(above / (double) UNITS, (double) module.getOutput("matched"),
			0.5 / UNITS);
		try (var stack = Frames.open(out.resolve("base.units.tif"))) {
			assertEquals(3, stack.count());
		}
		try (var stack = Frames.open(out.resolve("base.changed.tif"))) {
			assertEquals(8, stack.count());
			for (int i = 0; i < stack.count(); i++)
				assertOnlyTheEyesChanged(stack.frame(i).argb(), stack.width());
		}
		for (final String name : List.of("base.units.tif", "base.changed.tif"))
			assertTrue(SyntheticMark.statement(Frames.metadata(out.resolve(name)))
				.isPresent(), name);
	}

	/** Before, after and changes below each other: nothing in the lower half. */
	private static void assertOnlyTheEyesChanged(final int[] argb,
		final int size)
	{
		final var changed = new HashSet<Integer>();
		for (int i = 2 * size * size; i < 3 * size * size; i++)
			if ((argb[i] & 0xff) > 12) changed.add(i / size - 2 * size);
		assertFalse(changed.isEmpty());
		assertTrue(changed.stream().allMatch(row -> row < 3 * size / 4), changed
			.toString());
	}

	@Test
	void whatCannotBeDoneIsSaidInASentence() throws Exception {
		final File out = file("none");
		for (final var module : new CommandModule[] { run(DissectModel.class,
			"output", out), run(DissectModel.class, "faces", file("faces.tif")), run(
				DissectModel.class, "faces", file("faces.tif"), "output", out, "layer",
				"up9"), run(DissectModel.class, "faces", file("faces.tif"), "output",
					out, "units", "3"), run(DissectModel.class, "faces", file("clip.tif"),
						"output", out), run(DissectModel.class, "model", file("faces.tif"),
							"faces", file("faces.tif"), "output", out) })
		{
			assertTrue(module.isCanceled());
			assertTrue(module.getCancelReason().endsWith("."), module
				.getCancelReason());
		}
		assertFalse(out.exists());
	}
}
