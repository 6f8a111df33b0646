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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogLevel;
import org.scijava.log.LogService;

/** Folders that reports cannot be written to. */
class ReportFolderTest {

	@TempDir
	Path folder;

	private static CommandModule run(final Class<? extends Command> command,
		final Object... inputs) throws Exception
	{
		try (var context = new Context()) {
			context.service(LogService.class).setLevel(LogLevel.NONE);
			return context.service(CommandService.class).run(command, true, inputs)
				.get();
		}
	}

	/** Before the clip, which takes its time, and even before what is missing. */
	@Test
	void whereReportsGoIsLookedAtFirst() throws Exception {
		final File missing = folder.resolve("missing.mp4").toFile();
		final File taken = Files.writeString(folder.resolve("clips.csv"), "").toFile();
		for (final var run : List.of(run(DetectBlinks.class, "input", missing,
			"output", taken), run(DetectManipulation.class, "input", missing, "output",
				taken), run(MeasureSwap.class, "source", missing, "swapped", missing,
					"output", taken), run(EvaluateBlinkDetector.class, "clips", missing,
						"output", taken), run(VerifyMedia.class, "input", missing, "output",
							taken), run(DissectModel.class, "faces", missing, "output",
								taken), run(AssessThreat.class, "clips", missing, "output",
									taken)))
			assertTrue(run.getCancelReason().contains("clips.csv is a file"), run
				.getCancelReason());
	}
}
