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
package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.FivePoints;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.task.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/**
 * Finds faces with a YuNet network that the user supplies as an ONNX file (Wu,
 * Peng and Yu, "YuNet: a tiny millisecond-level face detector", Machine
 * Intelligence Research 2023), run by OpenCV. It also finds faces seen from the
 * side and tilted ones, which the cascades miss. Janus comes without such a
 * file.
 */
public final class YuNetFaceDetector implements FaceDetector {

	/** Longest side of the picture searched, px. */
	private static final int LONGEST = 640;

	/** Score below which nothing is told; the network's authors draw at 0.6. */
	private static final float MIN_SCORE = 0.6f;

	/** Overlap from which two findings are one face, as the authors set it. */
	private static final float SAME = 0.3f;

	/** Findings looked at before overlapping ones are joined. */
	private static final int MOST = 500;

	/** Columns of a finding: box, five points, score. */
	private static final int POINTS = 4, SCORE = 14;

	/** Side of the blank picture with which a new file is tried, px. */
	private static final int TRIAL = 64;

	/** The network's outputs, each for cells of three sizes, px. */
	private static final List<String> OUTPUTS = List.of("cls", "obj", "bbox",
		"kps");
	private static final int[] STRIDES = { 8, 16, 32 };

	private final FaceDetectorYN net;

	/**
	 * Reads the file and tries it on a blank picture.
	 *
	 * @param model an ONNX file of YuNet with the outputs {@code cls_8} to
	 *          {@code kps_32} (those of 2023 and later)
	 * @throws InputException if the file is missing or is no such network
	 */
	public YuNetFaceDetector(final Path model) throws InputException {
		if (!Files.isRegularFile(model)) throw new InputException(
			"There is no file " + model +
				"; choose the ONNX file of a YuNet face detector.");
		OpenCvFaces.load();
		try {
			// OpenCV trusts the outputs' sizes and reads beyond those that are smaller.
			for (final int side : new int[] { TRIAL, LONGEST }) requireOutputs(model,
				side);
			net = FaceDetectorYN.create(model.toString(), "", new Size(TRIAL,
				TRIAL), MIN_SCORE, SAME, MOST, 0, 0);
			detect(new Frame(0, 0, TRIAL, TRIAL, new int[TRIAL * TRIAL]));
		}
		catch (final RuntimeException exc) {
			// OpenCV throws nothing more special
			throw new InputException(model.getFileName() +
				" is not a YuNet face detector that OpenCV can run; choose a file " +
				"such as face_detection_yunet_2023mar.onnx.", exc);
		}
	}

	/**
	 * @throws IllegalArgumentException if an output has fewer values than YuNet's
	 *           has for a square picture
	 */
	private static void requireOutputs(final Path model, final int side) {
		try (var scope = new PointerScope()) {
			final var raw = opencv_dnn.readNetFromONNX(model.toString());
			raw.setInput(opencv_dnn.blobFromImage(new Mat(side, side,
				opencv_core.CV_8UC3, Scalar.all(0))));
			final var names = new StringVector();
			for (final String output : OUTPUTS) for (final int stride : STRIDES) names
				.push_back(new BytePointer(output + "_" + stride));
			final var given = new MatVector();
			raw.forward(given, names);
			int i = 0;
			for (final String output : OUTPUTS) for (final int stride : STRIDES) {
				final long cells = (long) (side / stride) * (side / stride);
				final long values = cells * (output.equals("bbox") ? 4 : output.equals(
					"kps") ? 2 * FivePoints.COUNT : 1);
				if (given.get(i++).total() != values) throw new IllegalArgumentException(
					output + "_" + stride + " has another size");
			}
		}
	}

	@Override
	public List<Detection> detect(final Frame frame) {
		final double scale = Math.min(1, (double) LONGEST / Math.max(frame.width(),
			frame.height()));
		try (var scope = new PointerScope()) {
			final var bgr = new Mat();
			opencv_imgproc.cvtColor(OpenCvFaces.bgra(frame), bgr,
				opencv_imgproc.COLOR_BGRA2BGR);
			Mat small = bgr;
			if (scale < 1) opencv_imgproc.resize(bgr, small = new Mat(), new Size(),
				scale, scale, opencv_imgproc.INTER_AREA);
			net.setInputSize(small.size());
			final var rows = new Mat();
			net.detect(small, rows);
			return detections(rows, scale);
		}
	}

	private static List<Detection> detections(final Mat rows,
		final double scale)
	{
		final var found = new ArrayList<Detection>();
		if (rows.empty()) return found;
		try (FloatIndexer cells = rows.createIndexer()) {
			for (long i = 0; i < rows.rows(); i++) {
				final var points = new ArrayList<Point>();
				for (int p = 0; p < FivePoints.COUNT; p++)
					points.add(new Point(cells.get(i, POINTS + 2 * p) / scale, cells.get(
						i, POINTS + 2 * p + 1) / scale));
				found.add(new Detection(FivePoints.box(points), cells.get(i, SCORE),
					points));
			}
		}
		found.sort(Comparator.comparingDouble(Detection::score).reversed());
		return found;
	}

	@Override
	public void close() {
		net.close();
	}
}
