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

	/**
	 * Finds the faces, if they are needed, by reading both clips once. Nothing else
	 * is read before it is looked at.
	 *
	 * @param first a clip
	 * @param second another; both stay the caller's to close, and must stay open
	 *          while the comparison is used
	 * @param options what to show
	 * @param progress told each frame
	 * @return the comparison: {@link ComparisonOptions#layers()} pictures for each frame of
	 *         the first clip for which the second has one
	 * @throws IOException if a clip cannot be read or faces are needed and not
	 *           found; the message is one sentence for the user
	 */
	public FrameSequence compare(final FrameSequence first,
		final FrameSequence second, final ComparisonOptions options, final Progress progress)
		throws IOException
	{
		options.check();
		final FaceTracks none = new FaceTracks(0, List.of());
		final FaceTracks a = options.needsFaces() ? FaceTracker.create().track(
			first, Registration.CROP, progress) : none;
		final FaceTracks b = options.register().equals("faces") ? FaceTracker
			.create().track(second, Registration.CROP, progress) : none;
		final boolean same = options.register().equals("faces") && SameScene.of(
			first, second, a, b);
		return compare(first, second, a, b, same ? options.unregistered()
			: options);
	}

	/** Does the second half of the work, for faces that are already known. */
	static FrameSequence compare(final FrameSequence first,
		final FrameSequence second, final FaceTracks a, final FaceTracks b,
		final ComparisonOptions options) throws InputException
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
		final FrameSequence second, final ComparisonOptions options) throws IOException
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
