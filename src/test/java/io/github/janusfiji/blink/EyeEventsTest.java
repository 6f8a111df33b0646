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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.blink.EyeEvent.Kind;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Pose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Telling apart what eyes do. */
class EyeEventsTest {

	private static final double RATE = 50;

	/** What is seen in faces whose landmarks follow the lids. */
	private static List<Kind> kinds(final OpennessSeries series) {
		return kinds(EyeTimeline.of(series, faces(series), series.length())
			.events());
	}

	private static List<Kind> kinds(final List<EyeEvent> events) {
		return events.stream().map(EyeEvent::kind).toList();
	}

	private static OpennessSeries signal(final double at, final double hold,
		final double depth)
	{
		return new Signals(RATE, 12).dip(at, 0.1, hold, 0.1, depth).series();
	}

	@Test
	void lidsThatStayDownAreNoBlink() {
		assertEquals(List.of(Kind.LOOK_DOWN), kinds(signal(3, 2.5, 0.95)));
		assertEquals(List.of(Kind.CLOSURE), kinds(signal(3, 0.55, 1)));
		assertEquals(List.of(Kind.SQUINT), kinds(signal(3, 2, 0.5)));
		assertEquals(List.of(Kind.BLINK), kinds(signal(3, 0.05, 1)));
		assertEquals(List.of(Kind.PARTIAL_BLINK), kinds(signal(3, 0.05, 0.6)));
		assertEquals(List.of(), kinds(signal(3, 2, 0.3)));
	}

	@Test
	void aNodMakesALookDownMoreProbable() {
		assertTrue(LidsDown.probabilityOfLookDown(0.6, 0, 0) < 0.5);
		assertTrue(LidsDown.probabilityOfLookDown(0.6, 0, -8) > 0.8);
		assertTrue(LidsDown.probabilityOfLookDown(0.6, 0, 8) < 0.5);
	}

	private static OpennessSeries oneEye(final boolean rightIsShut) {
		final var shut = signal(4, 0.4, 1);
		final var open = new Signals(RATE, 12).series();
		return OpennessSeries.of(shut.frame(), shut.time(), (rightIsShut ? shut
			: open).both(), (rightIsShut ? open : shut).both());
	}

	/** Faces whose lids' points follow the openness of each eye. */
	private static List<Face> faces(final OpennessSeries s) {
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < s.length(); i++) faces.add(Analyses.face(s.frame()[i], s
			.time()[i], s.right()[i], s.left()[i]));
		return faces;
	}

	@Test
	void oneEyeAloneWinks() {
		for (final boolean right : new boolean[] { true, false }) {
			final var series = oneEye(right);
			final var events = EyeEvents.of(series, faces(series), List.of(), series
				.length());
			assertEquals(List.of(Kind.WINK), kinds(events));
			assertEquals(4.1, events.get(0).from(), 0.1);
		}
	}

	/** A look to the side changes the picture of an eye, but not its lids. */
	@Test
	void aWinkThatTheLandmarksDoNotShowIsNone() {
		final var series = oneEye(true);
		assertEquals(List.of(), kinds(Analyses.of("x", series, series.length(), RATE)
			.events()));
	}

	@Test
	void blinksThatTheLandmarksShowAreTrustedMore() {
		final var series = signal(3, 0.05, 1);
		final var seen = EyeTimeline.of(series, faces(series), series.length())
			.blinks().get(0);
		final var unseen = Analyses.of("x", series, series.length(), RATE).blinks()
			.get(0);
		assertTrue(seen.confidence() > 0.9, "" + seen.confidence());
		assertTrue(unseen.confidence() < 0.5, "" + unseen.confidence());
	}

	@Test
	void hiddenAndLostEyesAreStated() {
		final var series = new Signals(RATE, 8).without(100, 150);
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < series.length(); i++) {
			final var f = Analyses.face(series.frame()[i], series.time()[i]);
			faces.add(new Face(f.frame(), f.time(), 1, 1, 1, f.box(), f.landmarks(), f
				.transform(), new Pose(i >= 200 && i < 230 ? -60 : 0, 0, 0), f.file()));
		}
		final var events = EyeEvents.of(series, faces, List.of(), 450);
		assertEquals(List.of(Kind.LOST, Kind.HIDDEN, Kind.LOST), kinds(events));
		assertEquals(100, events.get(0).start());
		assertEquals(149, events.get(0).end());
		assertEquals(250, events.get(1).start());
		assertEquals(279, events.get(1).end());
		assertEquals(400, events.get(2).start());
		assertEquals(449, events.get(2).end());
	}

	/** Look-downs and hidden eyes are no time in which a blink could be seen. */
	@Test
	void onlyTimeInWhichBlinksCanBeSeenCounts() {
		final var analysis = Analyses.of("x", signal(3, 2.5, 0.95), 600, RATE);
		assertEquals(12 - 2.6, analysis.secondsObserved(), 0.15);
	}

	/** Half-way times of a symmetric dip lie where the cosine has them. */
	@Test
	void blinksAreTimedBetweenFrames() {
		for (final double at : new double[] { 3, 3.004, 3.009, 3.013 }) {
			final var blink = Analyses.of("x", new Signals(RATE, 8).dip(at, 0.1, 0.06,
				0.16, 0.9).series(), 400, RATE).blinks().get(0);
			assertEquals(at + 0.05, blink.onset(), 0.003);
			assertEquals(at + 0.24, blink.offset(), 0.003);
			assertEquals(0.19, blink.halfDuration(), 0.005);
			assertEquals(0, blink.asymmetry(), 1e-9);
			assertTrue(blink.isFull());
			assertTrue(blink.start() <= blink.closing() && blink.closing() <= blink
				.peak() && blink.peak() <= blink.reopening() && blink
					.reopening() <= blink.end());
		}
	}

	@Test
	void theEyeThatFallsFurtherIsNamed() {
		final var deep = signal(3, 0.05, 1);
		final var half = signal(3, 0.05, 0.5);
		final var blink = Analyses.of("x", OpennessSeries.of(deep.frame(), deep
			.time(), deep.both(), half.both()), deep.length(), RATE).blinks().get(0);
		assertEquals(1.0 / 3, blink.asymmetry(), 0.02);
	}

	@Test
	void stripsShowWhatMatters() {
		final var brief = new EyeEvent(Kind.BLINK, 5, 6, 7, 0.1, 0.2, 0, 1);
		assertEquals(List.of(3, 4, 5, 6, 7, 8, 9), EventStrip.framesOf(brief, 100));
		assertEquals(List.of(3, 4, 5, 6, 7), EventStrip.framesOf(brief, 8));
		final var along = new EyeEvent(Kind.LOOK_DOWN, 36, 37, 300, 0.7, 6, 0, 1);
		final var frames = EventStrip.framesOf(along, 1000);
		assertEquals(EventStrip.LENGTH, frames.size());
		assertTrue(frames.containsAll(List.of(34, 36, 37, 300, 302)));
	}
}
