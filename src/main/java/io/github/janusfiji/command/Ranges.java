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

import io.github.janusfiji.archive.RangeJob;
import io.github.janusfiji.blink.Activity;
import io.github.janusfiji.blink.BlinkAnalyzer;
import io.github.janusfiji.blink.RangeEyes;
import io.github.janusfiji.blink.report.BlinkReport;
import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.faceset.FaceSelection;
import io.github.janusfiji.faceset.RangeExtractor;
import io.github.janusfiji.frames.FrameKind;
import io.github.janusfiji.frames.FrameRange;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.frames.Part;
import io.github.janusfiji.task.FileStem;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands over ranges of long clips, and what makes one result of them. */
final class Ranges {

	/**
	 * What is read before a range, s. A face is followed to the same bits as from
	 * the clip's beginning after about ten frames (docs/archive.md); then it has to
	 * be believed, which takes searches.
	 */
	private static final double LEAD = 4;

	/**
	 * What is read behind a range, s: twice what a tracker waits for a lost face,
	 * so that one that is lost at the seam is known on both sides.
	 */
	private static final double TAIL = 2;

	/** How ranges are joined, by the titles of commands. */
	static final Map<String, RangeJob.Join> JOINS = Map.of("Extract Faces",
		Ranges::joinFaces, "Detect Blinks", Ranges::joinEyes);

	/** A copy of a detector of one's own, which joining needs. */
	private static final String DETECTOR = "own.detector";

	private Ranges() {}

	private static FrameSequence open(final Path clip) throws IOException {
		// What is cut is a video, whatever the kind of pictures that is asked for.
		return Frames.open(clip, FrameKind.SEQUENCE);
	}

	private static FrameRange range(final FrameSequence clip, final Part part) {
		return new FrameRange(clip, part, (int) Math.ceil(LEAD * clip.frameRate()),
			(int) Math.ceil(TAIL * clip.frameRate()));
	}

	/** Cuts out everyone's faces. */
	static void extract(final RangeExtractor extractor, final Path file,
		final Part part, final Path folder, final Progress progress)
		throws IOException
	{
		try (var clip = open(file)) {
			extractor.extract(range(clip, part), stack(folder, file), progress);
		}
	}

	private static Path stack(final Path folder, final Path clip) {
		return folder.resolve(stem(clip) + ".tif");
	}

	private static String stem(final Path clip) {
		return FileStem.of(clip.getFileName().toString());
	}

	private static void joinFaces(final Path file, final List<Path> ranges,
		final Map<String, String> said, final Path folder, final Progress progress)
		throws IOException
	{
		final var options = new FaceExtractor.Options(new Framing(integer(said,
			"size"), number(said, "coverage"), number(said, "padding")),
			new FaceSelection(integer(said, "person"), integer(said, "every"), number(
				said, "facewidth"), number(said, "sharpness"), number(said, "yawlimit")));
		try (var clip = open(file)) {
			new RangeExtractor(FaceTracker.create(), options).join(clip, ranges.stream()
				.map(r -> stack(r, file)).toList(), stack(folder, file), progress);
		}
	}

	private static double number(final Map<String, String> said,
		final String name)
	{
		return Double.parseDouble(said.get(name));
	}

	private static int integer(final Map<String, String> said,
		final String name)
	{
		return Integer.parseInt(said.get(name));
	}

	/** Measures everyone's eyes. */
	static void measure(final BlinkAnalyzer analyzer,
		final Optional<Path> detector, final Path file, final Part part,
		final Path folder, final Progress progress) throws IOException
	{
		try (var clip = open(file);
				var out = new DataOutputStream(new BufferedOutputStream(Files
					.newOutputStream(eyes(folder, file)))))
		{
			analyzer.measure(range(clip, part), progress).write(out);
		}
		if (detector.isPresent()) Files.copy(detector.get(), folder.resolve(
			DETECTOR));
	}

	private static Path eyes(final Path folder, final Path clip) {
		return folder.resolve(stem(clip) + ".range");
	}

	private static void joinEyes(final Path file, final List<Path> ranges,
		final Map<String, String> said, final Path folder, final Progress progress)
		throws IOException
	{
		final Path own = ranges.get(0).resolve(DETECTOR);
		final var analyzer = new BlinkAnalyzer(EyeMethod.of(said.get("method")),
			Files.exists(own) ? EyeStateModel.read(own) : EyeStateModel.embedded());
		final var measured = new ArrayList<RangeEyes>();
		for (final Path range : ranges) measured.add(read(eyes(range, file)));
		try (var clip = open(file)) {
			BlinkReport.write(analyzer.join(clip, measured, integer(said, "person"),
				progress), Activity.named(said.get("task")), folder);
		}
	}

	private static RangeEyes read(final Path file) throws IOException {
		try (var in = new DataInputStream(new BufferedInputStream(Files
			.newInputStream(file))))
		{
			return RangeEyes.read(in);
		}
		catch (final IOException e) {
			throw new InputException(file +
				" is damaged; delete its folder and run the share again.", e);
		}
	}
}
