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
package io.github.janusfiji.model;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.EngineCheck;
import io.github.janusfiji.nn.PrecisionTrials;
import io.github.janusfiji.nn.onednn.EngineTrials.Trial;
import io.github.janusfiji.nn.onednn.EngineTrials;
import io.github.janusfiji.nn.onednn.OneDnn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries the engine with the instruction set and threads of this process: all
 * operations, and what the networks compute against numbers of the process that
 * began this one. Prints a line for each trial: name, tab, {@code right} or what
 * is wrong.
 */
public final class EngineProcess {

	private static final double DECODED = 1e-4;
	private static final double LOSS = 0.01;

	private EngineProcess() {}

	/**
	 * @param args seed of random shapes; a folder with references, or nothing; the
	 *          only network to be tried, or nothing for all
	 */
	public static void main(final String[] args) {
		System.out.println("processor\t" + OneDnn.processor());
		System.out.println("device\t" + Engine.preferred().getClass()
			.getSimpleName());
		final Map<String, Trial> trials = new LinkedHashMap<>(EngineTrials.operations(
			Long.parseLong(args[0])));
		trials.putAll(PrecisionTrials.all());
		trials.put("golden model", EngineProcess::golden);
		if (args.length > 1) for (final Blueprint b : PresetTrials.networks()) {
			if (args.length > 2 && !args[2].equals(b.preset())) continue;
			trials.put("decode " + b.preset(), () -> compare(Path.of(args[1], b
				.preset() + ".face"), PresetTrials.decoded(b, fresh()), DECODED, 0));
			trials.put("train " + b.preset(), () -> compare(Path.of(args[1], b
				.preset() + ".loss"), PresetTrials.trained(b, fresh()), 0, LOSS));
		}
		trials.forEach((name, trial) -> System.out.println(name + "\t" + outcome(
			trial)));
		final boolean replaced = EngineCheck.findings().stream().anyMatch(f -> !f
			.right());
		System.out.println("self-check\t" + (replaced ? EngineCheck.words()
			: "right"));
	}

	/** Networks of half a gigabyte, one after the other. */
	private static Engine fresh() {
		System.gc();
		return Engine.preferred();
	}

	private static String outcome(final Trial trial) {
		try {
			trial.run();
			return "right";
		}
		catch (final Exception | AssertionError e) {
			return e.toString().replace('\n', ' ');
		}
	}

	private static void compare(final Path file, final float[] actual,
		final double absolute, final double relative) throws IOException
	{
		final float[] expected = PresetTrials.read(file);
		if (expected.length != actual.length) throw new AssertionError(
			actual.length + " numbers instead of " + expected.length);
		for (int i = 0; i < actual.length; i++)
			if (!(Math.abs(actual[i] - expected[i]) <= absolute + relative * Math.abs(
				expected[i]))) throw new AssertionError("number " + i + " is " +
					actual[i] + " instead of " + expected[i]);
	}

	private static void golden() throws IOException {
		final Path file = Files.createTempFile("golden", ".janus");
		try (var in = GoldenModel.class.getResourceAsStream(GoldenModel.MODEL)) {
			Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
			compareGolden(file);
		}
		finally {
			Files.delete(file);
		}
	}

	private static void compareGolden(final Path file) throws IOException {
		final List<String> lines;
		try (var in = new BufferedReader(new InputStreamReader(GoldenModel.class
			.getResourceAsStream(GoldenModel.FACES))))
		{
			lines = in.lines().toList();
		}
		try (FaceModel model = FaceModel.open(file)) {
			int line = 0;
			for (final Side side : Side.PAIR) {
				final var painted = model.decode(GoldenModel.faces().tensor(), side);
				for (int n = 0; n < GoldenModel.COUNT; n++) {
					final String[] numbers = lines.get(line++).split(",");
					for (int i = 0; i < numbers.length; i++)
						if (!(Math.abs(painted.getFloat((long) n * numbers.length + i) -
							Float.parseFloat(numbers[i])) <= DECODED)) throw new AssertionError(
								side + "'s face " + n + " differs at " + i);
				}
			}
		}
	}
}
