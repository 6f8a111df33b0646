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
package io.github.janusfiji.command;

import io.github.janusfiji.faceset.FaceSetFiles;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.swap.Assignment;
import io.github.janusfiji.swap.Donation;
import io.github.janusfiji.swap.DonorFaces;
import io.github.janusfiji.swap.FaceSwapper;
import io.github.janusfiji.swap.SwapMark;
import io.github.janusfiji.swap.SwapObserver;
import io.github.janusfiji.swap.SwapPreview;
import io.github.janusfiji.swap.SwapStep;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The faces that a swap puts in: of trained models, or a donor's own pictures.
 * Files are read once, and again if they change.
 */
final class NewFaces implements AutoCloseable {

	/**
	 * What the dialog says of them.
	 *
	 * @param method {@code model} or {@code graphics}
	 * @param model a {@code .janus} file, or null
	 * @param donor a face set, or null
	 * @param others further persons
	 */
	record Choice(String method, File model, File donor, String others) {

		boolean isGraphics() {
			return "graphics".equals(method);
		}

		/** @return whether the file that the method needs is named */
		boolean isComplete() {
			return (isGraphics() ? donor : model) != null;
		}
	}

	/** Swaps with faces that were opened. */
	interface Faces {

		/** As {@link SwapMark} has it. */
		Map<String, String> mark(FrameSequence clip, FaceSwapper.Options options,
			Progress progress) throws IOException;

		/** As {@link FaceSwapper} does it. */
		FaceSwapper.Report swap(FrameSequence clip, FaceSwapper.Options options,
			SwapObserver output, Progress progress) throws IOException;

		/** As {@link SwapPreview} does it. */
		SwapStep render(SwapPreview preview, int frame, FaceSwapper.Options options)
			throws IOException;
	}

	private record Key(Path file, FileTime written) {}

	private final OpenModels models = new OpenModels();
	private final Map<Key, DonorFaces> donors = new HashMap<>();

	/**
	 * @param choice what was chosen
	 * @param progress asked whether to stop
	 * @return the faces; not to be used after this object is closed
	 * @throws IOException if a file is missing or cannot be used, or the text is
	 *           not understood; the message is one sentence for the user
	 */
	Faces open(final Choice choice, final Progress progress) throws IOException {
		if (choice.isGraphics()) {
			final DonorFaces own = donor(Clip.required(choice.donor, "donor",
				"the face set (.tif) of the person whose face is put in").toPath(),
				progress);
			return new Pictures(own, OtherDonors.parse(choice.others).donations(own,
				file -> donor(file, progress)));
		}
		if (!"model".equals(choice.method)) throw new InputException(
			"There is no method '" + choice.method +
				"': choose one of model, graphics.");
		final FaceModel own = models.open(Clip.required(choice.model, "model",
			"the .janus file to use").toPath());
		return new Trained(own, OtherPersons.parse(choice.others).assigned(own,
			models::open));
	}

	private DonorFaces donor(final Path file, final Progress progress)
		throws IOException
	{
		final var key = new Key(file.toAbsolutePath(), Files.exists(file) ? Files
			.getLastModifiedTime(file) : null);
		final DonorFaces known = donors.get(key);
		if (known != null) return known;
		final DonorFaces read = DonorFaces.open(file, progress);
		donors.put(key, read);
		return read;
	}

	private record Trained(FaceModel model, List<Assignment> others) implements
		Faces
	{

		@Override
		public Map<String, String> mark(final FrameSequence clip,
			final FaceSwapper.Options options, final Progress progress)
			throws IOException
		{
			return SwapMark.of(clip, model, options, others, progress);
		}

		@Override
		public FaceSwapper.Report swap(final FrameSequence clip,
			final FaceSwapper.Options options, final SwapObserver output,
			final Progress progress) throws IOException
		{
			return new FaceSwapper().swap(clip, model, options, others, output,
				progress);
		}

		@Override
		public SwapStep render(final SwapPreview preview, final int frame,
			final FaceSwapper.Options options) throws IOException
		{
			if (options.mask().matches("learned|combined") && !model.hasMask())
				throw new InputException("This model has learnt no mask, as only" +
					" adversarial models do: choose the mask hull or extended.");
			return preview.render(frame, model, options, others);
		}
	}

	private record Pictures(DonorFaces own, List<Donation> others) implements
		Faces
	{

		private List<Donation> all(final FaceSwapper.Options options) {
			final var all = new ArrayList<Donation>();
			all.add(new Donation(options.person(), own));
			all.addAll(others);
			return all;
		}

		@Override
		public Map<String, String> mark(final FrameSequence clip,
			final FaceSwapper.Options options, final Progress progress)
			throws IOException
		{
			return SwapMark.of(clip, all(options), options, progress);
		}

		@Override
		public FaceSwapper.Report swap(final FrameSequence clip,
			final FaceSwapper.Options options, final SwapObserver output,
			final Progress progress) throws IOException
		{
			return new FaceSwapper().swap(clip, all(options), options, output,
				progress);
		}

		@Override
		public SwapStep render(final SwapPreview preview, final int frame,
			final FaceSwapper.Options options) throws IOException
		{
			return preview.render(frame, all(options), options);
		}
	}

	/** @return the files that were read */
	List<Path> files() {
		final var files = new ArrayList<>(models.files());
		for (final Key key : donors.keySet()) files.addAll(FaceSetFiles.of(key.file));
		return files;
	}

	@Override
	public void close() {
		models.close();
		donors.clear();
	}
}
