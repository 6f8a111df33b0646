package io.github.janusfiji.face;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Aligned crops of faces with what is known of each: a TIFF stack and a
 * {@code .faces.json} beside it. Crops are read lazily. Thread-safe.
 */
public final class FaceSet implements AutoCloseable {

	/**
	 * Where the faces came from.
	 *
	 * @param name file or window name
	 * @param width px
	 * @param height px
	 * @param frames number of frames
	 * @param fps frame rate, frames/s
	 * @param sha256 of the file, lower-case hexadecimal; empty if there is none
	 */
	public record Source(String name, int width, int height, int frames,
		double fps, String sha256)
	{}

	private FaceSet() {}

	/**
	 * @param tiff the stack; its {@code .faces.json} is expected beside it
	 * @return the face set
	 * @throws IOException if either is missing or damaged or they do not fit each
	 *           other; the message is one sentence for the user
	 */
	public static FaceSet open(final Path tiff) throws IOException {
		throw new UnsupportedOperationException(); // face
	}

	/** @return the stack's file */
	public Path path() {
		throw new UnsupportedOperationException();
	}

	/** @return where the faces came from */
	public Source source() {
		throw new UnsupportedOperationException();
	}

	/** @return the faces, in the order of the stack's slices */
	public List<Face> faces() {
		throw new UnsupportedOperationException();
	}

	/** @return width and height of every crop, px */
	public int size() {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param index from 0
	 * @return {@code size × size} pixels, {@code 0xFFRRGGBB}
	 * @throws IOException if the stack cannot be read
	 */
	public int[] crop(final int index) throws IOException {
		throw new UnsupportedOperationException();
	}

	/** @return the stack as a virtual ImageJ image with labelled slices */
	public ImagePlus toImage() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {}
}
