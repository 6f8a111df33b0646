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

import ij.io.FileInfo;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Inputs;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Opens face sets: brings stack, description and labels together. */
final class FaceSetOpener {

	/**
	 * What a face set's files hold.
	 *
	 * @param document what is known of the crops
	 * @param notice for the user, or null
	 * @param offsets where the pixels of each crop begin
	 */
	record Content(FaceSetDocument document, String notice, long[] offsets) {}

	private FaceSetOpener() {}

	/**
	 * @param tiff the stack
	 * @return what it and its description hold
	 * @throws IOException as {@code FaceSet.open}
	 */
	static Content open(final Path tiff) throws IOException {
		if (!Files.isRegularFile(tiff)) throw new InputException(
			"There is no face set " + tiff +
				"; extract faces first, and give the .tif.");
		final FileInfo[] infos = StackFile.decode(tiff);
		final Path json = FaceSetFiles.sidecar(tiff);
		final String own = StackFile.property(infos[0], FaceSetFiles.PROPERTY);
		if (!Files.exists(json)) {
			if (own == null) throw new InputException(tiff.getFileName() +
				" is no face set: " + json.getFileName() +
				" is not beside it; extract the faces again.");
			return open(tiff, infos, embedded(tiff, own), null);
		}
		try {
			return open(tiff, infos, FaceSetJson.read(new StringReader(Inputs.text(
				json)), json.getFileName().toString()), null);
		}
		catch (final InputException exc) {
			return fallback(tiff, infos, own, exc);
		}
	}

	/** The stack carries the same description, which a cut copy does not harm. */
	private static Content fallback(final Path tiff, final FileInfo[] infos,
		final String own, final InputException why) throws IOException
	{
		if (own == null) throw why;
		try {
			return open(tiff, infos, embedded(tiff, own), why.getMessage() +
				" The description inside " + tiff.getFileName() +
				" was used instead.");
		}
		catch (final InputException exc) {
			why.addSuppressed(exc);
			throw why;
		}
	}

	private static FaceSetDocument embedded(final Path tiff, final String json)
		throws IOException
	{
		return FaceSetJson.read(new StringReader(json), tiff.getFileName()
			.toString());
	}

	private static Content open(final Path tiff, final FileInfo[] infos,
		final FaceSetDocument document, final String notice) throws IOException
	{
		final long[] offsets = StackFile.offsets(tiff, infos, document.framing()
			.size());
		final String[] labels = StackFile.labels(infos, offsets.length);
		if (Arrays.stream(labels).allMatch(FaceLabel::isLabel)) return labelled(
			tiff, document, notice, offsets, List.of(labels));
		if (offsets.length != document.faces().size()) throw new InputException(
			tiff.getFileName() + " holds " + offsets.length + " crops, but " +
				FaceSetFiles.sidecar(tiff).getFileName() + " describes " + document.faces()
					.size() + "; extract the faces again.");
		return new Content(document, notice, offsets);
	}

	/**
	 * The labels say which face each slice shows: slices may have been deleted or
	 * sorted by another program. The faces keep the order of the clip.
	 */
	private static Content labelled(final Path tiff,
		final FaceSetDocument document, final String notice, final long[] offsets,
		final List<String> labels) throws IOException
	{
		final List<Integer> found;
		try {
			found = FaceLabel.indices(labels, document.faces());
		}
		catch (final InputException exc) {
			throw new InputException("Among the " + offsets.length + " crops of " +
				tiff.getFileName() + " are some that " + FaceSetFiles.sidecar(tiff).getFileName() +
				" does not describe, or twice the same; extract the faces again.", exc);
		}
		final var slices = IntStream.range(0, offsets.length).boxed().sorted(
			Comparator.comparing(found::get)).toList();
		return new Content(document.select(slices.stream().map(found::get)
			.toList()), notice, slices.stream().mapToLong(i -> offsets[i])
				.toArray());
	}
}
