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
package io.github.janusfiji.swap;

import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statement in a swapped clip's metadata that it is synthetic. */
public final class SwapMark {

	/**
	 * IPTC digital source type of a recording into which something made by other
	 * means than a trained model was put.
	 */
	private static final String COMPOSITE =
		"http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic";

	private SwapMark() {}

	/**
	 * @param source the clip; its file, if it is one, is read for its fingerprint
	 * @param model the two people
	 * @param options whose face, and how
	 * @param progress asked whether to stop
	 * @return keys and texts for
	 *         {@link io.github.janusfiji.frames.Frames#writer(Path, FrameSequence, Map)}
	 * @throws IOException if the source's file cannot be read
	 */
	public static Map<String, String> of(final FrameSequence source,
		final FaceModel model, final FaceSwapper.Options options,
		final Progress progress) throws IOException
	{
		return of(source, model, options, List.of(), progress);
	}

	/**
	 * @param source the clip; its file, if it is one, is read for its fingerprint
	 * @param model the two people
	 * @param options whose face, and how
	 * @param others further persons
	 * @param progress asked whether to stop
	 * @return the same, which also names the further persons, who got whose face,
	 *         and the fingerprints of their models
	 * @throws IOException if the source's file cannot be read
	 */
	public static Map<String, String> of(final FrameSequence source,
		final FaceModel model, final FaceSwapper.Options options,
		final List<Assignment> others, final Progress progress) throws IOException
	{
		return of(source, model.sha256(), options, others.stream().map(
			o -> new Other(o.person(), o.into().name(), o.model().sha256())).toList(),
			progress);
	}

	/**
	 * @param person number
	 * @param into whose face
	 * @param sha256 of the model
	 */
	record Other(int person, String into, String sha256) {}

	static Map<String, String> of(final FrameSequence source,
		final String modelSha256, final FaceSwapper.Options options,
		final List<Other> others, final Progress progress) throws IOException
	{
		final String sha256 = fingerprint(source, progress);
		final var parameters = new LinkedHashMap<String, String>();
		parameters.put("into", options.into().name());
		parameters.put("person", String.valueOf(options.person()));
		how(options, parameters);
		if (!others.isEmpty()) parameters.put("others", others.stream().map(o -> o
			.person() + ":" + o.into() + ":" + o.sha256()).collect(Collectors.joining(
				"; ")));
		return SyntheticMark.of(SyntheticMark.COMPOSITE, description(options
			.person(), others),
			new SyntheticMark.Derivation(source.name(), sha256, modelSha256,
				parameters));
	}

	/**
	 * The statement of a swap without training.
	 *
	 * @param source the clip; its file, if it is one, is read for its fingerprint
	 * @param donors who gets whose face
	 * @param options how
	 * @param progress asked whether to stop
	 * @return the same kind of keys and texts; the fingerprints are those of the
	 *         face sets
	 * @throws IOException if the source's file cannot be read
	 */
	public static Map<String, String> of(final FrameSequence source,
		final List<Donation> donors, final FaceSwapper.Options options,
		final Progress progress) throws IOException
	{
		final var parameters = new LinkedHashMap<String, String>();
		parameters.put("method", "graphics");
		parameters.put("donors", donors.stream().map(d -> d.person() + ":" + d
			.donor().sha256()).collect(Collectors.joining("; ")));
		how(options, parameters);
		return SyntheticMark.of(COMPOSITE, donors.size() == 1 ? "The face of person " +
			donors.get(0).person() +
			" was replaced by another person's pictures, warped and blended in."
			: "The faces of persons " + donors.stream().map(d -> String.valueOf(d
				.person())).collect(Collectors.joining(", ")) +
				" were replaced by other people's pictures, warped and blended in.",
			new SyntheticMark.Derivation(source.name(), fingerprint(source, progress),
				"", parameters));
	}

	private static String fingerprint(final FrameSequence source,
		final Progress progress) throws IOException
	{
		final Path file = source.path().filter(Files::isRegularFile).orElse(null);
		return file == null ? "" : Sha256.of(file, progress);
	}

	private static void how(final FaceSwapper.Options options,
		final Map<String, String> parameters)
	{
		parameters.put("mask", options.mask());
		parameters.put("colour", options.colour());
		parameters.put("blend", options.blend());
		parameters.put("grow", String.valueOf(options.edge().grow()));
		parameters.put("feather", String.valueOf(options.edge().feather()));
		parameters.put("sharpen", String.valueOf(options.sharpen()));
		parameters.put("detail", options.detail());
		if (options.front()) parameters.put("front", "true");
	}

	private static String description(final int person,
		final List<Other> others)
	{
		if (others.isEmpty()) return "The face of person " + person +
			" was replaced by a trained model.";
		return "The faces of persons " + person + ", " + others.stream().map(
			o -> String.valueOf(o.person())).collect(Collectors.joining(", ")) +
			" were replaced by trained models.";
	}
}
