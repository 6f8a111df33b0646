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
package io.github.janusfiji.assess;

import io.github.janusfiji.detect.ClipList.Entry;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.measure.FaceEmbedder;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The vectors of clips' faces, of length 1, in the order of frames. */
final class Vectors {

	/** Size of the crops that the tracker is asked to lead to, px; none is cut. */
	private static final int CROP = 256;

	private Vectors() {}

	/**
	 * @param entries clips
	 * @param embedders by name
	 * @param faces about how many of each clip, evenly spread
	 * @param progress told each clip
	 * @return for each embedder the vectors of each clip by path; a clip without a
	 *         face has none
	 * @throws IOException if a clip cannot be read
	 */
	static Map<String, Map<Path, List<float[]>>> of(final List<Entry> entries,
		final Map<String, FaceEmbedder> embedders, final int faces,
		final Progress progress) throws IOException
	{
		final var all = new HashMap<String, Map<Path, List<float[]>>>();
		embedders.keySet().forEach(name -> all.put(name, new HashMap<>()));
		for (final Entry entry : entries) {
			progress.check();
			embedders.keySet().forEach(name -> all.get(name).put(entry.path(),
				new ArrayList<>()));
			try (var clip = Frames.open(entry.path())) {
				final List<Face> own = FaceTracker.create().track(clip, CROP, progress)
					.of(1);
				final int every = Math.max(1, own.size() / Math.max(1, faces));
				int next = 0;
				try (FrameCursor cursor = clip.cursor()) {
					for (Frame frame = cursor.next(); frame != null && next < own
						.size(); frame = cursor.next())
					{
						if (own.get(next).frame() != frame.index()) continue;
						if (next % every == 0) for (final var e : embedders.entrySet())
							all.get(e.getKey()).get(entry.path()).add(e.getValue().embed(
								frame, own.get(next).landmarks()));
						next++;
					}
				}
			}
		}
		return all;
	}

	/**
	 * @param file a CSV file without a header: the clip's path as the list has it,
	 *          then the numbers of one face; a row for each face
	 * @param list the list of clips, beside which the clips are
	 * @return the vectors of each clip by path
	 * @throws IOException if it is not of that form
	 */
	static Map<Path, List<float[]>> read(final Path file, final Path list)
		throws IOException
	{
		final var all = new HashMap<Path, List<float[]>>();
		int length = -1;
		for (final String line : Inputs.text(file).lines().toList()) {
			if (line.isBlank()) continue;
			final String[] cells = line.split(",");
			final float[] vector = numbers(file, line, cells);
			if (length < 0) length = vector.length;
			if (vector.length != length || length == 0) throw new InputException("In " +
				file + ", the line \"" + shortened(line) + "\" has " + vector.length +
				" numbers and the first " + length + "; give vectors of one network.");
			all.computeIfAbsent(list.toAbsolutePath().resolveSibling(cells[0]
				.strip()), path -> new ArrayList<>()).add(vector);
		}
		if (all.isEmpty()) throw new InputException(file +
			" holds no vectors; give a CSV file with a clip and numbers in each row.");
		return all;
	}

	private static float[] numbers(final Path file, final String line,
		final String[] cells) throws InputException
	{
		final var vector = new float[cells.length - 1];
		double square = 0;
		try {
			for (int i = 0; i < vector.length; i++) {
				vector[i] = Float.parseFloat(cells[i + 1]);
				square += vector[i] * vector[i];
			}
		}
		catch (final NumberFormatException e) {
			square = Double.NaN;
		}
		if (!(square > 0) || Double.isInfinite(square)) throw new InputException(
			"In " + file + ", the line \"" + shortened(line) +
				"\" is not a clip and numbers; correct it.");
		for (int i = 0; i < vector.length; i++)
			vector[i] /= (float) Math.sqrt(square);
		return vector;
	}

	private static String shortened(final String line) {
		return line.length() > 60 ? line.substring(0, 60) + "…" : line;
	}

	/** @return the mean of vectors, of length 1; zeros if they cancel */
	static float[] mean(final List<float[]> vectors) {
		final var mean = new float[vectors.get(0).length];
		double square = 0;
		for (int i = 0; i < mean.length; i++) {
			for (final float[] v : vectors)
				mean[i] += v[i];
			square += mean[i] * mean[i];
		}
		if (square > 0) for (int i = 0; i < mean.length; i++)
			mean[i] /= (float) Math.sqrt(square);
		else Arrays.fill(mean, 0);
		return mean;
	}

	static double cosine(final float[] a, final float[] b) {
		double dot = 0;
		for (int i = 0; i < a.length; i++)
			dot += a[i] * b[i];
		return dot;
	}
}
