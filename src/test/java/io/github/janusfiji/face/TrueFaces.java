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
package io.github.janusfiji.face;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Frames of a sample clip with what is known of them because it was computed. */
record TrueFaces(List<TrueFaces.Shown> faces) {

	/**
	 * @param frame the picture
	 * @param landmarks as computed, px
	 * @param openness of the lids, 0 to 1
	 * @param gazeX to the image's right, relative to the head, degrees
	 * @param gazeY up, degrees
	 * @param jaw drop of the lower lip, cm
	 */
	record Shown(Frame frame, Landmarks landmarks, double openness, double gazeX,
		double gazeY, double jaw)
	{

		private static Shown of(final Frame frame, final JsonObject truth) {
			final var points = new ArrayList<Point>();
			for (final var xy : truth.getAsJsonArray("landmarks"))
				points.add(new Point(xy.getAsJsonArray().get(0).getAsDouble(), xy
					.getAsJsonArray().get(1).getAsDouble()));
			final JsonArray gaze = truth.getAsJsonArray("gaze");
			return new Shown(frame, new Landmarks(points), truth.get("openness")
				.getAsDouble(), gaze.get(0).getAsDouble(), gaze.get(1).getAsDouble(),
				truth.get("jaw").getAsDouble());
		}
	}

	/**
	 * @param clip name of a sample clip, without its ending
	 * @param wanted which frames
	 */
	static TrueFaces of(final String clip, final IntPredicate wanted)
		throws IOException
	{
		final Path folder = Path.of("sample-data");
		final var truth = JsonParser.parseString(Files.readString(folder.resolve(
			clip + ".truth.json"))).getAsJsonObject().getAsJsonArray("faces");
		final var faces = new ArrayList<Shown>();
		try (FrameSequence frames = Frames.open(folder.resolve(clip + ".mp4"));
				var cursor = frames.cursor())
		{
			for (Frame f = cursor.next(); f != null; f = cursor.next())
				if (wanted.test(f.index())) faces.add(Shown.of(f, truth.get(f.index())
					.getAsJsonObject()));
		}
		return new TrueFaces(faces);
	}
}
