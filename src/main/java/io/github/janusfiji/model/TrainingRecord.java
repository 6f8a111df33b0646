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

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.FrameWriter;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a training leaves beside its model, renewed at each save: the losses
 * ({@code <name>.losses.csv}), the newest preview ({@code <name>.preview.png})
 * and the previews so far ({@code <name>.timelapse.tif}).
 */
final class TrainingRecord {

	/** Of more previews every second one goes, so the file stays bounded. */
	private static final int MOST_PREVIEWS = 100;

	/** Metadata key: the iterations of the slices, separated by commas. */
	private static final String ITERATIONS = "janus.iterations";

	private static final Map<String, String> MARK = SyntheticMark.of(
		SyntheticMark.GENERATED,
		"Preview of a Janus face model: original, reconstruction and swap of " +
			"two people, of which only the originals are recorded.");

	private final Path model;
	private final boolean timelapse;

	/**
	 * @param model the model's file
	 * @param timelapse whether to collect the previews
	 */
	TrainingRecord(final Path model, final boolean timelapse) {
		this.model = model.toAbsolutePath();
		this.timelapse = timelapse;
	}

	/**
	 * @param preview a picture
	 * @return it as a PNG that says that it is synthetic
	 * @throws IOException never, into memory
	 */
	static byte[] png(final HeldOutFaces.Preview preview) throws IOException {
		final var png = new ByteArrayOutputStream();
		Frames.writePicture(png, frame(preview, 0), MARK);
		return png.toByteArray();
	}

	private static Frame frame(final HeldOutFaces.Preview preview,
		final int index)
	{
		return new Frame(index, index, preview.width(), preview.height(), preview
			.argb());
	}

	/** @return the files that belong to the model, which need not exist */
	List<Path> files() {
		return Stream.of(".losses.csv", ".preview.png", ".timelapse.tif").map(
			this::beside).toList();
	}

	/** @return the model's file with another ending */
	private Path beside(final String ending) {
		return model.resolveSibling(model.getFileName().toString().replaceFirst(
			"(?i)\\.janus$", "") + ending);
	}

	/**
	 * @param iteration steps done
	 * @param history of all losses
	 * @param preview the newest
	 * @param png the same as a file
	 * @throws IOException if it cannot be written; the message is one sentence for
	 *           the user
	 */
	void update(final int iteration, final LossHistory history,
		final HeldOutFaces.Preview preview, final byte[] png) throws IOException
	{
		replace(beside(".losses.csv"), history.toCsv().getBytes(
			StandardCharsets.UTF_8));
		replace(beside(".preview.png"), png);
		if (timelapse) extend(beside(".timelapse.tif"), iteration, preview);
	}

	private static void replace(final Path file, final byte[] bytes)
		throws IOException
	{
		try (var output = Output.file(file)) {
			output.write(bytes);
			output.commit();
		}
	}

	/** The stack is small: it is written anew with one more slice. */
	private static void extend(final Path file, final int iteration,
		final HeldOutFaces.Preview preview) throws IOException
	{
		final List<Integer> iterations = iterations(file);
		if (iterations.isEmpty()) {
			write(file, preview, List.of(frame(preview, 0)), List.of(iteration));
			return;
		}
		try (FrameSequence before = Frames.open(file)) {
			final var kept = new ArrayList<Frame>();
			final var at = new ArrayList<Integer>();
			final boolean fits = before.width() == preview.width() && before
				.height() == preview.height() && before.count() == iterations.size();
			final int step = iterations.size() < MOST_PREVIEWS ? 1 : 2;
			for (int i = 0; fits && i < iterations.size(); i += step) {
				// What a restored backup has not reached yet was another course.
				if (iterations.get(i) >= iteration) break;
				kept.add(before.frame(i));
				at.add(iterations.get(i));
			}
			kept.add(frame(preview, kept.size()));
			at.add(iteration);
			write(file, preview, kept, at);
		}
	}

	private static List<Integer> iterations(final Path file) throws IOException {
		if (!Files.exists(file)) return List.of();
		final String listed = Frames.metadata(file).getOrDefault(ITERATIONS, "");
		return Stream.of(listed.split(",")).filter(s -> s.matches("\\d{1,9}")).map(
			Integer::valueOf).toList();
	}

	private static void write(final Path file,
		final HeldOutFaces.Preview size, final List<Frame> frames,
		final List<Integer> iterations) throws IOException
	{
		final var metadata = new TreeMap<>(MARK);
		metadata.put(ITERATIONS, iterations.stream().map(String::valueOf).collect(
			Collectors.joining(",")));
		try (FrameWriter writer = Frames.writer(file, size.width(), size.height(),
			1, metadata))
		{
			for (final Frame frame : frames)
				writer.write(frame);
			writer.commit();
		}
	}
}
