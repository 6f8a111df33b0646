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
package io.github.janusfiji.compare;

import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Lays two moving pictures beside or over each other for the eye. The result is
 * a moving picture itself, made frame by frame as it is looked at.
 */
public final class MediaComparison {

	/** Crop that faces are tracked for, px. */
	static final int CROP = 256;

	/**
	 * @param view what is shown: {@code sidebyside}, {@code difference},
	 *          {@code flicker}, {@code errorlevel}, {@code noise}, or {@code all}
	 *          but the flicker, as layers that follow one another for each frame
	 * @param register how a place in the second clip is found: {@code faces}, by
	 *          the similarity between the landmarks, unless the clips show the
	 *          same outside of them, as a swap and its source do; or {@code none}, the same
	 *          place
	 * @param timing how a frame of the second clip is found: {@code index}, or
	 *          {@code time}
	 * @param person whose face registers and is followed: a number from 1, in
	 *          each clip
	 * @param zoom side of a square that follows the first clip's face, px; 0 shows
	 *          the whole frame
	 * @param amplify factor of differences and residuals, 1 to 100
	 * @param quality of the JPEG compression in the error-level map, 1 to 100
	 */
	public record Options(String view, String register, String timing,
		int person, int zoom, double amplify, int quality)
	{

		/** Side by side, by faces and index, the whole frame, ×10, quality 90. */
		public static final Options USUAL = new Options("sidebyside", "faces",
			"index", 1, 0, 10, 90);

		void check() throws InputException {
			View.of(view);
			choose("register", register, List.of("faces", "none"));
			choose("timing", timing, List.of("index", "time"));
			if (person < 1) throw new InputException(
				"Persons are numbered from 1, so there is no person " + person + ".");
			if (zoom != 0 && (zoom < 32 || zoom > 2048)) throw new InputException(
				"'zoom' is 0 or from 32 to 2048 px, not " + zoom + ".");
			if (!(amplify >= 1 && amplify <= 100)) throw new InputException(
				"'amplify' is from 1 to 100, not " + amplify + ".");
			if (quality < 1 || quality > 100) throw new InputException(
				"'quality' is from 1 to 100, not " + quality + ".");
		}

		private static void choose(final String what, final String name,
			final List<String> choices) throws InputException
		{
			if (!choices.contains(name)) throw new InputException("'" + what +
				"' is one of " + String.join(", ", choices) + ", not '" + name + "'.");
		}

		/** @return the same, each thing at its own place */
		Options unregistered() {
			return new Options(view, "none", timing, person, zoom, amplify, quality);
		}

		/** @return whether faces have to be found */
		boolean needsFaces() {
			return register.equals("faces") || zoom > 0;
		}

		/**
		 * @return pictures for each frame: 2 for flicker, 4 for all, else 1
		 * @throws InputException if there is no such view
		 */
		public int layers() throws InputException {
			return View.of(view).layers();
		}
	}

	/**
	 * Finds the faces, if they are needed, by reading both clips once. Nothing else
	 * is read before it is looked at.
	 *
	 * @param first a clip
	 * @param second another; both stay the caller's to close, and must stay open
	 *          while the comparison is used
	 * @param options what to show
	 * @param progress told each frame
	 * @return the comparison: {@link Options#layers()} pictures for each frame of
	 *         the first clip for which the second has one
	 * @throws IOException if a clip cannot be read or faces are needed and not
	 *           found; the message is one sentence for the user
	 */
	public FrameSequence compare(final FrameSequence first,
		final FrameSequence second, final Options options, final Progress progress)
		throws IOException
	{
		options.check();
		final FaceTracks none = new FaceTracks(0, List.of());
		final FaceTracks a = options.needsFaces() ? FaceTracker.create().track(
			first, CROP, progress) : none;
		final FaceTracks b = options.register().equals("faces") ? FaceTracker
			.create().track(second, CROP, progress) : none;
		final boolean same = options.register().equals("faces") && SameScene.of(
			first, second, a, b);
		return compare(first, second, a, b, same ? options.unregistered()
			: options);
	}

	/** Does the second half of the work, for faces that are already known. */
	static FrameSequence compare(final FrameSequence first,
		final FrameSequence second, final FaceTracks a, final FaceTracks b,
		final Options options) throws InputException
	{
		if (options.needsFaces()) require(first, a, options.person());
		if (options.register().equals("faces")) require(second, b, options
			.person());
		return new ComparedFrames(new FramePairs(first, second, Registration.of(
			first, second, a, b, options), options.timing().equals("time")), View.of(
				options.view()), new Residuals(options.amplify(), options.quality()));
	}

	private static void require(final FrameSequence clip,
		final FaceTracks tracks, final int person) throws InputException
	{
		if (tracks.of(person).isEmpty()) throw new InputException((tracks
			.persons() == 0 ? "No face" : "No person " + person) +
			" was found in " + clip.name() +
			"; use register=none and zoom=0 to compare without faces.");
	}

	/**
	 * What a comparison says of itself in its metadata: that it is synthetic if one
	 * of the clips says so.
	 *
	 * @param first a clip
	 * @param second another
	 * @param options what is shown
	 * @return keys and texts for
	 *         {@link io.github.janusfiji.frames.Frames#writer(java.nio.file.Path, int, int, double, Map)}
	 * @throws IOException if a clip's metadata cannot be read
	 */
	public static Map<String, String> mark(final FrameSequence first,
		final FrameSequence second, final Options options) throws IOException
	{
		final String what = "Comparison (" + options.view() + ") of " + first
			.name() + " and " + second.name() + ".";
		final List<String> types = types(first, second);
		if (types.isEmpty()) return Map.of("comment", what);
		final var parameters = new LinkedHashMap<String, String>();
		parameters.put("view", options.view());
		parameters.put("amplify", String.valueOf(options.amplify()));
		parameters.put("quality", String.valueOf(options.quality()));
		return SyntheticMark.of(types.get(0), what, new SyntheticMark.Derivation(
			first.name() + " and " + second.name(), "", "", parameters));
	}

	/** Source types of the clips that are synthetic, trained models' first. */
	private static List<String> types(final FrameSequence... clips)
		throws IOException
	{
		final var types = new ArrayList<String>();
		for (final FrameSequence clip : clips) {
			final SortedMap<String, String> said = clip.metadata();
			if (SyntheticMark.statement(said).isPresent()) types.add(said
				.getOrDefault("digitalSourceType", SyntheticMark.COMPOSITE));
		}
		types.sort(Comparator.comparing(SyntheticMark.RENDERED::equals));
		return types;
	}
}
