package io.github.janusfiji.blink;

import ij.gui.Plot;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a {@link BlinkAnalysis} for people and programs. */
public final class BlinkReport {

	private BlinkReport() {}

	/**
	 * Writes {@code <name>.eyes.csv}, {@code <name>.blinks.csv} and
	 * {@code <name>.eyes.png}.
	 *
	 * @param analysis what was measured
	 * @param folder where to; made if it is missing
	 * @throws IOException if it cannot be written; nothing is left half-written
	 */
	public static void write(final BlinkAnalysis analysis, final Path folder)
		throws IOException
	{
		throw new UnsupportedOperationException(); // blink
	}

	/**
	 * @param analysis what was measured
	 * @return openness over time with the blinks marked
	 */
	public static Plot plot(final BlinkAnalysis analysis) {
		throw new UnsupportedOperationException(); // blink
	}
}
