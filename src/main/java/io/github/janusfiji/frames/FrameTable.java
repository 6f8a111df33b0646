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
package io.github.janusfiji.frames;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Which presentation time belongs to which frame index. What decoding from the
 * start has shown is certain; beyond it the container's evenly spaced index, or
 * else a scan of its packets, is believed until decoding contradicts it. Safe for
 * several threads.
 */
final class FrameTable implements AutoCloseable {

	/** The answer where no time is known. */
	static final long UNKNOWN = AV_NOPTS_VALUE;

	private final Path path;
	private final long evenStep;
	private long[] times = new long[256];

	/** Number of times known from decoding, at the front of the array. */
	private int decoded;

	/** Number of times known at all. */
	private int known;

	/** Whether a time says where in the file its frame is. */
	private final boolean seekable;

	/** False once decoding contradicted the container. */
	private boolean trusted = true;
	private boolean ended;

	/** Number of frames: declared or estimated until the end was reached. */
	private int count;
	private boolean scanned;
	private PacketScan scan;

	/**
	 * @param path the file
	 * @param evenStep ticks from frame to frame, or 0 if they must be looked up
	 * @param count number of frames that the container declares
	 * @param seekable whether a time says where in the file its frame is
	 */
	FrameTable(final Path path, final long evenStep, final int count,
		final boolean seekable)
	{
		this.seekable = seekable;
		this.path = path;
		this.evenStep = evenStep;
		this.count = Math.max(1, count);
	}

	synchronized int count() {
		return count;
	}

	/** @return whether the count is certain, because the end was reached */
	synchronized boolean isExact() {
		return ended;
	}

	/** Notes what decoding from the start has shown. */
	synchronized void decoded(final int index, final long pts) {
		if (index != decoded) return;
		final boolean sane = pts != UNKNOWN && (index == 0 || pts > times[index -
			1]);
		if (!sane || index < known && times[index] != pts || evenStep > 0 &&
			index > 0 && pts != times[0] + index * evenStep) distrust();
		put(index, sane ? pts : UNKNOWN);
		decoded++;
		count = Math.max(count, decoded);
		known = Math.max(known, decoded);
	}

	/** Forgets everything that decoding has not shown. */
	synchronized void distrust() {
		trusted = false;
		known = decoded;
		closeScan();
	}

	/** Notes that decoding from the start has reached the end. */
	synchronized void end(final int frames) {
		ended = true;
		count = frames;
		known = Math.min(known, frames);
		closeScan();
	}

	/**
	 * @param index frame, from 0
	 * @return its presentation time, ticks, or {@link #UNKNOWN}; may read the
	 *         file's packets up to there
	 * @throws IOException if the file cannot be read
	 */
	synchronized long pts(final int index) throws IOException {
		if (!seekable) return UNKNOWN;
		if (index >= decoded && trusted && !ended) {
			if (evenStep > 0) return times[0] + index * evenStep;
			scanTo(index);
		}
		return index < known ? times[index] : UNKNOWN;
	}

	/** @return its presentation time, ticks, without reading; or UNKNOWN */
	synchronized long ptsIfKnown(final int index) {
		if (index < known) return times[index];
		return evenStep > 0 && trusted && decoded > 0 ? times[0] + index * evenStep
			: UNKNOWN;
	}

	private void scanTo(final int index) throws IOException {
		if (scanned) return;
		if (scan == null) {
			scan = new PacketScan(path);
			known = 0;
		}
		final long first = times[0];
		while (known <= index) {
			final long pts = scan.next();
			if (pts == UNKNOWN) {
				scanned = true;
				closeScan();
				return;
			}
			// Packets before the first frame decoded could not be decoded.
			if (pts < first) continue;
			if (known < decoded && times[known] != pts || known > 0 && pts <= times[known -
				1])
			{
				distrust();
				return;
			}
			put(known++, pts);
		}
	}

	private void put(final int index, final long pts) {
		if (index >= times.length) times = Arrays.copyOf(times, index * 2);
		times[index] = pts;
	}

	private void closeScan() {
		if (scan != null) scan.close();
		scan = null;
	}

	@Override
	public synchronized void close() {
		if (scan != null) {
			closeScan();
			known = decoded; // a later scan begins at the first packet again
		}
	}
}
