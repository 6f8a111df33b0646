package io.github.janusfiji.tensor;

import java.nio.FloatBuffer;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The pixels of an image that are the elements of a tensor.
 * <p>
 * A buffer over native memory does not keep that memory alive: ND4J frees it
 * when the tensor is collected. So the access holds on to the tensor.
 * </p>
 */
final class TensorAccess extends FloatBufferAccess {

	private final INDArray owner;

	TensorAccess(final FloatBuffer elements, final INDArray owner) {
		super(elements, true);
		this.owner = owner;
	}

	/** Another access to the same elements, or to others of the same owner. */
	@Override
	public FloatBufferAccess newInstance(final FloatBuffer elements,
		final boolean isValid)
	{
		return new TensorAccess(elements, owner);
	}

	/** @return the tensor whose elements these are */
	INDArray owner() {
		return owner;
	}
}
