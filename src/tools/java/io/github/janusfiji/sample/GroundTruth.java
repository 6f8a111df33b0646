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
package io.github.janusfiji.sample;

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is known of a clip because it was computed, as text files. */
final class GroundTruth {

	private final String clip;
	private final Scene scene;
	private final Performance performance;
	private final List<String> faces = new ArrayList<>();

	GroundTruth(final String clip, final Scene scene,
		final Performance performance)
	{
		this.clip = clip;
		this.scene = scene;
		this.performance = performance;
	}

	/** Adds the next frame. */
	void add(final Landmarks landmarks) {
		final int i = faces.size();
		final Moment m = performance.at(i);
		final var points = new StringBuilder();
		for (final Point p : landmarks.points())
			points.append(points.isEmpty() ? "" : ",").append(String.format(
				Locale.ROOT, "[%.2f,%.2f]", p.x(), p.y()));
		faces.add(String.format(Locale.ROOT,
			"{\"frame\":%d,\"time\":%.3f,\"openness\":%.3f," +
				"\"pose\":{\"yaw\":%.2f,\"pitch\":%.2f,\"roll\":%.2f}," +
				"\"gaze\":[%.2f,%.2f],\"jaw\":%.3f,\"landmarks\":[%s]}", i, i /
					performance.frameRate(), m.openness(), m.pose().yaw(), m.pose()
						.pitch(), m.pose().roll(), m.gazeX(), m.gazeY(), m.jaw(), points));
	}

	/** @return the {@code .truth.json}; its schema is in docs/sample-data.md */
	String json() {
		final var blinks = new StringBuilder();
		int n = 0;
		for (final Blink b : performance.blinks())
			blinks.append(n == 0 ? "" : ",").append(String.format(Locale.ROOT,
				"{\"blink\":%d,\"start\":%d,\"peak\":%d,\"end\":%d}", ++n, b.start(), b
					.peak(), b.end()));
		return String.format(Locale.ROOT,
			"{\"version\":1,\"clip\":\"%s\",\"synthetic\":true,\"person\":\"%s\"," +
				"\"width\":%d,\"height\":%d,\"frames\":%d,\"fps\":%s,%n\"blinks\":[%s]," +
				"%n\"faces\":[%n%s%n]}%n", clip, scene.who().name(), scene.width(), scene
					.height(), faces.size(), performance.frameRate(), blinks, String.join(
						",\n", faces)).replace("\r\n", "\n");
	}

	/** @return the {@code .blinks.csv} */
	String blinks() {
		final var csv = new StringBuilder("blink,start,peak,end\n");
		int n = 0;
		for (final Blink b : performance.blinks())
			csv.append(String.format(Locale.ROOT, "%d,%d,%d,%d%n", ++n, b.start(), b
				.peak(), b.end()));
		return csv.toString().replace("\r\n", "\n");
	}
}
