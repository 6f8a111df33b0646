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
package io.github.janusfiji.swap;

import io.github.janusfiji.task.Output;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;

/**
 * Writes a swap's numbers as CSV, a line per frame, as they come. The file
 * appears under its name when it is committed.
 */
public final class SwapTable implements AutoCloseable {

	private final Output file;
	private final BufferedWriter out;

	/**
	 * @param file to write
	 * @param inputs what the job reads, none of which is ever written
	 * @throws IOException if it cannot be written
	 */
	public SwapTable(final Path file, final Collection<Path> inputs)
		throws IOException
	{
		this.file = Output.file(file, inputs);
		out = Files.newBufferedWriter(this.file.temporary());
		out.write("frame,time,person,swapped,colourshift,maskarea,residual," +
			"milliseconds\n");
	}

	/**
	 * @param output of a swap: a file or a folder
	 * @return where its table belongs: {@code <name>.swap.csv} beside it
	 */
	public static Path beside(final Path output) {
		final String bare = output.getFileName().toString().replaceFirst(
			"(?<=.)\\.[A-Za-z0-9]{1,5}$", "");
		return output.toAbsolutePath().resolveSibling(bare + ".swap.csv");
	}

	/**
	 * @param row the next frame
	 * @throws IOException if it cannot be written
	 */
	public void add(final SwapRow row) throws IOException {
		out.write(String.format(Locale.ROOT, "%d,%.6f,%d,%d,%.3f,%.1f,%.5f,%.2f\n",
			row.frame(), row.time(), row.person(), row.swapped() ? 1 : 0, row
				.colourShift(), row.maskArea(), row.residual(), row.milliseconds()));
	}

	/**
	 * Finishes the file and moves it to its name.
	 *
	 * @throws IOException if it cannot be written
	 */
	public void commit() throws IOException {
		out.close();
		file.commit();
	}

	/** Removes what was not committed. */
	@Override
	public void close() throws IOException {
		try (file) {
			out.close();
		}
	}
}
