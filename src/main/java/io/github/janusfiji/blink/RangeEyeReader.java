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

import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.RangeFaces;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameRange;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Second pass over a range of a clip whose faces are known: measures eyes and
 * skin of everyone at once.
 */
final class RangeEyeReader {

	/** Frames beside its own that a measure of the skin depends on. */
	private static final int BESIDE = 1;

	private final RangeFaces found;
	private final EyeStateModel model;
	private final List<Face> faces;
	private final float[][] right, left;
	private final SkinMeasures skin;

	/** Measures the skin of one person at a time, with that person's indices. */
	private record Meter(SkinMeasures measures, SkinMeter meter,
		List<Integer> indices)
	{}

	private final Map<Integer, Meter> meters = new HashMap<>();
	private final List<float[]> waiting = new ArrayList<>();
	private final List<Integer> asked = new ArrayList<>();

	private RangeEyeReader(final RangeFaces found, final EyeStateModel model) {
		this.found = found;
		this.model = model;
		faces = found.faces();
		right = new float[faces.size()][];
		left = new float[faces.size()][];
		skin = new SkinMeasures(faces.size());
	}

	/**
	 * @param range of a clip
	 * @param found its faces
	 * @param model asked about the pictures of eyes, or null for landmarks alone
	 * @param progress told each frame
	 * @return the measures
	 * @throws IOException if the clip cannot be read
	 */
	static RangeEyes read(final FrameRange range, final RangeFaces found,
		final EyeStateModel model, final Progress progress) throws IOException
	{
		final var reader = new RangeEyeReader(found, model);
		progress.stage("Reading the eyes", range.length());
		try (var cursor = range.cursor()) {
			int next = 0, done = 0;
			for (Frame frame = cursor.next(); frame != null && next < reader.faces
				.size(); frame = cursor.next())
			{
				progress.check();
				for (; next < reader.faces.size() && reader.faces.get(next).frame() == frame
					.index(); next++)
					if (frame.index() >= range.first() - BESIDE && frame.index() - BESIDE < range
						.end()) reader.face(next, frame);
				progress.done(++done);
			}
		}
		return reader.eyes();
	}

	private void face(final int index, final Frame frame) {
		final Face face = faces.get(index);
		final Meter meter = meters.computeIfAbsent(face.person(), p -> {
			final var measures = new SkinMeasures(faces.size());
			return new Meter(measures, new SkinMeter(measures), new ArrayList<>());
		});
		meter.meter.measure(frame, face, meter.indices.size());
		meter.indices.add(index);
		if (model == null || !found.holds(face)) return;
		asked.add(index);
		waiting.add(EyeCropper.crop(frame, EyeReader.place(face.landmarks(),
			false)));
		waiting.add(EyeCropper.crop(frame, EyeReader.place(face.landmarks(), true)));
		if (asked.size() == EyeReader.BATCH) ask();
	}

	private void ask() {
		final float[][] features = model.read(waiting);
		for (int k = 0; k < asked.size(); k++) {
			right[asked.get(k)] = features[2 * k];
			left[asked.get(k)] = features[2 * k + 1];
		}
		waiting.clear();
		asked.clear();
	}

	private RangeEyes eyes() {
		if (!asked.isEmpty()) ask();
		for (final Meter meter : meters.values())
			for (int i = 0; i < meter.indices.size(); i++) {
				final int at = meter.indices.get(i);
				skin.texture()[at] = meter.measures.texture()[i];
				skin.sharpness()[at] = meter.measures.sharpness()[i];
				skin.outline()[at] = meter.measures.outline()[i];
			}
		return new RangeEyes(found, right, left, skin);
	}
}
