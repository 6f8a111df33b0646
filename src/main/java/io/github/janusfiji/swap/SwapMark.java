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
import java.util.Map;

/** The statement in a swapped clip's metadata that it is synthetic. */
public final class SwapMark {

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
		return of(source, model.sha256(), options, progress);
	}

	static Map<String, String> of(final FrameSequence source,
		final String modelSha256, final FaceSwapper.Options options,
		final Progress progress) throws IOException
	{
		final Path file = source.path().filter(Files::isRegularFile).orElse(null);
		final String sha256 = file == null ? "" : Sha256.of(file, progress);
		final var parameters = new LinkedHashMap<String, String>();
		parameters.put("into", options.into().name());
		parameters.put("person", String.valueOf(options.person()));
		parameters.put("mask", options.mask());
		parameters.put("colour", options.colour());
		parameters.put("blend", options.blend());
		return SyntheticMark.of(SyntheticMark.COMPOSITE, "The face of person " +
			options.person() + " was replaced by a trained model.",
			new SyntheticMark.Derivation(source.name(), sha256, modelSha256,
				parameters));
	}
}
