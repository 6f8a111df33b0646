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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.task.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Streams through a clip once more, when its events are known: measures the skin
 * around the eyes in every frame and keeps small pictures of the events.
 */
final class EvidenceReader {

	/** Events beyond these get no pictures: an hour of talk has a thousand. */
	private static final int MOST_STRIPS = 1000;

	/** What was read. */
	record Reading(SkinMeasures skin, List<EventStrip> strips) {}

	private EvidenceReader() {}

	/**
	 * @param frames the clip
	 * @param faces one person's faces in order of frames
	 * @param events what the eyes do
	 * @param progress told each frame
	 * @return measures, one for each face, and pictures
	 * @throws IOException if the clip cannot be read
	 */
	static Reading read(final FrameSequence frames, final List<Face> faces,
		final List<EyeEvent> events, final Progress progress) throws IOException
	{
		final var skin = new SkinMeasures(faces.size());
		final var meter = new SkinMeter(skin);
		final Map<Integer, BufferedImage> wanted = wanted(frames.count(), events);
		progress.stage("Looking at the blinks", frames.count());
		try (FrameCursor cursor = frames.cursor()) {
			for (int next = 0; next < faces.size();) {
				progress.check();
				final Frame frame = cursor.next();
				if (frame == null) break;
				if (frame.index() == faces.get(next).frame()) {
					final Face face = faces.get(next);
					meter.measure(frame, face, next);
					if (wanted.containsKey(frame.index())) wanted.put(frame.index(),
						EyeRegion.of(frame, face.landmarks()).picture(EventStrip.WIDTH));
					next++;
				}
				progress.done(frame.index() + 1);
			}
		}
		return new Reading(skin, strips(frames.count(), events, wanted));
	}

	/**
	 * Fetches single frames, where the skin is measured already.
	 *
	 * @param frames the clip
	 * @param count number of its frames
	 * @param faces one person's faces in order of frames
	 * @param events what the eyes do
	 * @param progress told each frame
	 * @return pictures of the events
	 * @throws IOException if the clip cannot be read
	 */
	static List<EventStrip> strips(final FrameSequence frames, final int count,
		final List<Face> faces, final List<EyeEvent> events,
		final Progress progress) throws IOException
	{
		final Map<Integer, BufferedImage> wanted = wanted(count, events);
		progress.stage("Looking at the blinks", wanted.size());
		int done = 0;
		for (final Face face : faces) {
			if (!wanted.containsKey(face.frame())) continue;
			progress.check();
			wanted.put(face.frame(), EyeRegion.of(frames.frame(face.frame()), face
				.landmarks()).picture(EventStrip.WIDTH));
			progress.done(++done);
		}
		return strips(count, events, wanted);
	}

	private static Map<Integer, BufferedImage> wanted(final int count,
		final List<EyeEvent> events)
	{
		final var wanted = new HashMap<Integer, BufferedImage>();
		shown(events).forEach(e -> EventStrip.framesOf(e, count).forEach(
			f -> wanted.put(f, null)));
		return wanted;
	}

	private static List<EyeEvent> shown(final List<EyeEvent> events) {
		return events.stream().filter(e -> e.kind() != EyeEvent.Kind.LOST).limit(
			MOST_STRIPS).toList();
	}

	private static List<EventStrip> strips(final int count,
		final List<EyeEvent> events, final Map<Integer, BufferedImage> pictures)
	{
		final var strips = new ArrayList<EventStrip>();
		for (final EyeEvent event : shown(events)) {
			final var seen = EventStrip.framesOf(event, count).stream()
				.filter(f -> pictures.get(f) != null).toList();
			strips.add(new EventStrip(event, seen, seen.stream().map(pictures::get)
				.toList()));
		}
		return strips;
	}
}
