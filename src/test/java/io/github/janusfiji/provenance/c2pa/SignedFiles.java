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
package io.github.janusfiji.provenance.c2pa;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small files of every kind that carries credentials, and what is said of them. */
final class SignedFiles {

	static final List<String> KINDS = List.of("png", "jpg", "tif", "mp4", "mov");

	private SignedFiles() {}

	/** @return an unsigned file; the same for the same seed */
	static Path plain(final Path folder, final String kind, final int seed)
		throws IOException
	{
		final Path file = folder.resolve("plain" + seed + "." + kind);
		final int w = 96, h = 64;
		if (kind.equals("png") || kind.equals("jpg")) {
			final var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
			image.setRGB(0, 0, w, h, picture(seed, w, h), 0, w);
			ImageIO.write(image, kind, file.toFile());
			return file;
		}
		final Path made = kind.equals("mov") ? folder.resolve("plain" + seed +
			"-mov.mp4") : file;
		try (var writer = Frames.writer(made, w, h, 25, Map.of("title", "A test"))) {
			for (int i = 0; i < 6; i++) writer.write(new Frame(i, i / 25.0, w, h, picture(
				seed + i, w, h)));
			writer.commit();
		}
		// QuickTime's container is the same but for the brand in its first box.
		if (kind.equals("mov")) Files.move(made, file,
			StandardCopyOption.REPLACE_EXISTING);
		return file;
	}

	static int[] picture(final int seed, final int w, final int h) {
		final var random = new Random(seed);
		final var argb = new int[w * h];
		for (int i = 0; i < argb.length; i++) argb[i] = 0xff000000 | (i % w * 2) << 16 |
			(i / w * 3) << 8 | random.nextInt(40) + seed % 100;
		return argb;
	}

	static Declaration declaration(final String title,
		final Optional<ContentCredentials.Found> source)
	{
		return new Declaration(title, List.of(new Declaration.Action("c2pa.opened",
			"", "", 0), new Declaration.Action("c2pa.edited",
				"http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
				"The face was replaced.", -1)), List.of(new Declaration.Ingredient(
					"source", "", "parentOf", "SHA-256 00", "xmp:iid:1", source.map(
						ContentCredentials.Found::store), source.map(
							ContentCredentials.Found::validation)),
					new Declaration.Ingredient("model.janus", "", "componentOf", "",
						"sha256:1", Optional.empty(), Optional.empty())), Map.of(
							"io.github.janusfiji.swap", Map.of("modelSha256", "1")));
	}

	/** @return a signed copy */
	static Path signed(final Path folder, final String kind, final int seed,
		final Credential signer) throws IOException
	{
		final Path file = folder.resolve("signed" + seed + "." + kind);
		ContentCredentials.sign(plain(folder, kind, seed), file, declaration(file
			.getFileName().toString(), Optional.empty()), signer, "1", () -> false);
		return file;
	}
}
