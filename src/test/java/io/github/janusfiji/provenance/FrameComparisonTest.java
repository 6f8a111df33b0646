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
package io.github.janusfiji.provenance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.janusfiji.frames.MediaFingerprint;
import io.github.janusfiji.frames.MediaFingerprint.Track;
import io.github.janusfiji.provenance.Change.Kind;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Edits of sequences are found exactly where they were made. */
class FrameComparisonTest {

	private static final int FRAMES = 100;

	private static MediaFingerprint of(final List<Integer> pictures,
		final List<Integer> sound, final long late)
	{
		return new MediaFingerprint(track(pictures, 40_000, 0), sound
			.isEmpty() ? List.of() : List.of(track(sound, 23_220, late)), true);
	}

	private static Track track(final List<Integer> items, final long step,
		final long late)
	{
		final var digests = new byte[32 * items.size()];
		final var times = new long[items.size()];
		for (int i = 0; i < times.length; i++) {
			final byte[] one = Sha256.digest().digest(("item" + items.get(i))
				.getBytes());
			System.arraycopy(one, 0, digests, 32 * i, 32);
			times[i] = i * step + late;
		}
		return new Track(digests, times);
	}

	private static List<Integer> clip() {
		return new ArrayList<>(IntStream.range(0, FRAMES).boxed().toList());
	}

	private static List<Change> changes(final List<Integer> edited) {
		return FrameComparison.compare(of(clip(), List.of(), 0), of(edited, List.of(),
			0));
	}

	private static Change change(final Kind kind, final int first,
		final int last)
	{
		return new Change(kind, first, last);
	}

	@Test
	void theSameHasNoChanges() {
		assertEquals(List.of(), changes(clip()));
	}

	@Test
	void droppedFramesAreNumberedAsTheyWereSigned() {
		final var edited = clip();
		edited.subList(40, 50).clear();
		edited.remove(10);
		assertEquals(List.of(change(Kind.DROPPED, 10, 10), change(Kind.DROPPED, 40,
			49)), changes(edited));
	}

	@Test
	void insertedFramesAreNumberedAsTheyAre() {
		final var edited = clip();
		edited.addAll(30, List.of(1000, 1001, 1002));
		assertEquals(List.of(change(Kind.INSERTED, 30, 32)), changes(edited));
	}

	@Test
	void changedFramesKeepTheirPlace() {
		final var edited = clip();
		for (int i = 60; i <= 66; i++) edited.set(i, 1000 + i);
		edited.set(0, 999);
		edited.set(99, 998);
		assertEquals(List.of(change(Kind.CHANGED, 0, 0), change(Kind.CHANGED, 60, 66),
			change(Kind.CHANGED, 99, 99)), changes(edited));
	}

	@Test
	void doubledFramesAreNamedByTheirOriginals() {
		final var edited = clip();
		edited.add(31, 30);
		assertEquals(List.of(change(Kind.DOUBLED, 30, 30)), changes(edited));
		final var block = clip();
		block.addAll(60, clip().subList(50, 60));
		assertEquals(List.of(change(Kind.DOUBLED, 50, 59)), changes(block));
	}

	@Test
	void swappedFramesAreReordered() {
		final var far = clip();
		Collections.swap(far, 20, 50);
		assertEquals(List.of(change(Kind.REORDERED, 20, 20), change(Kind.REORDERED,
			50, 50)), changes(far));
		final var near = clip();
		Collections.swap(near, 20, 21);
		assertEquals(List.of(change(Kind.REORDERED, 20, 21)), changes(near));
		final var reversed = clip();
		Collections.reverse(reversed.subList(10, 20));
		assertEquals(List.of(change(Kind.REORDERED, 10, 19)), changes(reversed));
	}

	@Test
	void severalEditsAreToldApart() {
		final var edited = clip();
		edited.set(80, 500);
		edited.add(70, 501);
		edited.remove(5);
		assertEquals(List.of(change(Kind.DROPPED, 5, 5), change(Kind.INSERTED, 69,
			69), change(Kind.CHANGED, 80, 80)), changes(edited));
	}

