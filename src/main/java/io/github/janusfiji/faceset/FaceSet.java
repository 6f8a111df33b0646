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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import io.github.janusfiji.task.OutputLock;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Aligned crops of faces with what is known of each: a TIFF stack and a
 * {@code .faces.json} beside it. Crops are read lazily, and stay in the order of
 * the clip. Thread-safe.
 */
public final class FaceSet implements AutoCloseable {

	private final Path path;
	private final FaceSetDocument document;
	private final String notice;
	private final FileChannel file;
	private final long[] offsets;

	/**
	 * @param path of the stack
	 * @param document what is known of its crops
	 * @param notice for the user, or null
	 * @param file the stack; closed with this set
	 * @param offsets where the pixels of each crop begin
	 */
	FaceSet(final Path path, final FaceSetDocument document, final String notice,
		final FileChannel file, final long[] offsets)
	{
		this.path = path;
		this.document = document;
		this.notice = notice;
		this.file = file;
		this.offsets = offsets;
	}

	/**
	 * @param tiff the stack; its {@code .faces.json} is expected beside it, or
	 *          the same JSON in its image properties
	 * @return the face set
	 * @throws IOException if either is missing or damaged or they do not fit each
	 *           other; the message is one sentence for the user
	 */
	public static FaceSet open(final Path tiff) throws IOException {
		final var content = FaceSetOpener.open(tiff);
		return new FaceSet(tiff, content.document(), content.notice(), FileChannel
			.open(tiff), content.offsets());
	}

	/** @return the files of this face set, not all of which need exist */
	public List<Path> files() {
		return FaceSetFiles.of(path);
	}

	/**
	 * @return a sentence for the user if the {@code .faces.json} could not be used
	 *         and the stack's own description took its place
	 */
	public Optional<String> notice() {
		return Optional.ofNullable(notice);
	}

	/**
	 * @param other another set
	 * @return whether both have the same crops, though they may lie in two files
	 * @throws IOException if one of them cannot be read
	 */
	public boolean hasTheFacesOf(final FaceSet other) throws IOException {
		if (size() != other.size() || faces().size() != other.faces().size())
			return false;
		for (int i = 0; i < faces().size(); i++) if (!Arrays.equals(crop(i), other
			.crop(i))) return false;
		return true;
	}

	/** @return the stack's file */
	public Path path() {
		return path;
	}

	/** @return where the faces came from */
	public SourceClip source() {
		return document.source();
	}

	/** @return the faces, in the order of the stack's slices */
	public List<Face> faces() {
		return document.faces();
	}

	/** @return width and height of every crop, px */
	public int size() {
		return framing().size();
	}

	/** @return how the faces lie in their crops */
	public Framing framing() {
		return document.framing();
	}

	/** @return which faces of the source were taken, if that is known */
	public Optional<FaceSelection> selection() {
		return document.selection();
	}

	/**
	 * @param index from 0
	 * @return {@code size × size} pixels, {@code 0xFFRRGGBB}
	 * @throws IOException if the stack cannot be read
	 */
	public int[] crop(final int index) throws IOException {
		final int[] pixels = new int[size() * size()];
		final var bytes = ByteBuffer.allocate(3 * pixels.length);
		while (bytes.hasRemaining()) {
			if (file.read(bytes, offsets[index] + bytes.position()) < 0)
				throw new IOException(path.getFileName() +
					" breaks off; extract the faces again.");
		}
		final byte[] b = bytes.array();
		for (int i = 0, j = 0; i < pixels.length; i++, j += 3)
			pixels[i] = 0xff000000 | (b[j] & 255) << 16 | (b[j + 1] & 255) << 8 | b[j +
				2] & 255;
		return pixels;
	}

	/**
	 * Writes some of the crops as another face set, with all that is known of
	 * them, also by programs that know more. The output may be this set's own
	 * file; this set is closed then.
	 *
	 * @param output a {@code .tif}; {@code .faces.json} and {@code .faces.csv} go
	 *          beside it
	 * @param keep whether to take the crop of an index
	 * @param progress told each crop
	 * @return the new face set
	 * @throws IOException if nothing is kept or the output cannot be written; the
	 *           message is one sentence for the user, and what was there stays
	 */
	public FaceSet saveAs(final Path output, final IntPredicate keep,
		final Progress progress) throws IOException
	{
		try (var writer = prepare(output, keep, progress)) {
			if (isAt(output)) close();
			writer.commit();
		}
		return open(output);
	}

	/**
	 * First part of {@link #saveAs}, which takes time: writes the temporary
	 * files.
	 *
	 * @return the new face set in temporary files, to be committed
	 */
	FaceSetWriter prepare(final Path output, final IntPredicate keep,
		final Progress progress) throws IOException
	{
		final List<Integer> kept = IntStream.range(0, faces().size()).filter(keep)
			.boxed().toList();
		if (kept.isEmpty()) throw new InputException(
			"No face is left to save; keep at least one.");
		progress.stage("Saving faces", kept.size());
		FaceSetWriter.checkOutput(output);
		// This set's own place may be taken, under its own name only.
		final List<Path> inputs = isAt(output) ? List.of() : files();
		Inputs.keepAll(FaceSetFiles.of(output), inputs);
		final var writer = new FaceSetWriter(OutputLock.of(output, "written"),
			output, inputs, document.select(kept));
		try {
			for (int i = 0; i < kept.size(); i++) {
				progress.check();
				writer.write(crop(kept.get(i)));
				progress.done(i + 1);
			}
			writer.finish();
			return writer;
		}
		catch (final IOException | RuntimeException exc) {
			writer.close();
			throw exc;
		}
	}

	/**
	 * @param output a place
	 * @return whether it is that of this set's own stack, under any name
	 * @throws IOException if it cannot be looked at
	 */
	public boolean isAt(final Path output) throws IOException {
		return Files.exists(output) && Files.isSameFile(path, output);
	}

	@Override
	public void close() {
		try {
			file.close();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
