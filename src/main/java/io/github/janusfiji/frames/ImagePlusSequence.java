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

import ij.ImagePlus;
import io.github.janusfiji.task.InputException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The frames of an image window or of a TIFF stack. */
final class ImagePlusSequence implements FrameSequence {

	/** A slice label such as {@code 12.480 s}, which {@link TiffSink} writes. */
	private static final Pattern TIME = Pattern.compile("(\\d+\\.\\d+) s\\b.*");

	private final ImagePlus image;
	private final Path path;
	private final Display display;
	private final double frameRate;

	/** @param path of the file it was opened from, or null */
	ImagePlusSequence(final ImagePlus image, final Path path) {
		this.image = image;
		this.path = path;
		display = new Display(image);
		frameRate = frameRate(image);
	}

	private static double frameRate(final ImagePlus image) {
		final var calibration = image.getCalibration();
		if (PngText.isRate(calibration.fps)) return calibration.fps;
		if (!(calibration.frameInterval > 0)) return 25;
		final double unit = switch (calibration.getTimeUnit()) {
			case "ms", "msec", "millisecond", "milliseconds" -> 1e-3;
			case "min", "minute", "minutes" -> 60;
			case "h", "hour", "hours" -> 3600;
			default -> 1;
		};
		final double rate = 1 / (calibration.frameInterval * unit);
		return PngText.isRate(rate) ? rate : 25;
	}

	@Override
	public String name() {
		return path == null ? image.getTitle() : path.getFileName().toString();
	}

	@Override
	public Optional<Path> path() {
		return Optional.ofNullable(path);
	}

	@Override
	public int width() {
		return image.getWidth();
	}

	@Override
	public int height() {
		return image.getHeight();
	}

	@Override
	public int count() {
		return display.frames();
	}

	@Override
	public double frameRate() {
		return frameRate;
	}

	@Override
	public Frame frame(final int index) throws IOException {
		if (index < 0 || index >= count()) throw new IndexOutOfBoundsException(
			index);
		try {
			return new Frame(index, time(index), width(), height(), display.argb(
				index));
		}
		catch (final UncheckedIOException exc) {
			throw exc.getCause();
		}
		catch (NullPointerException | IllegalArgumentException
				| IndexOutOfBoundsException exc)
		{
			// What virtual stacks do when their file has gone or is cut short.
			throw new InputException("Frame " + (index + 1) + " of " + name() +
				" cannot be read; the file is incomplete or was removed.", exc);
		}
	}

	@Override
	public double timeOf(final int index) {
		return time(index);
	}

	private double time(final int index) {
		final String label = image.getNChannels() > 1 ? null : image.getStack()
			.getSliceLabel(index + 1);
		return time(label, index, frameRate);
	}

	/** @return the time that a slice's label tells, or else its number does, s */
	static double time(final String label, final int index,
		final double frameRate)
	{
		final var matcher = label == null ? null : TIME.matcher(label);
		return matcher != null && matcher.matches() ? Double.parseDouble(matcher
			.group(1)) : index / frameRate;
	}

	@Override
	public FrameCursor cursor() {
		return new PrefetchCursor(name(), new IndexedSource(this), width(),
			height());
	}

	/** The lines of the image's Info, which a duplicate keeps. */
	@Override
	public SortedMap<String, String> metadata() throws IOException {
		if (path != null) return Metadata.of(path);
		final var found = new TreeMap<String, String>(
			String.CASE_INSENSITIVE_ORDER);
		final String info = image.getInfoProperty();
		if (info == null) return found;
		info.lines().map(line -> line.split(": ", 2)).filter(
			pair -> pair.length == 2).forEach(pair -> found.putIfAbsent(pair[0],
				pair[1]));
		return found;
	}

	/** Of deep data what lies outside the display range is black or white. */
	@Override
	public String hint() {
		if (image.getBitDepth() != 16 && image.getBitDepth() != 32 || image
			.getNChannels() > 1) return "";
		final double low = image.getDisplayRangeMin(), high = image
			.getDisplayRangeMax();
		final var shown = image.getProcessor();
		int outside = 0;
		for (int i = 0; i < shown.getPixelCount(); i++) {
			final double value = shown.getf(i);
			if (value <= low || value >= high) outside++;
		}
		return 2 * outside < shown.getPixelCount() ? "" : String.format(Locale.ROOT,
			" Most of its values lie outside the display range, %.4g to %.4g, and" +
				" look black or white: adjust it (Image > Adjust > Brightness/Contrast).",
			low, high);
	}

	@Override
	public Optional<ImageScale> scale() {
		return Optional.of(ImageScale.of(image));
	}

	/** Also the file that an image in memory was opened from. */
	@Override
	public List<Path> files() {
		if (path != null) return List.of(path);
		final var info = image.getOriginalFileInfo();
		if (info == null || info.getFilePath() == null) return List.of();
		final File file = new File(info.getFilePath());
		return file.exists() ? List.of(file.toPath()) : List.of();
	}

	@Override
	public void close() {
		// The image belongs to whoever opened it.
	}
}
