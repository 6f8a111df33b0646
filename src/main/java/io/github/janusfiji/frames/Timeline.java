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

/**
 * Makes one clock of the times of a stream that begins anew: recordings joined
 * end to end, as transport streams are, go back to an earlier time or jump ahead.
 * There the next packet follows the last one. Times of other containers are left
 * as they are.
 */
final class Timeline {

	/** A jump ahead by more than this is no pause, as FFmpeg has it, s. */
	private static final double PAUSE = 10;

	private final boolean joins;
	private final Rational base;
	private long last = AV_NOPTS_VALUE;
	private long shift;

	/**
	 * @param demuxer an open file
	 * @param stream index of a stream
	 */
	Timeline(final Demuxer demuxer, final int stream) {
		joins = demuxer.mayBeginAnew();
		base = Rational.of(demuxer.format.streams(stream).time_base());
	}

	/**
	 * @param time of the next packet or picture, ticks, as stored
	 * @param step ticks from the last one to the next where the clock begins anew
	 * @return what has to be added to it, ticks
	 */
	long shift(final long time, final long step) {
		if (!joins || time == AV_NOPTS_VALUE) return 0;
		if (last != AV_NOPTS_VALUE && beginsAnew(last, time)) shift += last + step -
			time;
		last = time;
		return shift;
	}

	private boolean beginsAnew(final long before, final long now) {
		return now < before || now - before > base.ticks(PAUSE);
	}

	/** Forgets what came before, for example because the reader was moved. */
	void restart() {
		last = AV_NOPTS_VALUE;
		shift = 0;
	}
}
