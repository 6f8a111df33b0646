package io.github.janusfiji.frames;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes one 8-bit RGB PNG file per frame (ISO/IEC 15948). */
final class PngSink implements FrameSink {

	/** Four in five of the best compression's savings at a fifth of its time. */
	private static final int LEVEL = 4;

	private static final int UP_FILTER = 2;

	private final Path folder;
	private final double frameRate;
	private final boolean keepTimes;
	private final Map<String, String> metadata;
	private long written;

	/**
	 * @param keepTimes whether frames carry their own times, or follow each other
	 *          at the frame rate
	 */
	PngSink(final Path folder, final double frameRate, final boolean keepTimes,
		final Map<String, String> metadata)
	{
		this.folder = folder;
		this.frameRate = frameRate;
		this.keepTimes = keepTimes;
		this.metadata = metadata;
	}

	@Override
	public void write(final Frame frame) throws IOException {
		final var file = folder.resolve(String.format(Locale.ROOT,
			"frame_%06d.png", written));
		final double time = keepTimes ? frame.time() : written / frameRate;
		try (var out = new DataOutputStream(new java.io.BufferedOutputStream(Files
			.newOutputStream(file))))
		{
			out.writeLong(PngText.SIGNATURE);
			chunk(out, "IHDR", header(frame));
			text(out, PngText.SOFTWARE, PngText.JANUS);
			text(out, PngText.TIME, Double.toString(time));
			text(out, PngText.FRAME_RATE, Double.toString(frameRate));
			for (final var entry : metadata.entrySet()) {
				if (!entry.getKey().equalsIgnoreCase(PngText.SOFTWARE)) text(out, entry
					.getKey(), entry.getValue());
			}
			chunk(out, "IDAT", pixels(frame));
			chunk(out, "IEND", new byte[0]);
		}
		written++;
	}

	private static byte[] header(final Frame frame) throws IOException {
		final var bytes = new ByteArrayOutputStream();
		final var out = new DataOutputStream(bytes);
		out.writeInt(frame.width());
		out.writeInt(frame.height());
		out.write(new byte[] { 8, 2, 0, 0, 0 }); // 8 bit, RGB, not interlaced
		return bytes.toByteArray();
	}

	private static byte[] pixels(final Frame frame) throws IOException {
		final int stride = 3 * frame.width();
		var above = new byte[stride];
		var row = new byte[stride];
		final var line = new byte[1 + stride];
		line[0] = UP_FILTER;
		final var bytes = new ByteArrayOutputStream(stride * frame.height() / 2);
		final var deflater = new Deflater(LEVEL);
		try (var out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
			for (int y = 0; y < frame.height(); y++) {
				Rgb.bytes(frame.argb(), y * frame.width(), frame.width(), row, 0);
				for (int i = 0; i < stride; i++) line[1 + i] = (byte) (row[i] -
					above[i]);
				out.write(line);
				final var swap = above;
				above = row;
				row = swap;
			}
		}
		finally {
			deflater.end();
		}
		return bytes.toByteArray();
	}

	/** Plain ASCII goes into tEXt, which every reader knows; the rest into iTXt. */
	private static void text(final DataOutputStream out, final String key,
		final String value) throws IOException
	{
		final var bytes = new ByteArrayOutputStream();
		// The standard allows keys of 1 to 79 Latin-1 characters.
		final String name = key.length() > 79 ? key.substring(0, 79) : key;
		bytes.write(name.getBytes(StandardCharsets.ISO_8859_1));
		final boolean plain = value.chars().allMatch(c -> c < 127 && (c >= 32 ||
			c == '\n'));
		bytes.write(new byte[plain ? 1 : 5]);
		bytes.write(value.getBytes(StandardCharsets.UTF_8));
		chunk(out, plain ? "tEXt" : "iTXt", bytes.toByteArray());
	}

	private static void chunk(final DataOutputStream out, final String type,
		final byte[] data) throws IOException
	{
		final var name = type.getBytes(StandardCharsets.US_ASCII);
		final var checksum = new CRC32();
		checksum.update(name);
		checksum.update(data);
		out.writeInt(data.length);
		out.write(name);
		out.write(data);
		out.writeInt((int) checksum.getValue());
	}

	@Override
	public void finish() {
		// Every file is complete by itself.
	}

	@Override
	public void close() {
		// No file stays open between frames.
	}
}
