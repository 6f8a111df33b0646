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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.janusfiji.RealData;
import io.github.janusfiji.bench.BlinkScore;
import io.github.janusfiji.blink.EyeEvent.Kind;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Stopping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class BlinkAnalyzerTest {

	private static BlinkAnalysis analyze(final String clip, final int frames)
		throws IOException
	{
		final Path video = RealData.folder().resolve("video").resolve(clip);
		try (var excerpt = new Excerpt(Frames.open(video), frames)) {
			return new BlinkAnalyzer().analyze(excerpt, 1, Progress.NONE);
		}
	}

	private static BlinkScore.Result compare(final BlinkAnalysis found,
		final int frames) throws IOException
	{
		final var marked = BlinkScore.marked(RealData.folder().resolve(
			"video/blinks.csv")).get(found.name()).stream().filter(m -> m
				.end() < frames - 1).toList();
		return BlinkScore.compare(found.blinks(), marked, frames);
	}

	@Test
	void readersLookDownsAreNoBlinks() throws IOException {
		final var analysis = analyze("akiyo_cif.mp4", 300);
		final var result = compare(analysis, 300);
		assertEquals(1, result.hits());
		assertEquals(List.of(), result.extra());
		assertEquals(analysis.faces().size(), analysis.eyes().size());
		// All four look-downs are named, and no time in which blinks could be seen.
		final var downs = analysis.events().stream().filter(e -> e
			.kind() == Kind.LOOK_DOWN).toList();
		assertEquals(4, downs.size());
		assertTrue(analysis.secondsObserved() < 5);
		assertEquals(RateEvidence.Finding.TOO_SHORT, BlinkStatistics.of(analysis,
			Activity.UNKNOWN).evidence().finding());
		assertEquals(5, analysis.evidence().strips().size());
		assertTrue(openness(analysis, 30) > 0.8);
		assertTrue(openness(analysis, 100) < 0.3);
	}

	private static double openness(final BlinkAnalysis analysis,
		final int frame)
	{
		return analysis.eyes().stream().filter(e -> e.frame() == frame).findFirst()
			.orElseThrow().openness();
	}

	@Test
	void findsBlinksOfATalkingMan() throws IOException {
		final var analysis = analyze("franck.mp4", 620);
		final var result = compare(analysis, 620);
		assertEquals(2, result.hits());
		// His eyes half close and slowly open again from frame 59 on, which nobody
		// marked; the look-down at 219 to 260 must not be called a blink.
		assertTrue(result.extra().stream().allMatch(b -> b.start() > 55 && b
			.end() < 75), result::toString);
		assertTrue(analysis.events().stream().anyMatch(e -> e
			.kind() == Kind.LOOK_DOWN && e.start() > 210 && e.end() < 275));
		assertTrue(analysis.evidence().tests().stream().allMatch(t -> t
			.corrected() >= 0.01), analysis.evidence()::toString);
	}

	@Test
	void findsBlinksInSmallFaces() throws IOException {
		final var result = compare(analyze("carphone_pristine.mp4", 120), 120);
		assertTrue(result.hits() >= 2, result::toString);
		assertEquals(List.of(), result.extra());
	}

	@Test
	void aPictureHasEyesButNoBlinks() throws IOException {
		final var analysis = analyze("akiyo_cif.mp4", 1);
		assertEquals(1, analysis.eyes().size());
		assertEquals(List.of(), analysis.blinks());
	}

	@Test
	void missingPersonsAreNamed() throws IOException {
		try (FrameSequence grey = Frames.of(new ImagePlus("wall",
			new ColorProcessor(64, 48))))
		{
			final var analyzer = new BlinkAnalyzer();
			final var nobody = assertThrows(InputException.class, () -> analyzer
				.analyze(grey, 1, Progress.NONE));
			assertTrue(nobody.getMessage().startsWith("No face was found in wall"),
				nobody.getMessage());
			final var second = assertThrows(InputException.class, () -> analyzer
				.analyze(grey, new FaceTracks(1, List.of(Analyses.face(0, 0))), 2,
					Progress.NONE));
			assertTrue(second.getMessage().contains("person 2"), second.getMessage());
			assertThrows(InputException.class, () -> analyzer.analyze(grey, 0,
				Progress.NONE));
		}
	}

	@Test
	void whatAnOpenImageSaysOfItselfIsEvidence() throws IOException {
		final var image = new ImagePlus("wall", new ColorProcessor(240, 240));
		image.setProperty("Info", "comment: SYNTHETIC: drawn for a test");
		try (FrameSequence frames = Frames.of(image)) {
			final var analysis = new BlinkAnalyzer().analyze(frames, new FaceTracks(1,
				List.of(Analyses.face(0, 0))), 1, Progress.NONE);
			assertEquals("SYNTHETIC: drawn for a test", analysis.evidence().statement()
				.orElseThrow());
		}
	}

	@Test
	void stopsWhenAsked() {
		final var stopping = Stopping.always();
		try (FrameSequence grey = Frames.of(new ImagePlus("wall",
			new ColorProcessor(64, 48))))
		{
			assertThrows(CancellationException.class, () -> new BlinkAnalyzer()
				.analyze(grey, new FaceTracks(1, List.of(Analyses.face(0, 0))), 1,
					stopping));
		}
	}
}
