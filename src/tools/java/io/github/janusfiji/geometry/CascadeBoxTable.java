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
package io.github.janusfiji.geometry;

import io.github.janusfiji.RealData;
import io.github.janusfiji.face.CascadeFaceDetector;
import io.github.janusfiji.face.Detection;
import io.github.janusfiji.frames.Frame;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/**
 * Prints where OpenCV's frontal cascade frames a face, in units of the mean
 * face: the constants of {@link MeanFace}. Reads every fifth picture of
 * {@code landmarks/udacity_ytf68.zip}.
 */
final class CascadeBoxTable {

	private CascadeBoxTable() {}

	public static void main(final String... args) throws IOException {
		final var x = new DoubleSummaryStatistics();
		final var y = new DoubleSummaryStatistics();
		final var side = new DoubleSummaryStatistics();
		try (var zip = new ZipFile(RealData.folder().resolve(
			"landmarks/udacity_ytf68.zip").toFile());
				var in = new BufferedReader(new InputStreamReader(zip.getInputStream(
					zip.getEntry("keypoints68.csv"))));
				var detector = new CascadeFaceDetector())
		{
			in.readLine();
			int row = 0;
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				if (row++ % 5 != 0) continue;
				final String[] cells = line.split(",");
				final var points = new ArrayList<Point>();
				for (int i = 0; i < Landmarks.COUNT; i++)
					points.add(new Point(Double.parseDouble(cells[2 + 2 * i]), Double
						.parseDouble(cells[3 + 2 * i])));
				final var map = Similarity.estimate(points.subList(17, 68), MeanFace.at(
					1, 0, 0).points().subList(17, 68));
				final var image = ImageIO.read(zip.getInputStream(zip.getEntry(
					"images/" + cells[0])));
				for (final Detection d : detector.detect(frame(image))) {
					final Point c = map.apply(d.box().centre());
					final double s = d.box().width() * map.scale();
					if (Math.hypot(c.x(), c.y()) > 0.5 || s < 0.8 || s > 1.6) continue;
					x.accept(c.x());
					y.accept(c.y());
					side.accept(s);
				}
			}
		}
		System.out.println("centre x " + x + "\ncentre y " + y + "\nside " + side);
	}

	private static Frame frame(final BufferedImage image) {
		final int w = image.getWidth(), h = image.getHeight();
		return new Frame(0, 0, w, h, image.getRGB(0, 0, w, h, null, 0, w));
	}
}
