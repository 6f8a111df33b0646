package io.github.janusfiji.swap;

import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.model.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/** Lets a {@link FaceModel} paint, a batch at a time. */
final class ModelDecoder implements FaceDecoder {

	private final FaceModel model;
	private final Side into;

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
		final var batch = new float[faces.size() * 3 * plane];
		for (int n = 0; n < faces.size(); n++)
			for (int c = 0; c < 3; c++)
				System.arraycopy(faces.get(n).planes()[c], 0, batch, (3 * n + c) *
					plane, plane);
		final float[] painted = model.decode(Nd4j.createFromArray(batch).reshape(
			faces.size(), 3, size, size), into).dup('c').data().asFloat();
		final var result = new ArrayList<FloatRgb>(faces.size());
		for (int n = 0; n < faces.size(); n++) {
			final var planes = new float[3][];
			for (int c = 0; c < 3; c++)
				planes[c] = Arrays.copyOfRange(painted, (3 * n + c) * plane, (3 * n +
					c + 1) * plane);
			result.add(new FloatRgb(size, size, planes));
		}
		return result;
	}
}
