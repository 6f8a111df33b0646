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
package io.github.janusfiji.blink.training;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A clip whose blinks people marked, from a list of such clips: a CSV file with
 * the columns {@code clip,use,last,skip,blinks}.
 *
 * @param path the clip
 * @param use what it is for
 * @param last the last frame that somebody looked at
 * @param skip frames that are neither open nor closed for certain, such as those
 *          of looking down
 * @param blinks the marked blinks in order
 */
record LabelledClip(Path path, Use use, int last, List<Span> skip,
	List<Marked> blinks)
{

	private static final String HEADER = "clip,use,last,skip,blinks";

	/** What a clip is for; no clip serves two ends. */
	enum Use {

			/** To learn from. */
			TRAIN,

			/** To choose and to calibrate by. */
			TUNE,

			/** To measure with. */
			MEASURE
	}

	/** From one frame to another, both included. */
	record Span(int from, int to) {

		boolean contains(final int frame) {
			return frame >= from && frame <= to;
		}
	}

	/**
	 * A marked blink.
	 *
	 * @param start first frame with the lid visibly lower
	 * @param peak most closed frame
	 * @param end last frame not fully reopened
	 */
	record Marked(int start, int peak, int end) {

		/** Falls and rises evenly. */
		private double closed(final int frame) {
			return frame <= peak ? (frame - start + 1.0) / (peak - start + 1) : (end +
				1.0 - frame) / (end + 1 - peak);
		}
	}

	/**
	 * @param list the CSV file; {@code last} and {@code skip} may be empty, skip is
	 *          {@code from-to from-to …}
	 * @param folder where clips and tables of blinks are that are not beside the
	 *          list; null for none
	 * @return the clips in order
	 * @throws IOException if something is missing or not of that form; the message
	 *           is one sentence for the user
	 */
	static List<LabelledClip> read(final Path list, final Path folder)
		throws IOException
	{
		final List<String> lines = lines(list);
		if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER))
			throw new InputException(list + " is no list of clips: its first line" +
				" must be " + HEADER + ".");
		final var clips = new ArrayList<LabelledClip>();
		for (final String line : lines.subList(1, lines.size()))
			if (!line.isBlank()) clips.add(parse(list, folder, line));
		return clips;
	}

	private static LabelledClip parse(final Path list, final Path folder,
		final String line) throws IOException
	{
		final String[] cells = line.split(",", -1);
		try {
			final Path clip = find(list, folder, cells[0]);
			final int last = cells[2].isBlank() ? Integer.MAX_VALUE : Integer.parseInt(
				cells[2].strip());
			final List<Span> skip = Stream.of(cells[3].strip().split(" +")).filter(
				s -> !s.isEmpty()).map(s -> new Span(Integer.parseInt(s.split("-")[0]),
					Integer.parseInt(s.split("-")[1]))).toList();
			return new LabelledClip(clip, Use.valueOf(cells[1].strip().toUpperCase(
				Locale.ROOT)), last, skip, blinks(find(list, folder, cells[4]), clip
					.getFileName().toString()));
		}
		catch (final IllegalArgumentException | IndexOutOfBoundsException e) {
			throw new InputException("In " + list + ", the line \"" + line +
				"\" is not of the form " + HEADER +
				" with train, tune or measure as use and frames like 36-71 to skip.",
				e);
		}
	}

	/**
	 * @param list the CSV file
	 * @param folder as for {@link #read(Path, Path)}
	 * @return the list and all files that it names
	 * @throws IOException as {@link #read(Path, Path)}
	 */
	static List<Path> files(final Path list, final Path folder)
		throws IOException
	{
		final var files = new ArrayList<Path>(List.of(list));
		final List<String> lines = lines(list);
		for (final String line : lines.subList(1, lines.size())) {
			if (line.isBlank()) continue;
			final String[] cells = line.split(",", -1);
			files.add(find(list, folder, cells[0]));
			files.add(find(list, folder, cells[4]));
		}
		return files;
	}

	private static Path find(final Path list, final Path folder,
		final String name) throws InputException
	{
		if (name.isBlank()) throw new IllegalArgumentException("no name");
		final Path beside = list.toAbsolutePath().resolveSibling(name.strip());
		final Path there = folder == null || Files.exists(beside) ? beside : folder
			.resolve(name.strip());
		if (there.getFileName() == null) throw new InputException(list
			.getFileName() + " names " + there +
			", which is neither a clip nor a table; correct the list.");
		if (Files.exists(there)) return there;
		throw new InputException("There is no " + there + ", which " + list
			.getFileName() + " names; correct the list or give the folder it is in.");
	}

	/** Of one clip's own table, or of a table of several with a column clip. */
	private static List<Marked> blinks(final Path csv, final String clip)
		throws IOException
	{
		final List<String> lines = lines(csv);
		final List<String> columns = lines.isEmpty() ? List.of() : List.of(lines.get(
			0).strip().split(","));
		final int name = columns.indexOf("clip"), start = columns.indexOf("start");
		if (!columns.containsAll(List.of("start", "peak", "end")))
			throw new InputException(csv +
				" is no table of blinks: it needs columns start, peak and end.");
		final var blinks = new ArrayList<Marked>();
		for (final String line : lines.subList(1, lines.size())) {
			final String[] cells = line.split(",", -1);
			if (line.isBlank() || name >= 0 && name < cells.length && !cells[name]
				.equals(clip)) continue;
			blinks.add(marked(csv, line, cells, start, columns.indexOf("peak"), columns
				.indexOf("end")));
		}
		return blinks;
	}

	private static Marked marked(final Path csv, final String line,
		final String[] cells, final int start, final int peak, final int end)
		throws InputException
	{
		try {
			final var marked = new Marked(Integer.parseInt(cells[start].strip()),
				Integer.parseInt(cells[peak].strip()), Integer.parseInt(cells[end]
					.strip()));
			if (marked.start <= marked.peak && marked.peak <= marked.end) return marked;
			throw new IllegalArgumentException("start, peak and end are in order");
		}
		catch (final IllegalArgumentException | IndexOutOfBoundsException e) {
			throw new InputException("In " + csv + ", the line \"" + line +
				"\" has no frames start ≤ peak ≤ end; correct it.", e);
		}
	}

	private static List<String> lines(final Path file) throws IOException {
		return Inputs.text(file).lines().toList();
	}

	/** @return the clip's file name */
	String name() {
		return path.getFileName().toString();
	}

	/**
	 * @param frame index from 0
	 * @return how far the eyes are closed, from 0 to 1; NaN where that is not
	 *         known, as in the frames just before and after a blink, whose edges
	 *         are marked to within a frame
	 */
	double closed(final int frame) {
		if (frame > last) return Double.NaN;
		boolean edge = false;
		for (final Marked blink : blinks) {
			if (frame >= blink.start && frame <= blink.end) return blink.closed(frame);
			edge |= frame == blink.start - 1 || frame == blink.end + 1;
		}
		return edge || skip.stream().anyMatch(span -> span.contains(frame))
			? Double.NaN : 0;
	}
}
