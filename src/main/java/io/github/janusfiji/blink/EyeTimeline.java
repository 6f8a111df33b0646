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
package io.github.janusfiji.blink;

import io.github.janusfiji.blink.EyeEvent.Kind;
import io.github.janusfiji.face.EyeAspectRatio;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.geometry.Landmarks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that follows from openness alone.
 *
 * @param eyes one state for each frame in which the person was found
 * @param blinks in order
 * @param events everything the eyes did, blinks included, in order
 */
record EyeTimeline(List<EyeState> eyes, List<Blink> blinks,
	List<EyeEvent> events)
{

	/** Fall of the aspect ratio, as a share, that shows a blink plainly. */
	private static final double PLAIN_FALL = 0.3;

	/** What is left of the confidence if the aspect ratio does not fall. */
	private static final double UNSEEN = 0.3;

	/**
	 * @param series openness over time
	 * @param faces one for each entry
	 * @param frames number of frames in the clip
	 * @return states and events
	 */
	static EyeTimeline of(final OpennessSeries series, final List<Face> faces,
		final int frames)
	{
		final List<Blink> blinks = weighed(BlinkDetector.detect(series), series,
			 new LidRatios(faces));
		final List<EyeEvent> events = EyeEvents.of(series, faces, blinks,
			frames);
		final Map<Integer, Kind> kinds = new HashMap<>();
		for (final EyeEvent event : events)
			for (int f = event.start(); f <= event.end(); f++) kinds.put(f, event
				.kind());
		final var eyes = new ArrayList<EyeState>();
		for (int i = 0; i < series.length(); i++) {
			final double openness = series.both()[i];
			eyes.add(new EyeState(series.frame()[i], series.time()[i], openness, series
				.right()[i], series.left()[i], series.closed()[i], ratio(
					faces.get(i).landmarks()), Optional.ofNullable(kinds.get(series
						.frame()[i]))));
		}
		return new EyeTimeline(eyes, blinks, events);
	}

	/** Blinks that the landmarks do not show as well are trusted less. */
	private static List<Blink> weighed(final List<Blink> blinks,
		final OpennessSeries series, final LidRatios ratios)
	{
		if (!ratios.areKnown()) return blinks;
		return blinks.stream().map(b -> {
			final int from = Arrays.binarySearch(series.frame(), b.start());
			final int to = Arrays.binarySearch(series.frame(), b.end());
			final double seen = ratios.deepest(from, to) / PLAIN_FALL;
			return b.trusted(UNSEEN + (1 - UNSEEN) * Math.max(0, Math.min(1, seen)));
		}).toList();
	}

	private static double ratio(final Landmarks face) {
		return (EyeAspectRatio.of(face.rightEye()) + EyeAspectRatio.of(face
			.leftEye())) / 2;
	}
}
