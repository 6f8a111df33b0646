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

import static io.github.janusfiji.frames.TestPictures.all;
import static io.github.janusfiji.frames.TestPictures.difference;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound is copied packet by packet, and pictures are shown upright. */
class AudioAndRotationTest {

	@TempDir
	Path folder;

	private record Sound(double time, int hash) {}

	private static List<Sound> sound(final Path file) throws IOException {
		final var found = new ArrayList<Sound>();
		final var packet = avcodec.av_packet_alloc();
		try (var demuxer = new Demuxer(file)) {
			while (avformat.av_read_frame(demuxer.format, packet) >= 0) {
				final var stream = demuxer.format.streams(packet.stream_index());
				if (stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_AUDIO) {
					final var data = new byte[packet.size()];
					new BytePointer(packet.data()).get(data);
					found.add(new Sound(Rational.of(stream.time_base()).seconds(packet
						.pts()), Arrays.hashCode(data)));
				}
				avcodec.av_packet_unref(packet);
			}
		}
		finally {
			avcodec.av_packet_free(packet);
		}
		return found;
	}

	private static void copy(final Path from, final Path to, final int limit)
		throws IOException
	{
		try (var frames = Frames.open(from); var cursor = frames.cursor();
				var writer = Frames.writer(to, frames, Map.of()))
		{
			int n = 0;
			for (var f = cursor.next(); f != null && n++ < limit; f = cursor.next())
				writer.write(f);
			writer.commit();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "copy.mp4", "copy.mkv" })
	void soundIsCopiedUnchanged(final String name) throws IOException {
		final var source = Recordings.withTone(folder.resolve("tone.mp4"), 50);
		final var copy = folder.resolve(name);
		copy(source, copy, Integer.MAX_VALUE);
		final var before = sound(source).stream().filter(s -> s.time >= 0 || name
			.endsWith("mp4")).toList();
		final var after = sound(copy);
		assertTrue(before.size() > 80);
		assertEquals(before.stream().map(Sound::hash).toList(), after.stream().map(
			Sound::hash).toList());
		for (int i = 0; i < before.size(); i++) assertEquals(before.get(i).time,
			after.get(i).time, 6e-4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "copy.mp4", "copy.mkv" })
	void aCopysSoundIsNotShifted(final String name) throws IOException {
		final var source = Recordings.withTone(folder.resolve("tone.mp4"), 50);
		final var copy = folder.resolve(name);
		copy(source, copy, Integer.MAX_VALUE);
		assertEquals(0, Frames.soundOffset(source, copy).orElseThrow(), 1e-3);
	}

	@Test
	void aShiftOfTheSoundIsMeasured() throws IOException {
		final var source = Recordings.withTone(folder.resolve("tone.mp4"), 50);
		final var late = folder.resolve("late.mp4");
		final var packet = avcodec.av_packet_alloc();
		try (var demuxer = new Demuxer(source); var muxer = new Muxer(late,
			"mp4"))
		{
			final var streams = new ArrayList<AVStream>();
			for (int i = 0; i < demuxer.format.nb_streams(); i++)
				streams.add(muxer.addCopy(demuxer.format.streams(i)));
			muxer.begin(Map.of());
			while (avformat.av_read_frame(demuxer.format, packet) >= 0) {
				final var stream = demuxer.format.streams(packet.stream_index());
				final long shift = packet.stream_index() == demuxer.video ? 0 : Rational
					.of(stream.time_base()).ticks(0.05);
				packet.pts(packet.pts() + shift).dts(packet.dts() + shift);
				muxer.write(packet, stream.time_base(), streams.get(packet
					.stream_index()));
			}
			muxer.finish();
		}
		finally {
			avcodec.av_packet_free(packet);
		}
		assertEquals(0.05, Frames.soundOffset(source, late).orElseThrow(), 1e-3);
	}

	@Test
	void silentFilesHaveNoOffset() throws IOException {
		final var silent = TestPictures.write(folder.resolve("silent.mp4"), 3, 64,
			48, 25, Map.of());
		assertTrue(Frames.soundOffset(silent, silent).isEmpty());
	}

