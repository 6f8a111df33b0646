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
import io.github.janusfiji.frames.FingerprintBuilder;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.OutputSeal;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.OutputLock;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes a face set crop by crop into temporary files beside the output: the
 * stack, its {@code .faces.json} and the table {@code .faces.csv}. They get their
 * names when all are complete.
 */
final class FaceSetWriter implements AutoCloseable {

	/** Frames/s at which a stack without times is read. */
	private static final double RATE = 25;

	private final OutputLock lock;
	private final Path output;
	private final Output stack, json, csv;
	private final FaceSetDocument document;
	private final RgbTiffWriter tiff;
	private final FingerprintBuilder print = new FingerprintBuilder();
	private Map<String, String> mark = Map.of();
	private int written;

	/**
	 * @param lock the right to write the stack; closed with this writer
	 * @param output a {@code .tif}
	 * @param inputs what the job reads, none of which is ever written
	 * @param document what is known of the crops that will be written
	 * @throws IOException if the output has the wrong name or cannot be written;
	 *           the message is one sentence for the user
	 */
	FaceSetWriter(final OutputLock lock, final Path output,
		final Collection<Path> inputs, final FaceSetDocument document)
		throws IOException
	{
		this.lock = lock;
		this.output = output.toAbsolutePath();
		this.document = document;
		checkOutput(output);
		final List<Face> faces = document.faces();
		final var labels = IntStream.range(0, faces.size()).mapToObj(i -> FaceLabel
			.of(i, faces.get(i))).toList();
		Output begun = null, sidecar = null, table = null;
		RgbTiffWriter writer = null;
		try {
			begun = Output.file(lock, inputs);
			sidecar = Output.file(FaceSetFiles.sidecar(output), inputs);
			table = Output.file(FaceSetFiles.table(output), inputs);
			writer = new RgbTiffWriter(begun.temporary(), document.framing().size(),
				labels, FaceSetFiles.PROPERTY, json().length());
		}
		catch (final IOException exc) {
			throw failure(exc);
		}
		finally {
			stack = begun;
			json = sidecar;
			csv = table;
			tiff = writer;
			if (writer == null) close();
		}
	}

	/**
	 * Writes what no other job writes, and reads nothing.
	 *
	 * @param output a {@code .tif}
	 * @param document what is known of the crops that will be written
	 * @throws IOException as the other constructor
	 */
	FaceSetWriter(final Path output, final FaceSetDocument document)
		throws IOException
	{
		this(OutputLock.of(output, "written"), output, List.of(), document);
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
		for (final Path file : List.of(output, FaceSetFiles.sidecar(output), FaceSetFiles
			.table(output)))
			if (Files.isDirectory(file)) throw new InputException(file +
				" is a folder; choose another output.");
	}

	/**
	 * @param crop the next face's pixels
	 * @throws IOException if it cannot be written; the message is one sentence
	 */
	void write(final int[] crop) throws IOException {
		try {
			tiff.write(crop);
			final int size = document.framing().size();
			if (!mark.isEmpty()) print.add(new Frame(written, 0, size, size, crop),
				written++ / RATE);
		}
		catch (final IOException exc) {
			throw failure(exc);
		}
	}

	/**
	 * Says that the crops are synthetic, so that the stack is signed; before the
	 * first is written.
	 *
	 * @param synthetic keys and texts of the statement
	 */
	void mark(final Map<String, String> synthetic) {
		mark = synthetic;
	}

	private void seal() throws IOException {
		final Optional<OutputSeal> service = OutputSeal.service().filter(s -> s
			.concerns(mark));
		if (service.isPresent()) service.get().seal(new OutputSeal.Unsigned(stack.temporary(),
			output.getFileName().toString(), List.of(), mark, Optional.of(print
				.build())));
	}

	/** @return the place of the stack, absolute */
	Path output() {
		return output;
	}

	/**
	 * Completes the temporary files; after this only names are given.
	 *
	 * @throws IOException if they cannot be written; the message is one sentence
	 */
	void finish() throws IOException {
		try {
			final String text = json();
			tiff.finish(text);
			tiff.close();
			if (!mark.isEmpty()) seal();
			this.json.write(text.getBytes(StandardCharsets.UTF_8));
			csv.write(FaceTable.of(document.faces()).csv().getBytes(
				StandardCharsets.UTF_8));
		}
		catch (final IOException exc) {
			throw failure(exc);
		}
	}

	/**
	 * Gives the files their names, in the place of what was there. The stack alone
	 * carries everything, so that the old JSON steps aside first, and at every
	 * moment either the old or the new face set is complete.
	 *
	 * @throws IOException if that fails before the new stack has its name; what
	 *           was there is there again then
	 */
	void commit() throws IOException {
		try {
			final byte[] before = Files.isRegularFile(json.target()) ? Files
				.readAllBytes(json.target()) : null;
			if (before != null) Files.delete(json.target());
			try {
				stack.commit();
			}
			catch (final IOException exc) {
				if (before != null) Files.write(json.target(), before);
				throw exc;
			}
			json.commit();
			csv.commit();
		}
		catch (final IOException exc) {
			throw failure(exc);
		}
	}

	@Override
	public void close() throws IOException {
		try (lock) {
			if (tiff != null) tiff.close();
			for (final Output file : new Output[] { stack, json, csv })
				if (file != null) file.close();
		}
	}

	private IOException failure(final IOException exc) {
		return exc instanceof InputException ? exc : new InputException("The face set " + output +
			" could not be written (" + exc.getMessage() +
			"); free some space or choose another place.", exc);
	}

	private String json() throws IOException {
		final var text = new StringWriter();
		FaceSetJson.write(document, text);
		return text.toString();
	}
}
