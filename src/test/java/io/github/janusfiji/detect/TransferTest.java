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
package io.github.janusfiji.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.janusfiji.detect.ClipList.Entry;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.Safetensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** By a detector that learns whether manipulated faces are brighter or darker. */
class TransferTest {

	private static final class Brightness implements ManipulationDetector {

		@Override
		public int version() {
			return 1;
		}

		@Override
		public String description() {
			return "brightness";
		}

		@Override
		public LearntDetector learn(final Examples examples,
			final Progress progress)
		{
			final double sign = Math.signum(mean(examples.manipulated()) - mean(
				examples.genuine()));
			return new LearntDetector() {

				@Override
				public double[] scores(final List<FacePicture> faces) {
					return faces.stream().mapToDouble(f -> sign * mean(List.of(
						f)) / 10)
						.toArray();
				}

				@Override
				public Map<String, Safetensors.Loaded> tensors() {
					return Map.of();
				}
			};
		}

		@Override
		public LearntDetector read(final Map<String, Safetensors.Loaded> tensors) {
			throw new UnsupportedOperationException();
		}

		private static double mean(final List<FacePicture> faces) {
			return faces.stream().mapToDouble(f -> f.grey()[0]).average()
				.orElseThrow();
		}
	}

	private static LoadedClip clip(final String person, final String method,
		final int grey)
	{
		final int size = FacePicture.SIZE;
		final var argb = new int[size * size];
		Arrays.fill(argb, 0xff000000 | 0x010101 * grey);
		final var face = FacePicture.of(new Frame(0, 0, size, size, argb),
			new Framing(size, 0.7, 0).meanFace(), 0, 0);
		return new LoadedClip(new Entry(Path.of(person + method), !method.equals(
			"genuine"), person, "", method, "0"), List.of(face), List.of(), false, 0);
	}

	@Test
	void whatIsBrighterIsNotFoundByWhoLearntFromDarker() {
		final var clips = new ArrayList<LoadedClip>();
		for (final String person : List.of("a", "b", "c", "d")) {
			clips.add(clip(person, "genuine", 100));
			clips.add(clip(person, "bright", 130));
			clips.add(clip(person, "dark", 70));
		}
		final var list = new ClipList(clips.stream().map(LoadedClip::entry).toList(), Map
			.of("a", 1, "b", 2, "c", 1, "d", 2));
		final var transfers = TransferMeter.measure(new CrossValidation(list, clips, Map.of(
			"brightness", new Brightness()), new DetectorSettings(Path.of(
				"x"), "", 1, 2, false, 1, true, 1), Progress.NONE));
		// One quality alone is not compared with itself.
		assertEquals(Map.of("bright bright", 1.0, "bright dark", 0.0, "dark dark",
			1.0, "dark bright", 0.0), transfers.stream().collect(Collectors.toMap(
				t -> t.learnt() + " " + t.judged(), Transfer::area)));
		assertEquals("method", transfers.get(0).by());
	}
}
