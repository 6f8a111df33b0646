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
package io.github.janusfiji.swap;

import java.util.Locale;

/**
 * Times that a swap's stages took, s. Stages run beside each other, so they add
 * up to more than the time on the clock.
 *
 * @param total from the first frame read to the last frame written, on the clock
 * @param tracking the first pass: reading, finding and following faces, on the
 *          clock
 * @param reading the second pass: reading frames and cutting faces out, on a
 *          thread of its own
 * @param decoding the network, on the clock
 * @param painting landmarks, outline and colours of the painted faces, all
 *          threads
 * @param blending colour transfer, resampling and blending, all threads
 * @param writing handing frames to the output, which encodes on a thread of its
 *          own: what had to be waited for
 */
public record SwapTimes(double total, double tracking, double reading,
	double decoding, double painting, double blending, double writing)
{

	/**
	 * @param frames how many were written
	 * @return the rate and all stages in one line
	 */
	public String summary(final int frames) {
		return String.format(Locale.ROOT,
			"%.1f frames/s; %.1f s: tracking %.1f, then beside each other reading %.1f, decoding %.1f, painting %.1f, blending %.1f, writing %.1f",
			frames / total, total, tracking, reading, decoding, painting, blending,
			writing);
	}
}
