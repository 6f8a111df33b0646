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
package io.github.janusfiji.model;

import java.util.Locale;
import java.util.Optional;

/**
 * Watches what becomes of swaps while a model is trained, and says once if only
 * they are bad.
 */
final class SwapWatch implements AutoCloseable {

	private final FaceNetwork network;
	private final SwapJudge judge;
	private final TrainingListener listener;
	private boolean warned;

	private SwapWatch(final FaceNetwork network, final SwapJudge judge,
		final TrainingListener listener)
	{
		this.network = network;
		this.judge = judge;
		this.listener = listener;
	}

	/**
	 * @param network in training
	 * @param faces of both people
	 * @param listener told what was seen
	 * @return a watch; nothing for networks that know no landmarks, or that paint
	 *         everybody
	 */
	static Optional<SwapWatch> of(final FaceNetwork network,
		final TrainingPeople faces, final TrainingListener listener)
	{
		final var blueprint = network.blueprint();
		return blueprint.cues() == 0 || blueprint.sides().size() < 2 ? Optional
			.empty() : Optional.of(new SwapWatch(network, new SwapJudge(faces.a(),
				faces.b(), blueprint), listener));
	}

	/** @param history whose newest row gets what is seen of the swaps now */
	void look(final LossHistory history) {
		final var row = history.judged(judge.judge(network, Side.A), judge.judge(
			network, Side.B));
		final double a = row.swappedA().found(), b = row.swappedB().found();
		listener.swapped(row.iteration(), a, b);
		if (warned || !SwapJudge.isMisleading(row.swappedA(), row.swappedB(), (row
			.a().ssim() + row.b().ssim()) / 2)) return;
		warned = true;
		listener.notice(String.format(Locale.ROOT, "The people's own faces are " +
			"painted well, but a face is found in only %.0f %% of A's faces that " +
			"became B's and %.0f %% of B's that became A's: train longer; if that " +
			"does not help, give clips in which both turn their heads and move " +
			"their faces alike, or more frames of them.", 100 * a, 100 * b));
	}

	@Override
	public void close() {
		judge.close();
	}
}
