package io.github.janusfiji.swap;

import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Lets a {@link FaceModel} paint, a batch at a time. Not thread-safe. */
final class ModelDecoder implements FaceDecoder {

	private final FaceModel model;
	private final Side into;
	private ImageBatch input;

	/**
	 * @param model the network
	 * @param into whose face it paints
	 */
	ModelDecoder(final FaceModel model, final Side into) {
		this.model = model;
		this.into = into;
	}

	@Override
	public ModelFraming framing() {
		return new ModelFraming(model.size(), model.coverage());
	}

	@Override
	public List<FloatRgb> decode(final List<FloatRgb> faces) {
		final int size = model.size(), plane = size * size;
		final ImageBatch batch = input(faces.size(), size);
		for (int n = 0; n < faces.size(); n++) {
			final FloatBuffer slot = batch.slot(n);
			for (int c = 0; c < 3; c++)
				slot.put(c * plane, faces.get(n).planes()[c]);
		}
		final var painted = ImageBatch.of(model.decode(batch.tensor(), into));
		final var result = new ArrayList<FloatRgb>(faces.size());
		for (int n = 0; n < faces.size(); n++) {
			final var face = FloatRgb.black(size, size);
			final FloatBuffer slot = painted.slot(n);
			for (int c = 0; c < 3; c++)
				slot.get(c * plane, face.planes()[c]);
			result.add(face);
		}
		return result;
	}

	/** Nearly all batches are of one size, so its memory is kept. */
	private ImageBatch input(final int count, final int size) {
		if (input == null || input.count() != count) input = ImageBatch.allocate(
			count, 3, size, size);
		return input;
	}
}
