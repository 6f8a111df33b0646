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

import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a {@link FaceModel} paint, a batch at a time. Not thread-safe. */
final class ModelDecoder implements FaceDecoder {

	private final FaceModel model;
	private final Side into;
	private final boolean masks;
	private ImageBatch input;
	private Side replaced;

	/**
	 * @param model the network
	 * @param into whose face it paints
	 * @param masks whether to paint masks, too, which takes as long again
	 */
	ModelDecoder(final FaceModel model, final Side into,
		final boolean masks)
	{
		this.model = model;
		this.into = into;
		replaced = into.other();
		this.masks = masks;
	}

	@Override
	public void begin(final PersonTrack person) {
		if (!person.faces().isEmpty()) replaced = model.nearest(person.faces().stream()
			.map(face -> face.landmarks().mapped(face.transform())).toList(),
			FaceSwapper.CROP_SIZE, into);
	}

	@Override
	public ModelFraming framing() {
		return new ModelFraming(model.size(), model.coverage());
	}

	@Override
	public List<DecodedFace> decode(final List<Crop> faces) {
		final int size = model.size(), plane = size * size;
		final ImageBatch batch = input(faces.size(), size);
		for (int n = 0; n < faces.size(); n++) {
			final FloatBuffer slot = batch.slot(n);
			for (int c = 0; c < 3; c++)
				slot.put(c * plane, faces.get(n).picture().planes()[c]);
		}
		final var painted = ImageBatch.of(model.decode(batch.tensor(), faces
			.stream().map(Crop::landmarks).toList(), replaced, into));
		final Optional<ImageBatch> mask = masks ? model.mask(batch.tensor(), into)
			.map(ImageBatch::of) : Optional.empty();
		final var result = new ArrayList<DecodedFace>(faces.size());
		for (int n = 0; n < faces.size(); n++) {
			final var face = FloatRgb.black(size, size);
			final FloatBuffer slot = painted.slot(n);
			for (int c = 0; c < 3; c++)
				slot.get(c * plane, face.planes()[c]);
			final int at = n;
			result.add(model.paintsOutline() ? new DecodedFace(face, faces.get(n)
				.landmarks()) : new DecodedFace(face, mask.map(m -> shares(m.slot(at),
					plane))));
		}
		return result;
	}

	private static float[] shares(final FloatBuffer slot, final int count) {
		final var shares = new float[count];
		slot.get(shares);
		return shares;
	}

	/** Nearly all batches are of one size, so its memory is kept. */
	private ImageBatch input(final int count, final int size) {
		if (input == null || input.count() != count) input = ImageBatch.allocate(
			count, 3, size, size);
		return input;
	}
}
