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

import io.github.janusfiji.task.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sealing of one output: what it takes is collected while it is written. */
final class Sealing {

	private final OutputSeal seal;
	private final List<Path> sources;
	private final Map<String, String> metadata;
	private final FingerprintBuilder print = new FingerprintBuilder();
	private boolean exact = true;
	private Optional<MediaFingerprint> read = Optional.empty();
	private byte[] beside;

	private Sealing(final OutputSeal seal, final List<Path> sources,
		final Map<String, String> metadata)
	{
		this.seal = seal;
		this.sources = sources;
		this.metadata = new LinkedHashMap<>(metadata);
	}

	/**
	 * @param like what the output was made from, or null
	 * @return nothing if the output need not be sealed
	 */
	static Optional<Sealing> of(final FrameSequence like,
		final Map<String, String> metadata)
	{
		return OutputSeal.service().filter(s -> s.concerns(metadata)).map(
			s -> new Sealing(s, like == null ? List.of() : like.path().stream()
				.toList(), metadata));
	}

	/** @param time as a reader will tell it, s; NaN if bits were lost */
	void wrote(final Frame frame, final double time) {
		exact &= !Double.isNaN(time);
		if (exact) print.add(frame, time);
	}

	/** @param own digests that the writer took of what a reader will see */
	void finished(final Optional<MediaFingerprint> own) {
		read = own;
	}

	/** Signs the output, or the folder, that will be at the target. */
	void finish(final Path written, final Path target) throws IOException {
		final Optional<byte[]> rest = seal.seal(new OutputSeal.Unsigned(written,
			target.getFileName().toString(), sources, metadata, exact ? Optional.of(
				print.build()) : read));
		if (rest.isEmpty()) return;
		if (Files.isDirectory(written)) Files.write(written.resolve(OutputSeal.beside(
			target).getFileName()), rest.get());
		else beside = rest.get();
	}

	/** Puts what belongs beside an output there, once that has its name. */
	void committed(final Path target) throws IOException {
		if (beside == null) return;
		final Path place = OutputSeal.beside(target);
		try (var output = Output.file(place)) {
			output.write(beside);
			output.commit();
		}
	}

	/** @return a picture's file, sealed if it must be */
	static byte[] picture(final Frame picture,
		final Map<String, String> metadata) throws IOException
	{
		final var png = new ByteArrayOutputStream();
		PngEncoder.write(picture, metadata, png);
		final Optional<Sealing> sealing = of(null, metadata);
		if (sealing.isEmpty()) return png.toByteArray();
		final Path part = Files.createTempFile("janus", ".png");
		try {
			Files.write(part, png.toByteArray());
			sealing.get().wrote(picture, picture.time());
			sealing.get().finish(part, Path.of("picture.png"));
			return Files.readAllBytes(part);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}
}
