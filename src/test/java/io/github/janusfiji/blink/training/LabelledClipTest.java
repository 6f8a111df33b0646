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
package io.github.janusfiji.blink.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.blink.training.LabelledClip.Use;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledClipTest {

	private static final String HEADER = "clip,use,last,skip,blinks\n";

	@TempDir
	Path folder;

	private Path list;

	@BeforeEach
	void files() throws IOException {
		list = folder.resolve("clips.csv");
		Files.createDirectory(folder.resolve("video"));
		Files.writeString(folder.resolve("video/a.mp4"), "");
		Files.writeString(folder.resolve("b.mp4"), "");
		Files.writeString(folder.resolve("video/blinks.csv"),
			"clip,blink,start,peak,end,confidence\na.mp4,1,10,12,15,high\n" +
				"b.mp4,1,3,3,3,low\na.mp4,2,40,40,41,high\n");
		Files.writeString(folder.resolve("b.blinks.csv"),
			"blink,start,peak,end,duration,depth\n1,20,21,24,0.2,1\n");
	}

	@Test
	void readsTablesOfOneClipAndOfMany() throws IOException {
		Files.writeString(list, HEADER +
			"a.mp4,train,100,60-70 80-81,blinks.csv\n\nb.mp4,measure,,,b.blinks.csv\n");
		final var clips = LabelledClip.read(list, folder.resolve("video"));
		assertEquals(List.of("a.mp4", "b.mp4"), clips.stream().map(
			LabelledClip::name).toList());
		final LabelledClip a = clips.get(0), b = clips.get(1);
		assertEquals(Use.TRAIN, a.use());
		assertEquals(List.of(new LabelledClip.Marked(10, 12, 15),
			new LabelledClip.Marked(40, 40, 41)), a.blinks());
		assertEquals(List.of(new LabelledClip.Marked(20, 21, 24)), b.blinks());
		assertEquals(Integer.MAX_VALUE, b.last());
	}

	@Test
	void statesRiseToThePeakAndAreUnknownAtEdgesAndInSkips()
		throws IOException
	{
		Files.writeString(list, HEADER +
			"a.mp4,train,100,60-70 80-81,blinks.csv\n");
		final LabelledClip a = LabelledClip.read(list, folder.resolve("video")).get(
			0);
		final double[] expected = { 0, Double.NaN, 1 / 3.0, 2 / 3.0, 1, 0.75, 0.5,
			0.25, Double.NaN, 0 };
		for (int i = 0; i < expected.length; i++) assertEquals(expected[i], a.closed(
			8 + i), 1e-12, "frame " + (8 + i));
		for (final int frame : new int[] { 60, 70, 80, 101 }) assertEquals(Double.NaN,
			a.closed(frame));
		assertEquals(0, a.closed(71));
	}

	@Test
	void mistakesAreNamed() throws IOException {
		fails("a.mp4,train,,,blinks.csv\n", "its first line must be");
		fails(HEADER + "c.mp4,train,,,blinks.csv\n", "c.mp4");
		fails(HEADER + "a.mp4,test,,,blinks.csv\n", "train, tune or measure");
		fails(HEADER + "a.mp4,train,,7,blinks.csv\n", "frames like 36-71");
		Files.writeString(folder.resolve("bad.csv"), "start,peak,end\n5,4,9\n");
		fails(HEADER + "b.mp4,tune,,,bad.csv\n", "start ≤ peak ≤ end");
		Files.writeString(folder.resolve("bad.csv"), "from,to\n5,4\n");
		fails(HEADER + "b.mp4,tune,,,bad.csv\n", "needs columns");
	}

	private void fails(final String text, final String words)
		throws IOException
	{
		Files.writeString(list, text);
		final var refused = assertThrows(InputException.class, () -> LabelledClip
			.read(list, folder.resolve("video")));
		assertTrue(refused.getMessage().contains(words), refused.getMessage());
	}
}
