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
package io.github.janusfiji.frames;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chooses the writer that an output's name asks for. */
final class Outputs {

	private enum Kind {
			MP4, MKV, TIFF, PNG_FOLDER
	}

	private Outputs() {}

	private static Kind kind(final Path output) throws InputException {
		if (Files.isDirectory(output)) return Kind.PNG_FOLDER;
		return switch (FileKind.extension(output)) {
			case "mp4", "m4v" -> Kind.MP4;
			case "mkv" -> Kind.MKV;
			case "tif", "tiff" -> Kind.TIFF;
			case "" -> Kind.PNG_FOLDER;
			default -> throw new InputException(output.getFileName() +
				" has an extension that cannot be written; use .mp4, .mkv, .tif, or " +
				"a folder without extension.");
		};
	}

	/**
	 * @param like the source whose times and sound are kept, or null
	 * @param frameRate frames/s
	 */
	static FrameWriter open(final Path output, final FrameSequence like,
		final int width, final int height, final double frameRate,
		final Map<String, String> metadata) throws IOException
	{
		return open(output, like, width, height, frameRate, VideoEncoder.QUANTISER,
			metadata);
	}

	/** @param quantiser of H.264, 0 to 51 */
	static FrameWriter open(final Path output, final FrameSequence like,
		final int width, final int height, final double frameRate,
		final int quantiser, final Map<String, String> metadata)
		throws IOException
	{
		if (width < 1 || height < 1 || !(frameRate > 0) || Double.isInfinite(
			frameRate)) throw new IllegalArgumentException(
				"Sizes and frame rates are greater than 0.");
		final var kind = kind(output);
		if (kind == Kind.PNG_FOLDER) OutputFolder.requireReplaceable(output);
		else if (Files.isDirectory(output)) throw new InputException(output +
			" is a folder; choose a file name.");
		if (like != null) requireFitting(output, kind, like);
		final boolean pictures = like != null && like.isPictures();
		final List<Path> inputs = like == null ? List.of() : like.files();
		final var place = kind == Kind.PNG_FOLDER ? Output.folder(output, inputs,
			OutputFolder::isOurs) : Output.file(output, inputs);
		final var path = place.temporary();
		final boolean keepTimes = like != null;
		final var video = KindView.inner(like) instanceof VideoSequence v ? v : null;
		final var timing = video != null ? video.timing() : timing(frameRate);
		final var sealing = Sealing.of(like, metadata);
		return new QueuedWriter(place, () -> switch (kind) {
			case MP4 -> new VideoSink(path, "mp4", width, height, timing, video,
				keepTimes, quantiser, metadata, sealing.isPresent());
			case MKV -> new VideoSink(path, "matroska", width, height, timing, video,
				keepTimes, quantiser, metadata, sealing.isPresent());
			case TIFF -> new TiffSink(path, width, height, frameRate, keepTimes, 1,
				metadata, like == null ? null : like.scale().orElse(null));
			case PNG_FOLDER -> new PngSink(path, frameRate, keepTimes, pictures,
				metadata);
		}, sealing, width, height, kind == Kind.PNG_FOLDER &&
			pictures);
	}

	/** Only a folder holds pictures of different sizes. */
	private static void requireFitting(final Path output, final Kind kind,
		final FrameSequence like) throws InputException
	{
		if (kind != Kind.PNG_FOLDER && !like.hasOneSize()) throw new InputException(
			like.name() + " holds pictures of different sizes, which " + output
				.getFileName() + " cannot hold; give a folder for PNG files instead.");
	}

	/** @param layers pictures that follow one another for each time point */
	static FrameWriter hyperstack(final Path output, final FrameSequence like,
		final int layers, final Map<String, String> metadata)
		throws IOException
	{
		if (kind(output) != Kind.TIFF) throw new InputException(output
			.getFileName() + " cannot hold a hyperstack; use a name that ends in" +
			" .tif.");
		requireFitting(output, Kind.TIFF, like);
		final var place = Output.file(output, like.files());
		return new QueuedWriter(place, () -> new TiffSink(place.temporary(), like
			.width(), like.height(), like.frameRate(), true, layers, metadata, like
				.scale().orElse(null)), Sealing.of(like, metadata), like.width(), like
					.height(), false);
	}

	private static Timing timing(final double frameRate) {
		final var rate = Rational.ofRate(frameRate);
		return new Timing(rate.inverse(), rate, new Rational(1, 1));
	}
}
