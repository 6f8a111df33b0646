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

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Writes a face set crop by crop into temporary files beside the output; both
 * get their names when all is complete.
 */
final class FaceSetWriter implements AutoCloseable {

	/** Characters that a sharpness may need beyond the one announced. */
	private static final int SPARE = 16;

	private final Path output, tiffPart, jsonPart;
	private final FaceSetDocument planned;
	private final List<Face> faces = new ArrayList<>();
	private final RgbTiffWriter tiff;

	/**
	 * @param output a {@code .tif}
	 * @param planned what will be written; sharpness may still change
	 * @throws IOException if the output has the wrong name or cannot be written;
	 *           the message is one sentence for the user
	 */
	FaceSetWriter(final Path output, final FaceSetDocument planned)
		throws IOException
	{
		this.output = output.toAbsolutePath();
		this.planned = planned;
		checkOutput(output);
		final Path folder = this.output.getParent();
		final String part = ".janus-" + UUID.randomUUID();
		tiffPart = folder.resolve(part + ".tif.part");
		jsonPart = folder.resolve(part + ".json.part");
		final int room = json(planned).length() + SPARE * planned.faces().size();
		try {
			tiff = new RgbTiffWriter(tiffPart, planned.size(), planned.faces()
				.stream().map(FaceSetWriter::label).toList(), FaceSet.PROPERTY, room);
		}
		catch (final IOException exc) {
			Files.deleteIfExists(tiffPart);
			throw failure(exc);
		}
	}

	/**
	 * @param output where a face set shall go
	 * @throws InputException if it can not go there, in one sentence
	 */
	static void checkOutput(final Path output) throws InputException {
		final String name = String.valueOf(output.getFileName());
		if (!name.toLowerCase(Locale.ROOT).matches(".*\\.tiff?"))
			throw new InputException("A face set is a TIFF stack: give an output " +
				"that ends in .tif, not " + name + ".");
		final Path folder = output.toAbsolutePath().getParent();
		if (!Files.isDirectory(folder)) throw new InputException("The folder " +
			folder + " does not exist; create it or choose another output.");
		if (!Files.isWritable(folder)) throw new InputException("The folder " +
			folder + " cannot be written to; choose another output.");
		if (Files.isDirectory(output)) throw new InputException(output +
			" is a folder; choose another output.");
	}

	/**
	 * @param crop the next face's pixels
	 * @param sharpness of the crop, grey levels²
	 * @throws IOException if it cannot be written; the message is one sentence
	 */
	void write(final int[] crop, final double sharpness) throws IOException {
		final Face f = planned.faces().get(faces.size());
		faces.add(new Face(f.frame(), f.time(), f.person(), f.score(), sharpness, f
			.box(), f.landmarks(), f.transform(), f.pose(), f.file()));
		try {
			tiff.write(crop);
		}
		catch (final IOException exc) {
			throw failure(exc);
		}
	}

	/**
	 * Gives both files their names.
	 *
	 * @throws IOException if that fails; nothing is left behind then
	 */
	void commit() throws IOException {
		final Path sidecar = FaceSet.sidecar(output);
		try {
			final String json = json(planned.with(faces));
			tiff.finish(json);
			tiff.close();
			Files.writeString(jsonPart, json);
			Files.move(jsonPart, sidecar, StandardCopyOption.REPLACE_EXISTING,
				StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final IOException exc) {
			throw failure(exc);
		}
		try {
			Files.move(tiffPart, output, StandardCopyOption.REPLACE_EXISTING,
				StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final IOException exc) {
			Files.deleteIfExists(sidecar);
			throw failure(exc);
		}
	}

	@Override
	public void close() throws IOException {
		tiff.close();
		Files.deleteIfExists(tiffPart);
		Files.deleteIfExists(jsonPart);
	}

	private IOException failure(final IOException exc) {
		return new IOException("The face set " + output +
			" could not be written (" + exc.getMessage() +
			"); free some space or choose another place.", exc);
	}

	private static String json(final FaceSetDocument document)
		throws IOException
	{
		final var text = new StringWriter();
		FaceSetJson.write(document, text);
		return text.toString();
	}

	/** For example {@code frame 12 · person 1 · score 0.98}. */
	static String label(final Face face) {
		return String.format(Locale.ROOT, "%s · person %d · score %.2f", face.file()
			.orElse("frame " + face.frame()), face.person(), face.score());
	}
}
