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
package io.github.janusfiji.faceset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.face.Scenario;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filters of an extraction. */
class FaceSelectionTest {

	/** Ten frames: the face grows, gets sharper and turns from left to right. */
	private static FaceTracks tracks() {
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < 10; i++) {
			final var l = MeanFace.at(40, 100, 100);
			faces.add(new Face(i, i / 25.0, 1, 0.9, 10 * i, new Box(0, 0, 30 + i, 30 +
				i), l, FaceAligner.align(l, 64), new Pose(8 * (i - 5), 0, 0), Optional
					.empty()));
		}
		return new FaceTracks(10, faces);
	}

	private static List<Integer> frames(final FaceSelection selection)
		throws InputException
	{
		return selection.of(tracks(), "clip", "").stream().map(Face::frame).toList();
	}

	@Test
	void eachFilterTakesWhatItSays() throws InputException {
		assertEquals(10, frames(FaceSelection.DEFAULT).size());
		assertEquals(List.of(0, 3, 6, 9), frames(FaceSelection.of(1, 3)));
		assertEquals(List.of(6, 7, 8, 9), frames(new FaceSelection(1, 1, 36, 0,
			90)));
		assertEquals(List.of(8, 9), frames(new FaceSelection(1, 1, 0, 75, 90)));
		assertEquals(List.of(3, 4, 5, 6, 7), frames(new FaceSelection(1, 1, 0, 0,
			16)));
		assertEquals(List.of(4, 6), frames(new FaceSelection(0, 2, 33, 40, 16)));
	}

	@Test
	void nothingLeftIsExplained() {
		final var exc = assertThrows(InputException.class,
			() -> frames(new FaceSelection(1, 1, 38, 95, 16)));
		assertEquals("None of the 10 faces passes the filters: 2 are wide enough, " +
			"0 sharp enough and 5 within the yaw; loosen a filter.", exc
				.getMessage());
	}

	@Test
	void theSetRecordsHowItWasSelected(@TempDir final Path folder)
		throws IOException
	{
		final var clip = new Scenario(30, Scenario.actor(1, 0, 30, 20, 100), Scenario
			.actor(2, 0, 30, 200, 80));
		final var selection = new FaceSelection(0, 5, 90, 0, 80);
		try (var set = new FaceExtractor(clip.tracker()).extract(clip, folder
			.resolve("a.tif"), new FaceExtractor.Options(Framing.of(64), selection),
			Progress.NONE))
		{
			assertEquals(Optional.of(selection), set.selection());
			assertEquals(6, set.faces().size());
			assertTrue(set.faces().stream().allMatch(f -> f.person() == 1));
		}
		final List<String> csv = Files.readAllLines(folder.resolve("a.faces.csv"));
		assertEquals(7, csv.size());
		assertTrue(csv.get(0).startsWith("slice,frame,time,person,score,sharpness," +
			"x,y,width,height,yaw,pitch,roll"));
		assertTrue(csv.get(6).startsWith("6,25,1.0000,1,0.9000,"));
		final var table = FaceTable.of(FaceSet.open(
			folder.resolve("a.tif")).faces())
			.window(3);
		assertEquals(6, table.size());
		assertEquals(25, table.getValue("frame", 5));
	}
}
