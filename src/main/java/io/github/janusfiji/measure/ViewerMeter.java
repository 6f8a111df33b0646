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
package io.github.janusfiji.measure;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceJudge;
import io.github.janusfiji.frames.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at each frame of both clips as a viewer does: searches it for the face
 * without what is known of other frames, in both clips in the same way.
 */
final class ViewerMeter implements AutoCloseable {

	/** Most frames whose identity is asked for, spread over the clip. */
	private static final int IDENTITIES = 100;

	private final FaceJudge judge = FaceJudge.create();
	private final Optional<Donor> donor;
	private final Optional<Identity> network;
	private final int every;
	private final Resemblance resemblance = new Resemblance();
	private final List<Viewed> rows = new ArrayList<>();

	/**
	 * @param options with the donor and the network
	 * @param count how many pairs there are
	 */
	ViewerMeter(final MeasureOptions options, final int count) {
		donor = options.donor();
		network = donor.flatMap(Donor::embedding).isPresent() ? options.identity()
			: Optional.empty();
		every = Math.max(1, (count + IDENTITIES - 1) / IDENTITIES);
	}

	/**
	 * @param source the next frame
	 * @param swapped the same frame after the swap
	 * @param face in the source, if it was found
	 */
	void next(final Frame source, final Frame swapped,
		final Optional<Face> face)
	{
		if (face.isEmpty()) {
			rows.add(Viewed.NONE);
			return;
		}
		final var before = judge.judge(source, face.get().landmarks());
		final var after = judge.judge(swapped, face.get().landmarks());
		if (network.isPresent() && rows.size() % every == 0) {
			before.face().ifPresent(f -> resemblance.source(network.get(), source, f));
			after.face().ifPresent(f -> resemblance.swapped(network.get(), swapped,
				f));
		}
		final var framing = donor.flatMap(Donor::framing);
		rows.add(new Viewed(FaceState.of(source, before, framing), FaceState.of(
			swapped, after, framing), Double.NaN, Double.NaN));
	}

	/** @return all that was seen */
	Appearance finish() {
		final var mean = donor.flatMap(Donor::embedding);
		return new Appearance(mean.isPresent() ? resemblance.compared(mean.get(),
			rows) : rows, donor.map(Donor::sharpness).orElse(Double.NaN));
	}

	@Override
	public void close() {
		judge.close();
	}
}
