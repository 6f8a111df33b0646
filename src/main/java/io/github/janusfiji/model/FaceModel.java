package io.github.janusfiji.model;

import java.io.IOException;
import java.nio.file.Path;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A trained pair of people: one shared encoder and a decoder for each. Stored
 * as a {@code .janus} file.
 */
public final class FaceModel implements AutoCloseable {

	private FaceModel() {}

	/**
	 * @param file a {@code .janus} file
	 * @return the model, ready to decode
	 * @throws IOException if it is missing, damaged or of an unknown kind; the
	 *           message is one sentence for the user
	 */
	public static FaceModel open(final Path file) throws IOException {
		throw new UnsupportedOperationException(); // model
	}

	/** @return width and height of the faces the network reads and writes, px */
	public int size() {
		throw new UnsupportedOperationException();
	}

	/**
	 * @return share of a face crop's width that the network sees, in the middle of
	 *         the crop, from 0 to 1
	 */
	public double coverage() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Paints one person's face with the pose and expression of the given faces.
	 *
	 * @param faces N×3×H×W, red, green, blue from 0 to 1, H = W = {@link #size()}
	 * @param as whose decoder
	 * @return N×3×H×W of the same range, owned by the caller
	 */
	public INDArray decode(final INDArray faces, final Side as) {
		throw new UnsupportedOperationException(); // model
	}

	/** @return SHA-256 of the file, lower-case hexadecimal */
	public String sha256() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {}
}
