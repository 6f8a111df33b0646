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

import io.github.janusfiji.fuzz.Fuzz;
import io.github.janusfiji.fuzz.Fuzz.Target;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.tensor.Safetensors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** What package {@code model} reads, for the fuzz test. */
public final class ModelTargets {

	private ModelTargets() {}

	/**
	 * @param folder for files
	 * @return the readers
	 * @throws IOException if the good files cannot be made
	 */
	public static List<Target> all(final Path folder) throws IOException {
		final Path model = folder.resolve("good.janus");
		KilledTraining.write(model);
		final byte[] good = Files.readAllBytes(model);
		final var entries = new java.util.LinkedHashMap<String, byte[]>();
		try (var zip = new ZipFile(model.toFile())) {
			for (final var entry : java.util.Collections.list(zip.entries())) entries
				.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
		}
		final byte[] json = entries.get(ModelFile.DESCRIPTION);
		final var network = new ByteArrayOutputStream();
		Safetensors.write(network, Map.of("conv1_1.weight", new Safetensors.Loaded(
			new long[] { 2, 3, 3, 3 }, new float[54]), "conv1_1.bias",
			new Safetensors.Loaded(new long[] { 2 }, new float[2])), Map.of("a", "b"),
			Safetensors.Type.F32);
		return List.of(Fuzz.ofFile("model", folder, "m.janus", List.of(good),
			file -> ModelFile.read(file, KilledTraining.heap(), true)), Fuzz.ofFile(
				"model's description", folder, "d.janus", List.of(json), file -> {
					zip(file, entries, Files.readAllBytes(file));
					ModelFile.read(file, KilledTraining.heap(), false);
				}), Fuzz.ofFile("perceptual network", folder, "p.safetensors", List.of(
					network.toByteArray()), file -> PerceptualFile.read(file,
						KilledTraining.heap())), new Target("safetensors", List.of(network
							.toByteArray()), bytes -> read(bytes)), new Target(
								"loss history", List.of(entries.get(ModelFile.HISTORY)),
								bytes -> history(bytes)));
	}

	/** Its messages follow a file's name, so that they are no sentences yet. */
	private static void read(final byte[] bytes) throws InputException {
		try {
			Safetensors.read(new ByteArrayInputStream(bytes));
		}
		catch (final IOException e) {
			throw new InputException("The file cannot be read: " + e.getMessage() +
				".", e);
		}
	}

	private static void history(final byte[] bytes) throws InputException {
		try {
			LossHistory.parse(new String(bytes,
				java.nio.charset.StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new InputException("The file cannot be read: " + e.getMessage() +
				".", e);
		}
	}

	private static void zip(final Path file, final Map<String, byte[]> entries,
		final byte[] description) throws IOException
	{
		try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
			zip.setLevel(Deflater.NO_COMPRESSION);
			for (final var entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getKey().equals(ModelFile.DESCRIPTION) ? description
					: entry.getValue());
				zip.closeEntry();
			}
		}
	}
}