	/** A still part: which of its frames is missing cannot be told, only how many. */
	@Test
	void stillPartsLoseAsManyAsWereTaken() {
		final var still = clip();
		for (int i = 20; i < 60; i++) still.set(i, 20);
		final var edited = new ArrayList<>(still);
		edited.subList(30, 34).clear();
		final var found = FrameComparison.compare(of(still, List.of(), 0), of(edited,
			List.of(), 0));
		assertEquals(1, found.size());
		assertEquals(Kind.DROPPED, found.get(0).kind());
		assertEquals(3, found.get(0).last() - found.get(0).first());
	}

	@Test
	void soundIsFoundWhereItWasChangedOrShifted() {
		final var clip = clip();
		final var sound = IntStream.range(0, 172).boxed().toList();
		final var signed = of(clip, sound, 0);
		assertEquals(List.of(), FrameComparison.compare(signed, of(clip, sound,
			1_000)));
		assertEquals(List.of(change(Kind.SOUNDSHIFTED, 0, 99)), FrameComparison
			.compare(signed, of(clip, sound, 10_000)));
		final var other = new ArrayList<>(sound);
		other.set(86, 5000);
		assertEquals(List.of(change(Kind.SOUNDCHANGED, 49, 49)), FrameComparison
			.compare(signed, of(clip, other, 0)));
		assertEquals(List.of(change(Kind.SOUNDCHANGED, 0, 99)), FrameComparison
			.compare(signed, of(clip, List.of(), 0)));
	}

	@Test
	void randomEditsNeverPassAsTheSame() {
		final var random = new Random(4);
		for (int i = 0; i < 300; i++) {
			final var edited = clip();
			for (int k = random.nextInt(4); k >= 0; k--) {
				final int at = random.nextInt(edited.size() - 1);
				switch (random.nextInt(4)) {
					case 0 -> edited.remove(at);
					case 1 -> edited.add(at, edited.get(at));
					case 2 -> edited.set(at, 1000 + random.nextInt(1000));
					default -> Collections.swap(edited, at, at + 1);
				}
			}
			assertEquals(edited.equals(clip()), changes(edited).isEmpty(), edited
				.toString());
		}
	}

	/** The root of one leaf is the leaf; of two, their digest behind a one. */
	@Test
	void theTreeIsThatOfTheStandard() throws Exception {
		final var sha = MessageDigest.getInstance("SHA-256");
		final byte[] a = sha.digest(new byte[] { 0 }), b = sha.digest(new byte[] { 0,
			1 }), c = sha.digest(new byte[] { 0, 2 });
		assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
			HexFormat.of().formatHex(MerkleTree.root(new byte[0])));
		assertArrayEquals(a, MerkleTree.root(a));
		sha.update((byte) 1);
		sha.update(a);
		final byte[] ab = sha.digest(b);
		sha.update((byte) 1);
		sha.update(ab);
		assertArrayEquals(sha.digest(c), MerkleTree.root(join(a, b, c)));
	}

	private static byte[] join(final byte[]... parts) {
		final var all = new java.io.ByteArrayOutputStream();
		for (final byte[] part : parts) all.writeBytes(part);
		return all.toByteArray();
	}

	@Test
	void timesAreKeptInFewRuns() {
		final var film = new long[5000];
		for (int i = 0; i < film.length; i++) film[i] = i * 1001L * 1_000_000 / 24000;
		assertEquals(1, TimeRuns.encode(film).size());
		final var random = new Random(2);
		final var any = random.longs(400, 0, 100_000_000).sorted().toArray();
		for (final long[] times : List.of(film, any, new long[0], new long[] { 7 })) {
			final long[] back = TimeRuns.decode(TimeRuns.encode(times), times.length);
			for (int i = 0; i < times.length; i++) assertEquals(times[i], back[i], 252);
		}
	}
}
