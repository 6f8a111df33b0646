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

import com.google.gson.JsonObject;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.frames.FingerprintBuilder;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.OutputSeal;
import io.github.janusfiji.task.Output;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a face set of any length face by face, so that neither its crops nor
 * what is known of them are ever in memory together. In exchange the stack does
 * not carry the description, too.
 */
final class JoinedFaces implements AutoCloseable {

	/** Frames/s at which a stack without times is read. */
	private static final double RATE = 25;

	private final Path output;
	private final int size;
	private final Output stack, json;
	private final RgbTiffWriter tiff;
	private final BufferedWriter out;
	private final FaceJsonWriter faces;
	private final FingerprintBuilder print = new FingerprintBuilder();
	private Map<String, String> mark = Map.of();
	private int written;

	/**
	 * @param output a {@code .tif}; {@code .faces.json} goes beside it
	 * @param size width and height of all crops, px
	 * @param labels of all crops
	 * @throws IOException if it cannot be written; the message is one sentence
	 */
	JoinedFaces(final Path output, final int size, final List<String> labels)
		throws IOException
	{
		this.output = output;
		this.size = size;
		stack = Output.file(output);
		Output sidecar = null;
		RgbTiffWriter pixels = null;
		BufferedWriter text = null;
		try {
			sidecar = Output.file(FaceSetFiles.sidecar(output));
			pixels = new RgbTiffWriter(stack.temporary(), size, labels);
			text = Files.newBufferedWriter(sidecar.temporary());
		}
		catch (final IOException e) {
			throw stack.explain(e);
		}
		finally {
			json = sidecar;
			tiff = pixels;
			out = text;
			if (text == null) close();
		}
		faces = new FaceJsonWriter(out);
	}

	/**
	 * @param head a document whose faces follow
	 * @param synthetic keys and texts of the statement that it is; may be empty
	 */
	void begin(final FaceSetDocument head, final Map<String, String> synthetic)
		throws IOException
	{
		mark = synthetic;
		faces.begin(head);
	}

	/**
	 * @param face the next one
	 * @param said further fields of it
	 * @param crop its pixels
	 * @throws IOException if it cannot be written; the message is one sentence
	 */
	void write(final Face face, final JsonObject said, final int[] crop)
		throws IOException
	{
		try {
			faces.face(face, said);
			tiff.write(crop);
			if (!mark.isEmpty()) print.add(new Frame(written, 0, size, size, crop),
				written / RATE);
			written++;
		}
		catch (final IOException e) {
			throw stack.explain(e);
		}
	}

	/**
	 * Completes the files and gives them their names. A stack without its
	 * description is of no use, so that this one comes first.
	 *
	 * @throws IOException if that fails; the message is one sentence
	 */
	void commit() throws IOException {
		try {
			faces.end();
			out.close();
			tiff.finish();
			tiff.close();
			final Optional<OutputSeal> service = OutputSeal.service().filter(s -> s
				.concerns(mark));
			if (service.isPresent()) service.get().seal(new OutputSeal.Unsigned(stack
				.temporary(), output.getFileName().toString(), List.of(), mark, Optional
					.of(print.build())));
		}
		catch (final IOException e) {
			throw stack.explain(e);
		}
		json.commit();
		stack.commit();
	}

	@Override
	public void close() throws IOException {
		if (out != null) out.close();
		if (tiff != null) tiff.close();
		if (json != null) json.close();
		stack.close();
	}
}
