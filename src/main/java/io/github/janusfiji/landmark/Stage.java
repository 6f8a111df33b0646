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
package io.github.janusfiji.landmark;

import io.github.janusfiji.geometry.Affinity;
import io.github.janusfiji.geometry.Shapes;
import java.nio.ByteBuffer;

/**
 * One step of the cascade: turns the face (or an eye, or the mouth) upright
 * into a small patch, reads gradients around the present landmarks, and moves
 * the landmarks by what a small network makes of them.
 *
 * @param layout where it looks
 * @param net features to shifts of the layout's targets, px of the patch
 */
record Stage(Layout layout, Net net) {

	/**
	 * Where a stage looks and what it moves.
	 *
	 * @param patch width and height of the patch, px; even
	 * @param reference all 68 landmarks of the mean face in the patch, px
	 * @param frame landmarks that are laid on the reference to cut out the patch
	 * @param anchors for each place that is read, the landmark it hangs on, or −1
	 *          for the patch's corner
	 * @param offsets for each place, where it lies from its anchor, px of the
	 *          patch
	 * @param targets landmarks that are moved
	 * @param paired whether the mirrored picture is treated the same way, to move
	 *          the other side's landmarks
	 */
	record Layout(int patch, float[] reference, int[] frame, int[] anchors,
		float[] offsets, int[] targets, boolean paired)
	{

		/** @return how many numbers {@link #look} reads */
		int features() {
			return anchors.length * GradientChannels.COUNT;
		}
	}

	/**
	 * What a stage sees.
	 *
	 * @param toPicture from the patch to the picture
	 * @param shape the landmarks in the patch, px
	 * @param features gradients around them
	 */
	record View(Affinity toPicture, float[] shape, float[] features) {}

	/**
	 * @param layout where to look
	 * @param picture the picture
	 * @param shape present landmarks, px in the picture
	 * @param mirrored whether to look at the mirrored picture; then the view's
	 *          shape is that of the mirrored face
	 * @return what is seen
	 */
	static View look(final Layout layout, final Pyramid picture,
		final float[] shape, final boolean mirrored)
	{
		final float[] upright = mirrored ? Shapes.mirror(shape) : shape;
		final Affinity map = Affinity.between(layout.reference, upright,
			layout.frame);
		final Affinity toPicture = mirrored ? map.thenMirrored() : map;
		final int n = layout.patch;
		final float[] patch = new float[n * n];
		picture.resample(toPicture, patch, n);
		final GradientChannels channels = new GradientChannels(patch, n);
		final float[] inPatch = map.inverse().apply(upright);
		final float[] features = new float[layout.features()];
		for (int k = 0; k < layout.anchors.length; k++) {
			final int a = layout.anchors[k];
			final float x = a < 0 ? 0 : inPatch[2 * a];
			final float y = a < 0 ? 0 : inPatch[2 * a + 1];
			channels.sample(x + layout.offsets[2 * k], y + layout.offsets[2 * k + 1],
				features, k * GradientChannels.COUNT);
		}
		return new View(toPicture, inPatch, features);
	}

	/**
	 * @param view what was seen
	 * @param shape landmarks in the picture, px; the targets are moved
	 * @param mirrored as in {@link #look}
	 */
	void move(final View view, final float[] shape, final boolean mirrored) {
		final float[] shift = net.apply(view.features);
		final Affinity m = view.toPicture;
		for (int k = 0; k < layout.targets.length; k++) {
			final int t = layout.targets[k];
			final double x = view.shape[2 * t] + shift[2 * k];
			final double y = view.shape[2 * t + 1] + shift[2 * k + 1];
			final int to = mirrored ? Shapes.mirrorOf(t) : t;
			shape[2 * to] = (float) (m.xx() * x + m.xy() * y + m.tx());
			shape[2 * to + 1] = (float) (m.yx() * x + m.yy() * y + m.ty());
		}
	}

	void write(final ByteBuffer to) {
		to.putInt(layout.patch).putInt(layout.paired ? 1 : 0);
		Binary.putFloats(to, layout.reference);
		Binary.putInts(to, layout.frame);
		Binary.putInts(to, layout.anchors);
		Binary.putFloats(to, layout.offsets);
		Binary.putInts(to, layout.targets);
		net.write(to);
	}

	static Stage read(final ByteBuffer from) {
		final int patch = from.getInt();
		final boolean paired = from.getInt() != 0;
		final Layout layout = new Layout(patch, Binary.getFloats(from), Binary
			.getInts(from), Binary.getInts(from), Binary.getFloats(from), Binary
				.getInts(from), paired);
		return new Stage(layout, Net.read(from));
	}

	int bytes() {
		return 28 + 4 * (layout.reference.length + layout.frame.length +
			layout.anchors.length + layout.offsets.length + layout.targets.length) +
			net.bytes();
	}
}