	/** As a telephone records: no two frames the same time apart, with sound. */
	@ParameterizedTest
	@ValueSource(strings = { "copy.mp4", "copy.mkv" })
	void soundAndUnevenTimesAreKeptTogether(final String name)
		throws IOException
	{
		final var source = folder.resolve("uneven.mp4");
		try (var frames = Frames.open(Recordings.withTone(folder.resolve(
			"tone.mp4"), 50)); var cursor = frames.cursor(); var writer = Frames
				.writer(source, frames, Map.of()))
		{
			for (var f = cursor.next(); f != null; f = cursor.next())
				writer.write(new Frame(f.index(), f.time() + f.index() % 3 * 0.01, f
					.width(), f.height(), f.argb()));
			writer.commit();
		}
		final var copy = folder.resolve(name);
		copy(source, copy, Integer.MAX_VALUE);
		assertEquals(sound(source).stream().filter(s -> s.time >= 0 || name
			.endsWith("mp4")).map(Sound::hash).toList(), sound(copy).stream().map(
				Sound::hash).toList());
		try (var before = Frames.open(source); var after = Frames.open(copy)) {
			final var times = all(before);
			final var kept = all(after);
			assertEquals(50, times.size());
			assertEquals(50, kept.size());
			assertEquals(0.05, times.get(2).time() - times.get(1).time(), 1e-3);
			for (int i = 0; i < 50; i++)
				assertEquals(times.get(i).time(), kept.get(i).time(), 1e-3);
		}
	}

	@Test
	void partOfThePictureKeepsThatPartOfTheSound() throws IOException {
		final var source = Recordings.withTone(folder.resolve("tone.mp4"), 50);
		final var copy = folder.resolve("part.mp4");
		copy(source, copy, 20);
		final var sound = sound(copy);
		assertEquals(0.8, sound.get(sound.size() - 1).time, 0.05);
	}

	@ParameterizedTest
	@CsvSource({ "90,0,-1,1,0", "180,-1,0,0,-1", "270,0,1,-1,0" })
	void rotationIsApplied(final int angle, final int a, final int b,
		final int c, final int d) throws IOException
	{
		final var upright = TestPictures.write(folder.resolve("upright.mp4"), 3, 64,
			48, 25, Map.of());
		final var turned = folder.resolve("turned.mp4");
		Files.write(turned, withMatrix(Files.readAllBytes(upright), a, b, c, d));
		try (var expected = Frames.open(upright); var frames = Frames.open(
			turned))
		{
			final boolean quarter = angle != 180;
			assertEquals(quarter ? 48 : 64, frames.width());
			assertEquals(quarter ? 64 : 48, frames.height());
			final var processor = expected.frame(1).processor();
			final var want = angle == 270 ? processor.rotateRight() : processor
				.rotateLeft();
			final var half = angle == 180 ? want.rotateLeft() : want;
			assertArrayEquals((int[]) half.getPixels(), frames.frame(1).argb());
			final var copy = folder.resolve("copy.mp4");
			copy(turned, copy, 3);
			try (var again = Frames.open(copy)) {
				assertEquals(frames.width(), again.width());
				assertTrue(difference(frames.frame(2).argb(), all(again).get(2)
					.argb()) < 3);
			}
		}
	}

	/** Writes a display matrix into the track header (ISO/IEC 14496-12 §8.3.2). */
	private static byte[] withMatrix(final byte[] file, final int a,
		final int b, final int c, final int d)
	{
		final var bytes = ByteBuffer.wrap(file);
		for (int i = 0; i < file.length - 80; i++) {
			if (bytes.getInt(i) != 0x746b6864) continue; // "tkhd", version 0
			final int matrix = i + 4 + 40;
			assertEquals(0x10000, bytes.getInt(matrix));
			bytes.putInt(matrix, a << 16).putInt(matrix + 4, b << 16);
			bytes.putInt(matrix + 12, c << 16).putInt(matrix + 16, d << 16);
			return file;
		}
		throw new AssertionError("The movie has no track header.");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void exifOrientationsAreThoseOfTheStandard(final int exif) {
		// Rows of a 3×2 picture as CIPA DC-008 §4.6.5 names them.
		final int[] stored = { 1, 2, 3, 4, 5, 6 };
		final int[][] shown = { { 1, 2, 3, 4, 5, 6 }, { 3, 2, 1, 6, 5, 4 }, { 6, 5,
			4, 3, 2, 1 }, { 4, 5, 6, 1, 2, 3 }, { 1, 4, 2, 5, 3, 6 }, { 4, 1, 5, 2, 6,
				3 }, { 6, 3, 5, 2, 4, 1 }, { 3, 6, 2, 5, 1, 4 } };
		assertArrayEquals(shown[exif - 1], Orientation.ofExif(exif).apply(stored, 3,
			2));
	}
}
