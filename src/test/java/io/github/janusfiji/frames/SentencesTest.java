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
package io.github.janusfiji.frames;

import static io.github.janusfiji.frames.TestPictures.names;
import static io.github.janusfiji.frames.TestPictures.picture;
import static io.github.janusfiji.frames.TestPictures.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is said in one sentence, and leaves nothing behind. */
class SentencesTest {

	@TempDir
	Path folder;

	private static void assertSays(final String part, final Executable action) {
		final var failure = assertThrows(InputException.class, action);
		final String text = failure.getMessage();
		assertTrue(text.contains(part), text);
		assertTrue(text.endsWith(".") && !text.contains("\n"), text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mp4", "mov", "avi", "mkv", "webm", "tif", "png",
		"jpg", "gif", "bmp" })
	void textUnderAnotherNameIsRefused(final String extension)
		throws IOException
	{
		final var file = folder.resolve("text." + extension);
		Files.writeString(file, "#EXTM3U\nhttp://example.org/\n".repeat(20));
		assertSays("text." + extension + " is not a", () -> Frames.open(file));
		Files.write(file, new byte[0]);
		assertSays("text." + extension, () -> Frames.open(file));
	}

	@Test
	void missingAndEmptyPlacesAreNamed() throws IOException {
		assertSays("does not exist", () -> Frames.open(folder.resolve("none.mp4")));
		final var empty = Files.createDirectory(folder.resolve("empty"));
		assertSays("holds no images", () -> Frames.open(empty));
		Files.writeString(empty.resolve("notes.txt"), "no image");
		assertSays("holds no images", () -> Frames.open(empty));
	}

	@Test
	void framesOfSeveralSizesAreRefused() throws IOException {
		final var images = Files.createDirectory(folder.resolve("images"));
		for (int i = 0; i < 3; i++) javax.imageio.ImageIO.write(picture(i, 0, i < 2
			? 20 : 21, 20).processor().getBufferedImage(), "png", images.resolve("p" +
				i + ".png").toFile());
		assertSays("p2.png is 21×20 px but p0.png is 20×20 px", () -> Frames.open(
			images, FrameKind.SEQUENCE));
	}

	@Test
	void aTiffStackCutShortIsRefused() throws IOException {
		final var whole = write(folder.resolve("whole.tif"), 5, 40, 30, 25, Map
			.of());
		final var bytes = Files.readAllBytes(whole);
		final var broken = folder.resolve("broken.tif");
		Files.write(broken, java.util.Arrays.copyOf(bytes, bytes.length / 2));
		assertSays("broken.tif is cut short", () -> Frames.open(broken));
	}

	@Test
	void unknownExtensionsAreRefused() {
		assertSays("use .mp4, .mkv, .tif", () -> Frames.writer(folder.resolve(
			"clip.avi"), 32, 32, 25, Map.of()));
	}

	@Test
	void aPlaceBelowAFileIsRefused() throws IOException {
		final var file = Files.writeString(folder.resolve("file"), "x");
		for (final var name : List.of("a.mp4", "a.mkv", "a.tif", "a")) assertSays(
			"cannot be written", () -> Frames.writer(file.resolve(name), 32, 32, 25,
				Map.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "clip.mp4", "clip.mkv", "clip.tif", "clip",
		"new/deep/clip.mp4" })
	void whatIsNotCommittedLeavesNothing(final String name)
		throws IOException
	{
		final var output = folder.resolve(name);
		try (var writer = Frames.writer(output, 32, 32, 25, Map.of())) {
			for (int i = 0; i < 4; i++) writer.write(picture(i, 0, 32, 32));
			assertFalse(Files.exists(output));
		}
		assertEquals(List.of(), names(folder));
		final var nothing = Frames.writer(output, 32, 32, 25, Map.of());
		assertThrows(IOException.class, nothing::commit);
		nothing.close();
		assertEquals(List.of(), names(folder));
	}

	@Test
	void anUnfinishedOutputKeepsTheOldOne() throws IOException {
		final var output = write(folder.resolve("clip.mp4"), 3, 32, 32, 25, Map
			.of());
		final var before = Files.readAllBytes(output);
		try (var writer = Frames.writer(output, 64, 64, 25, Map.of())) {
			writer.write(picture(0, 0, 64, 64));
		}
		assertEquals(java.util.Arrays.hashCode(before), java.util.Arrays.hashCode(
			Files.readAllBytes(output)));
		write(output, 3, 64, 64, 25, Map.of());
		try (var frames = Frames.open(output)) {
			assertEquals(64, frames.width());
		}
		assertEquals(List.of("clip.mp4"), names(folder));
	}

	@Test
	void aFolderOfForeignFilesIsNeverReplaced() throws IOException {
		final var output = folder.resolve("frames");
		write(output, 5, 32, 32, 25, Map.of());
		write(output, 3, 32, 32, 25, Map.of());
		assertEquals(3, names(output).size());
		final var foreign = output.resolve("frame_000007.png");
		javax.imageio.ImageIO.write(picture(0, 0, 32, 32).processor()
			.getBufferedImage(), "png", foreign.toFile());
		assertSays("already holds other files", () -> Frames.writer(output, 32, 32,
			25, Map.of()));
		assertEquals(4, names(output).size());
	}

	@Test
	void ffv1NeedsTwoPixels() {
		assertSays("write a .tif", () -> Frames.writer(folder.resolve("a.mkv"), 1, 9,
			25, Map.of()));
	}

	@Test
	void framesOfAnotherSizeAreAMistakeOfTheCaller() throws IOException {
		try (var writer = Frames.writer(folder.resolve("a.mkv"), 32, 32, 25, Map
			.of()))
		{
			assertThrows(IllegalArgumentException.class, () -> writer.write(picture(0,
				0, 33, 32)));
		}
	}
}
