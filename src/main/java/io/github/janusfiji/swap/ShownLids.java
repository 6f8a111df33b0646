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

import io.github.janusfiji.blink.EyeCropper;
import io.github.janusfiji.blink.EyeReader;
import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.eyestate.EyeStateModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Lids of a donor's pictures, seen by the network that also finds blinks.
 * Landmarks follow the lids of some people badly; a picture that is shown must
 * not be taken for closed eyes when they are half open.
 */
final class ShownLids {

	/**
	 * Bounds of an opening by landmarks, given the network's: landmarks tell how
	 * far open eyes are open, the network whether they are.
	 */
	private static final double LEAST = 0.9, MORE = 0.25;

	private ShownLids() {}

	/**
	 * @param habits of the donor
	 * @param shots of the donor's faces
	 * @return the habits with the lids that these pictures show
	 */
	static FaceHabits seen(final FaceHabits habits,
		final Collection<DonorFaces.Shot> shots)
	{
		final List<DonorFaces.Shot> all = List.copyOf(shots);
		final var crops = new ArrayList<float[]>();
		for (final DonorFaces.Shot shot : all)
			for (final boolean left : new boolean[] { false, true })
				crops.add(EyeCropper.crop(shot.picture(), EyeReader.place(shot
					.landmarks(), left)));
		final EyeStateModel model = EyeStateModel.embedded();
		final double[] odds = model.logits(EyeMethod.CNN, model.read(crops));
		final var means = model.calibration(EyeMethod.CNN);
		final int n = habits.faces().size();
		final var eyes = new double[2][n];
		for (int eye = 0; eye < 2; eye++) {
			for (int i = 0; i < n; i++)
				eyes[eye][i] = habits.eye(i, eye);
			for (int k = 0; k < all.size(); k++) {
				final double open = Math.max(0, Math.min(1, (odds[2 * k + eye] - means
					.closed()) / (means.leastOpen() - means.closed())));
				final int face = all.get(k).face();
				eyes[eye][face] = Math.max(LEAST * open, Math.min(open + MORE,
					eyes[eye][face]));
			}
		}
		return habits.with(eyes);
	}
}
