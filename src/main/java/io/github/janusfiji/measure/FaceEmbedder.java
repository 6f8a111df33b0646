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

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.natives.OpenCv;
import io.github.janusfiji.task.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_dnn.Net;

/**
 * Turns a face into a vector that tells people apart, with a network that the
 * user supplies as an ONNX file, run by OpenCV. Janus comes without such a file.
 */
public final class FaceEmbedder implements AutoCloseable {

	/** Side of the crop that most such networks take, px. */
	public static final int SIZE = 112;

	/**
	 * Where the eyes, the nose's tip and the mouth's corners lie in the crop: the
	 * template of ArcFace (Deng et al., "ArcFace: additive angular margin loss for
	 * deep face recognition", CVPR 2019), to which networks of this kind are
	 * trained.
	 */
	private static final List<Point> TEMPLATE = List.of(new Point(38.2946,
		51.6963), new Point(73.5318, 51.5014), new Point(56.0252, 71.7366),
		new Point(41.5493, 92.3655), new Point(70.7299, 92.2041));

	/** What the network takes for black, grey and white. */
	public enum Range {

			/** Levels as they are, 0 to 255. */
			LEVELS(0, 1),

			/** −1 to 1. */
			UNIT(127.5, 1 / 127.5);

		private final double grey, scale;

		Range(final double grey, final double scale) {
			this.grey = grey;
			this.scale = scale;
		}
	}

	private final Net net;
	private final Range range;
	private final int size;

	/** As {@link #FaceEmbedder(Path, Range, int)} for crops of 112 px. */
	FaceEmbedder(final Path model, final Range range) throws InputException {
		this(model, range, SIZE);
	}

	/**
	 * Reads the file and tries it on a blank picture.
	 *
	 * @param model an ONNX file that takes 1×3×size×size values (red, green, blue)
	 *          and gives one vector
	 * @param range of these values
	 * @param size side of the crop, px; 112 for most
	 * @throws InputException if the file is missing or is no such network
	 */
	public FaceEmbedder(final Path model, final Range range, final int size)
		throws InputException
	{
		if (!Files.isRegularFile(model)) throw new InputException(
			"There is no file " + model +
				"; choose the ONNX file of a face embedding network.");
		this.range = range;
		this.size = size;
		OpenCv.load();
		try {
			net = opencv_dnn.readNetFromONNX(model.toString());
			embed(new int[size * size]);
		}
		catch (final RuntimeException exc) {
			// OpenCV throws nothing more special
			throw new InputException(model.getFileName() +
				" is not a face embedding network that OpenCV can run; choose an ONNX" +
				" file that takes 1×3×" + size + "×" + size + " values.", exc);
		}
	}

	/**
	 * @param frame a picture
	 * @param face landmarks in it, px
	 * @return the face's vector, of length 1
	 */
	public float[] embed(final Frame frame, final Landmarks face) {
		final var points = List.of(Point.mean(face.rightEye()), Point.mean(face
			.leftEye()), face.get(30), face.get(48), face.get(54));
		return embed(FaceAligner.crop(frame, Similarity.estimate(points,
			TEMPLATE).then(new Similarity((double) size / SIZE, 0, 0, 0)), size));
	}

	private float[] embed(final int[] crop) {
		try (var scope = new PointerScope()) {
			final var bgr = new Mat();
			opencv_imgproc.cvtColor(new Mat(size, size, opencv_core.CV_8UC4,
				new IntPointer(crop)), bgr, opencv_imgproc.COLOR_BGRA2BGR);
			net.setInput(opencv_dnn.blobFromImage(bgr, range.scale, new Size(size,
				size), Scalar.all(range.grey), true, false, opencv_core.CV_32F));
			return unit(net.forward());
		}
	}

	private static float[] unit(final Mat output) {
		final var vector = new float[(int) output.total()];
		try (FloatIndexer cells = output.reshape(1, 1).createIndexer()) {
			cells.get(0, vector);
		}
		return unit(vector);
	}

	/**
	 * @param vector is changed
	 * @return the same, made of length 1; a vector of zeros stays one
	 */
	static float[] unit(final float[] vector) {
		double squares = 0;
		for (final float v : vector)
			squares += v * v;
		for (int i = 0; i < vector.length && squares > 0; i++)
			vector[i] /= (float) Math.sqrt(squares);
		return vector;
	}

	@Override
	public void close() {
		net.close();
	}
}
