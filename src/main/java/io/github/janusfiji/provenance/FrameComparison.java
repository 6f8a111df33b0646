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

import io.github.janusfiji.frames.MediaFingerprint;
import io.github.janusfiji.frames.MediaFingerprint.Track;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds how what a recording shows and sounds differs from what was signed. */
final class FrameComparison {

	/** Times differ by less after any re-muxing: Matroska rounds to 1 ms. */
	private static final long TOLERANCE = 3000; // µs

	private final List<Change> changes = new ArrayList<>();

	private FrameComparison() {}

	/**
	 * @param signed what was signed
	 * @param found what the file shows and sounds
	 * @return how it differs, in order; empty if it does not
	 */
	static List<Change> compare(final MediaFingerprint signed,
		final MediaFingerprint found)
	{
		final var own = new FrameComparison();
		own.pictures(signed.pictures(), found.pictures());
		if (own.changes.isEmpty()) own.times(signed.pictures(), found.pictures());
		if (own.changes.isEmpty()) own.sound(signed, found);
		own.changes.sort(Comparator.comparingInt(Change::first));
		return own.changes;
	}

	/** @return how many different pictures two recordings have in common */
	static int common(final Track signed, final Track found) {
		final var known = new HashMap<ByteBuffer, Integer>();
		number(signed, known);
		final var both = new HashSet<ByteBuffer>();
		for (int i = 0; i < found.count(); i++) if (known.containsKey(key(found, i)))
			both.add(key(found, i));
		return both.size();
	}

	/** @return how many different pictures there are */
	static int distinct(final Track track) {
		final var known = new HashMap<ByteBuffer, Integer>();
		number(track, known);
		return known.size();
	}

	private static ByteBuffer key(final Track track, final int i) {
		return ByteBuffer.wrap(track.digests(), i * MediaFingerprint.DIGEST,
			MediaFingerprint.DIGEST).slice();
	}

	private static int[] number(final Track track,
		final Map<ByteBuffer, Integer> known)
	{
		final var numbers = new int[track.count()];
		for (int i = 0; i < numbers.length; i++) {
			final ByteBuffer key = key(track, i);
			final Integer before = known.putIfAbsent(key, known.size());
			numbers[i] = before == null ? known.size() - 1 : before;
		}
		return numbers;
	}

	private void pictures(final Track signed, final Track found) {
		final var known = new HashMap<ByteBuffer, Integer>();
		final int[] a = number(signed, known);
		final int own = known.size();
		final int[] b = number(found, known);
		if (Arrays.equals(a, b)) return;
		final int[] match = Alignment.of(a, b);
		final var kept = new boolean[a.length];
		for (final int m : match) if (m >= 0) kept[m] = true;
		final int[] spare = surplus(a, b, own);
		final boolean[] lost = lost(a, kept, spare);
		final boolean[] doubled = doubled(b, match, spare, own);
		foreign(match, lost, b, own);
		runs(Change.Kind.DOUBLED, places(a, b, doubled));
		reordered(a, b, lost, doubled, own);
	}

	/** For each picture that was signed, how many more of it the file has. */
	private static int[] surplus(final int[] a, final int[] b, final int own) {
		final var count = new int[own];
		for (final int n : b) if (n < own) count[n]++;
		for (final int n : a) count[n]--;
		return count;
	}

	/** Signed pictures that are nowhere in the file. */
	private static boolean[] lost(final int[] a, final boolean[] kept,
		final int[] surplus)
	{
		final int[] missing = surplus.clone();
		final var lost = new boolean[a.length];
		for (int i = 0; i < a.length; i++) if (!kept[i] && missing[a[i]] < 0) {
			lost[i] = true;
			missing[a[i]]++;
		}
		return lost;
	}

	/** Pictures of the file that are one too many. */
	private static boolean[] doubled(final int[] b, final int[] match,
		final int[] surplus, final int own)
	{
		final int[] more = surplus.clone();
		final var doubled = new boolean[b.length];
		for (int j = b.length - 1; j >= 0; j--) if (b[j] < own && match[j] < 0 &&
			more[b[j]] > 0)
		{
			doubled[j] = true;
			more[b[j]]--;
		}
		return doubled;
	}

