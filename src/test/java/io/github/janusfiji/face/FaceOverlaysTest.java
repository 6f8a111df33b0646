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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.MeanFace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Marks over the source, each on its own slice. */
class FaceOverlaysTest {

	private static Face face(final int frame, final int person) {
		final var l = MeanFace.at(60, 100, 90);
		return new Face(frame, frame / 25.0, person, 0.9, 50, MeanFace.box(l), l,
			FaceAligner.align(l, 64), Pose.of(l), Optional.empty());
	}

	@Test
	void eachFaceHasItsFourMarksOnItsSlice() {
		final ImagePlus image = IJ.createImage("clip", "RGB", 200, 180, 10);
		final var faces = List.of(face(0, 1), face(7, 2));
		FaceOverlays.draw(faces, image);
		final Overlay overlay = image.getOverlay();
		assertEquals(8, overlay.size());
		for (int i = 0; i < 8; i++)
			assertEquals(i < 4 ? 1 : 8, overlay.get(i).getPosition());
		final Box box = faces.get(1).box();
		assertEquals(box.width(), overlay.get(4).getFloatBounds().getWidth(), 0.01);
		assertEquals("2", assertInstanceOf(TextRoi.class, overlay.get(5)).getText()
			.strip());
		final var dots = assertInstanceOf(PointRoi.class, overlay.get(6))
			.getContainedFloatPoints();
		assertEquals(68, dots.npoints);
		assertEquals(faces.get(1).landmarks().get(30).x() + 0.5, dots.xpoints[30],
			0.01);
		final var corners = assertInstanceOf(PolygonRoi.class, overlay.get(7))
			.getFloatPolygon();
		assertEquals(faces.get(1).outline().corners().size(), corners.npoints);
	}

	@Test
	void whatTheUserDrewStaysAndWhatWasDrawnBeforeIsReplaced() {
		final ImagePlus image = IJ.createImage("clip", "RGB", 200, 180, 10);
		final var own = new Roi(1, 2, 3, 4);
		image.setOverlay(new Overlay(own));
		FaceOverlays.draw(List.of(face(0, 1), face(1, 1)), image);
		FaceOverlays.draw(List.of(face(4, 1)), image);
		assertEquals(5, image.getOverlay().size());
		assertEquals(own.getBounds(), image.getOverlay().get(0).getBounds());
		assertEquals(5, image.getOverlay().get(4).getPosition());
	}

	@Test
	void timePointsOfAHyperstackAreTold() {
		final ImagePlus image = IJ.createHyperStack("clip", 200, 180, 2, 1, 5, 8);
		final Roi outline = FaceOverlays.outline(face(3, 2), image);
		assertEquals(4, outline.getTPosition());
		assertEquals(0, outline.getCPosition());
		assertEquals("frame 3 person 2", outline.getName());
		assertTrue(outline.getFloatPolygon().npoints > 10);
	}
}
