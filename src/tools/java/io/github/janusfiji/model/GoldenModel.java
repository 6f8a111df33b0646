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
package io.github.janusfiji.model;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Initialiser;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A small model and what it decodes, kept among the test's resources: every
 * machine must paint the same. Made again, after the format has changed, by
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.github.janusfiji.model.GoldenModel \
 *   -Dexec.args=src/test/resources/golden
 * </pre>
 */
public final class GoldenModel {

	/** Name of the model's resource. */
	static final String MODEL = "/golden/golden.janus";

	/** Name of the resource with the decoded faces: A's and B's of each face. */
	static final String FACES = "/golden/faces.csv";

	/** How many faces. */
	static final int COUNT = 2;

	private static final int SIZE = 16;

	/** Channels beyond a block of 8 and of 16, as the first convolution of light. */
	private static final Architecture NETWORK = new Architecture("golden", SIZE,
		0.75, List.of(new Architecture.Stage(20, 5), new Architecture.Stage(18, 3)),
		8, 17, 4, List.of(), List.of(5), 3, true, 0.1, Initialiser.HE, false, 0,
		1e-3);

	private GoldenModel() {}

	/** @return waves of three colours, 0 to 1 */
	static ImageBatch faces() {
		final var faces = ImageBatch.allocate(COUNT, 3, SIZE, SIZE);
		for (int n = 0; n < COUNT; n++)
			for (int i = 0; i < 3 * SIZE * SIZE; i++) {
				final int c = i / SIZE / SIZE, y = i / SIZE % SIZE, x = i % SIZE;
				faces.slot(n).put(i, (float) (0.5 + 0.5 * Math.sin(0.4 * x + (0.3 + 0.1 *
					c) * y + n)));
			}
		return faces;
	}

	/**
	 * @param args the folder of the resources
	 * @throws IOException if they cannot be written
	 */
	public static void main(final String[] args) throws IOException {
		final Path folder = Files.createDirectories(Path.of(args[0]));
		final Path file = folder.resolve("golden.janus"), loose = folder.resolve(
			"golden.tmp");
		try (var engine = Engine.preferred()) {
			final var network = FaceAutoencoder.fresh(NETWORK, engine, 11);
			final var random = new SplittableRandom(2);
			for (final var parameter : network.parameters())
				if (parameter.value().shape().length == 1) {
					final var values = FloatBuffer.allocate((int) parameter.value()
						.length());
					while (values.hasRemaining())
						values.put((float) (random.nextDouble() - 0.5) / 4);
					engine.memory().write(parameter.value(), values.flip());
				}
			final var person = new ModelDescription.Person("nobody", 8, "golden", 7,
				1);
			ModelFile.write(loose, new ModelFile.State(ModelDescription.begin(NETWORK,
				11, false, person, person), network, new LossHistory(), new byte[0]));
		}
		pack(loose, file);
		Files.delete(loose);
		Files.write(folder.resolve("faces.csv"), decoded(file));
	}

	/** Adam's moments are zeros, which the trainer does not compress. */
	private static void pack(final Path loose, final Path file)
		throws IOException
	{
		try (var zip = new ZipFile(loose.toFile()); var out = new ZipOutputStream(
			Files.newOutputStream(file)))
		{
			for (final var entry : Collections.list(zip.entries())) {
				final var copy = new ZipEntry(entry.getName());
				copy.setTime(0);
				out.putNextEntry(copy);
				try (InputStream in = zip.getInputStream(entry)) {
					in.transferTo(out);
				}
			}
		}
	}

	/** By the reference, in double precision. */
	private static List<String> decoded(final Path file) throws IOException {
		final List<String> lines = new ArrayList<>();
		try (var engine = Engine.reference()) {
			final var network = ModelFile.read(file, engine, false).network();
			final var painted = ImageBatch.allocate(COUNT, 3, SIZE, SIZE);
			for (final Side side : Side.PAIR) {
				network.decode(faces(), side, painted);
				for (int n = 0; n < COUNT; n++) {
					final var line = new StringBuilder();
					for (int i = 0; i < 3 * SIZE * SIZE; i++)
						line.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT,
							"%.6f", painted.slot(n).get(i)));
					lines.add(line.toString());
				}
			}
		}
		return lines;
	}
}
