package io.github.janusfiji.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the project's sample clips: invented people, drawn from formulas, with
 * exact landmarks, poses and blinks beside them. The same pictures on every
 * machine, for any number of threads.
 */
public final class SampleGenerator {

	private SampleGenerator() {}

	/**
	 * Writes every sample clip and its ground truth.
	 *
	 * @param folder where to; made if it is missing
	 * @throws IOException if a file cannot be written
	 */
	public static void generate(final Path folder) throws IOException {
		Files.createDirectories(folder);
		final int threads = Runtime.getRuntime().availableProcessors();
		for (final Clip clip : Clip.all())
			clip.write(folder, threads);
	}

	/**
	 * {@code java … io.github.janusfiji.sample.SampleGenerator sample-data}.
	 *
	 * @param arguments the folder, {@code sample-data} if there is none
	 * @throws IOException if a file cannot be written
	 */
	public static void main(final String... arguments) throws IOException {
		generate(Path.of(arguments.length > 0 ? arguments[0] : "sample-data"));
	}
}
