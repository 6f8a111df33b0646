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
import io.github.janusfiji.task.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
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