	/** Pictures that were not signed, in the place of lost ones or beside them. */
	private void foreign(final int[] match, final boolean[] lost,
		final int[] b, final int own)
	{
		final var changed = new TreeSet<Integer>();
		final var inserted = new TreeSet<Integer>();
		final var dropped = new TreeSet<Integer>();
		int i = 0;
		for (int j = 0; j <= b.length; j++) {
			final int start = j;
			while (j < b.length && match[j] < 0) j++;
			final int until = j < b.length ? match[j] : lost.length;
			final var strangers = new ArrayList<Integer>();
			for (int n = start; n < j; n++) if (b[n] >= own) strangers.add(n);
			final var gone = new ArrayList<Integer>();
			for (; i < until; i++) if (lost[i]) gone.add(i);
			i = Math.max(i, until + 1);
			final int pairs = Math.min(strangers.size(), gone.size());
			changed.addAll(strangers.subList(0, pairs));
			inserted.addAll(strangers.subList(pairs, strangers.size()));
			dropped.addAll(gone.subList(pairs, gone.size()));
		}
		runs(Change.Kind.CHANGED, changed);
		runs(Change.Kind.INSERTED, inserted);
		runs(Change.Kind.DROPPED, dropped);
	}

	/** Where the doubled ones are among those that were signed. */
	private static TreeSet<Integer> places(final int[] a, final int[] b,
		final boolean[] doubled)
	{
		final var place = new HashMap<Integer, Integer>();
		for (int i = 0; i < a.length; i++) place.put(a[i], i);
		final var places = new TreeSet<Integer>();
		for (int j = 0; j < b.length; j++) if (doubled[j]) places.add(place.get(
			b[j]));
		return places;
	}

	/** What is left are the same pictures: they must be in the same order. */
	private void reordered(final int[] a, final int[] b, final boolean[] lost,
		final boolean[] doubled, final int own)
	{
		final var moved = new TreeSet<Integer>();
		int i = 0;
		for (int j = 0; j < b.length; j++) {
			if (b[j] >= own || doubled[j]) continue;
			while (i < a.length && lost[i]) i++;
			if (i < a.length && a[i] != b[j]) moved.add(j);
			i++;
		}
		runs(Change.Kind.REORDERED, moved);
	}

	private void runs(final Change.Kind kind, final TreeSet<Integer> frames) {
		int first = -1, last = -2;
		for (final int frame : frames) {
			if (frame != last + 1) {
				if (first >= 0) changes.add(new Change(kind, first, last));
				first = frame;
			}
			last = frame;
		}
		if (first >= 0) changes.add(new Change(kind, first, last));
	}

	private void times(final Track signed, final Track found) {
		final var late = new TreeSet<Integer>();
		for (int i = 0; i < signed.count(); i++) if (Math.abs(signed.times()[i] -
			found.times()[i]) > TOLERANCE) late.add(i);
		runs(Change.Kind.RETIMED, late);
	}

	private void sound(final MediaFingerprint signed,
		final MediaFingerprint found)
	{
		final int last = found.pictures().count() - 1;
		if (signed.sound().size() != found.sound().size()) {
			changes.add(new Change(Change.Kind.SOUNDCHANGED, 0, last));
			return;
		}
		for (int i = 0; i < signed.sound().size(); i++) sound(signed.sound().get(i),
			found.sound().get(i), found.pictures());
	}

	private void sound(final Track signed, final Track found,
		final Track pictures)
	{
		final var known = new HashMap<ByteBuffer, Integer>();
		final int[] a = number(signed, known), b = number(found, known);
		if (Arrays.equals(a, b)) {
			boolean shifted = false;
			for (int i = 0; i < a.length; i++) shifted |= Math.abs(signed.times()[i] -
				found.times()[i]) > TOLERANCE;
			if (shifted) changes.add(new Change(Change.Kind.SOUNDSHIFTED, 0, pictures
				.count() - 1));
			return;
		}
		final int[] match = Alignment.of(a, b);
		final var frames = new TreeSet<Integer>();
		final var kept = new boolean[a.length];
		for (int j = 0; j < b.length; j++) {
			if (match[j] < 0) frames.add(frame(pictures, found.times()[j]));
			else kept[match[j]] = true;
		}
		for (int i = 0; i < a.length; i++) if (!kept[i]) frames.add(frame(pictures,
			signed.times()[i]));
		// Packets and frames have other lengths: what lies close together is one.
		final var filled = new TreeSet<Integer>();
		Integer before = null;
		for (final int frame : frames) {
			if (before != null && frame - before <= 2) for (int f = before + 1; f < frame; f++)
				filled.add(f);
			filled.add(frame);
			before = frame;
		}
		runs(Change.Kind.SOUNDCHANGED, filled);
	}

	/** The frame that is shown at a time. */
	private static int frame(final Track pictures, final long time) {
		final int at = Arrays.binarySearch(pictures.times(), time);
		return Math.max(0, Math.min(pictures.count() - 1, at >= 0 ? at : -at - 2));
	}
}
