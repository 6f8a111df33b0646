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

import ij.ImageJ;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes an uncompressed RGB TIFF stack as ImageJ does: one directory in front,
 * all pixels one after another, then the directories of the further images. A
 * stack of 4 GB and more has the first directory only, which is ImageJ's own
 * convention: its description tells how many images follow.
 */
final class TiffSink implements FrameSink {

	private static final int DESCRIPTION = 512;
	private static final long LIMIT = 0xffffffffL;

	private final RandomAccessFile file;
	private final int width;
	private final int height;
	private final double frameRate;
	private final boolean keepTimes;
	private final int layers;
	private final Map<String, String> metadata;
	private final TiffDirectory directory;
	private final ImageScale scale;
	private final long pixels;
	private final List<String> labels = new ArrayList<>();
	private final byte[] buffer;

	TiffSink(final Path path, final int width, final int height,
		final double frameRate, final boolean keepTimes,
		final Map<String, String> metadata) throws IOException
	{
		this(path, width, height, frameRate, keepTimes, 1, metadata, null);
	}

	/**
	 * @param layers pictures that follow one another for each time point
	 * @param scale of the image that the frames are made of, or null
	 */
	TiffSink(final Path path, final int width, final int height,
		final double frameRate, final boolean keepTimes, final int layers,
		final Map<String, String> metadata, final ImageScale scale)
		throws IOException
	{
		this.scale = scale;
		this.layers = layers;
		this.width = width;
		this.height = height;
		this.frameRate = frameRate;
		this.keepTimes = keepTimes;
		this.metadata = metadata;
		buffer = new byte[Math.multiplyExact(3 * width, height)];
		directory = scale != null && scale.isScaled() ? new TiffDirectory(width,
			height, scale.pixelWidth(), scale.pixelHeight()) : new TiffDirectory(width,
				height, 1, 1);
		file = new RandomAccessFile(path.toFile(), "rw");
		final long description = TiffDirectory.FIRST + directory.size(true);
		final var properties = TiffProperties.encode(metadata, List.of(), info());
		directory.place(description, DESCRIPTION, properties);
		pixels = directory.place(properties, description + DESCRIPTION);
		file.seek(description + DESCRIPTION);
		properties.writeTo(file);
		file.seek(pixels);
	}

	@Override
	public double write(final Frame frame) throws IOException {
		Rgb.bytes(frame.argb(), 0, frame.argb().length, buffer, 0);
		file.write(buffer);
		final double time = keepTimes ? frame.time() : labels.size() / layers / frameRate;
		final int source = labels.size() / layers;
		final String own = scale == null || source >= scale.labels().size() ? null
			: scale.labels().get(source);
		labels.add(own != null && !own.isBlank() ? own : String.format(Locale.ROOT,
			"%.6f s", time));
		return ImagePlusSequence.time(labels.get(labels.size() - 1), labels.size() - 1,
			frameRate);
	}

	@Override
	public void finish() throws IOException {
		final long size = buffer.length;
		long end = pixels + size * labels.size();
		final var properties = TiffProperties.encode(metadata, labels, info());
		final long tail = properties.size() + labels.size() * (16L + directory.size(
			false));
		if (end + tail < LIMIT) {
			end = directory.place(properties, end);
			file.seek(directory.propertiesAt());
			properties.writeTo(file);
			writeDirectories(end);
		}
		else writeFirst(0);
		file.close();
	}

	private void writeDirectories(final long from) throws IOException {
		final int count = labels.size();
		writeFirst(count > 1 ? from : 0);
		final var bytes = new ByteArrayOutputStream();
		final var out = new DataOutputStream(bytes);
		final int each = directory.size(false);
		for (int i = 1; i < count; i++) {
			final long next = i + 1 < count ? from + (long) each * i : 0;
			directory.write(out, false, from + (long) each * (i - 1), pixels +
				(long) buffer.length * i, next);
		}
		file.seek(from);
		file.write(bytes.toByteArray());
	}

	private void writeFirst(final long next) throws IOException {
		final var bytes = new ByteArrayOutputStream();
		final var out = new DataOutputStream(bytes);
		out.writeInt(0x4d4d002a); // big-endian TIFF
		out.writeInt(TiffDirectory.FIRST);
		directory.write(out, true, TiffDirectory.FIRST, pixels, next);
		final var text = new byte[DESCRIPTION];
		final var description = description().getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(description, 0, text, 0, description.length);
		out.write(text);
		file.seek(0);
		file.write(bytes.toByteArray());
	}

	/** What the source's own Info says, below what is said of this file. */
	private String info() {
		if (scale == null) return "";
		return (scale.range().isEmpty() ? "" : "Shown range of the source: " + scale
			.range() + "\n") + scale.info();
	}

	private String description() {
		final int count = labels.size();
		final var text = new StringBuilder("ImageJ=" + ImageJ.VERSION + "\n");
		if (count > 1) text.append("images=" + count + "\n" + (layers > 1
			? "slices=" + layers + "\nhyperstack=true\n" : "") + "frames=" +
			count / layers + "\n");
		final boolean timed = scale != null && scale.isTimed();
		if (scale != null && scale.isScaled()) text.append("unit=" + ImageScale
			.ascii(scale.unit()) + "\n");
		text.append("fps=" + frameRate + "\nfinterval=" + (timed ? scale
			.frameInterval() : 1 / frameRate) + "\ntunit=" + (timed ? ImageScale.ascii(
				scale.timeUnit()) : "sec") + "\nloop=false\n");
		return text.toString();
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
